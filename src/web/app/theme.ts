import type { Theme } from '@fluentui/react-components'
import { useSyncExternalStore } from 'react'
import { savedPreference, savePreference } from '../preferences.ts'
import { lightTheme } from './lightTheme.ts'

export const themeChoices = ['system', 'light', 'dark', 'highContrast'] as const
export type ThemeChoice = (typeof themeChoices)[number]

/** Each theme except the first is loaded on its own, like each language. */
const themes = {
  light: async (): Promise<Theme> => lightTheme,
  dark: () => import('./darkTheme.ts').then(({ darkTheme }) => darkTheme),
  highContrast: () => import('./highContrastTheme.ts').then(({ highContrastTheme }) => highContrastTheme),
}
type Shown = { name: keyof typeof themes; theme: Theme }

const dark = matchMedia('(prefers-color-scheme: dark)')
/** Paper is white. */
const paper = matchMedia('print')
const contrast = matchMedia('(prefers-contrast: more)')
const listeners = new Set<() => void>()
let choice: ThemeChoice = themeChoices.find((name) => name === savedPreference('theme')) ?? 'system'
let shown: Shown = { name: 'light', theme: lightTheme }

const wished = () =>
  paper.matches
    ? 'light'
    : choice !== 'system'
      ? choice
      : contrast.matches
        ? 'highContrast'
        : dark.matches
          ? 'dark'
          : 'light'

/** Changes the theme when it is loaded; until then, or if loading fails, the current one stays. */
async function show() {
  const name = wished()
  const theme = await themes[name]().catch(() => undefined)
  if (theme && name === wished()) shown = { name, theme }
  for (const listener of listeners) listener()
}

dark.addEventListener('change', show)
contrast.addEventListener('change', show)
paper.addEventListener('change', show)

/** Settles when the reader's theme is loaded. */
export const themeReady = show()

export function chooseTheme(name: ThemeChoice) {
  choice = name
  savePreference('theme', name)
  return show()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useThemeChoice = () => useSyncExternalStore(subscribe, () => choice)
export const useTheme = () => useSyncExternalStore(subscribe, () => shown)
