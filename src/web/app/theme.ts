import { type Theme, webLightTheme } from '@fluentui/react-components'
import { use, useSyncExternalStore } from 'react'
import { savedPreference, savePreference } from '../preferences.ts'

export const themeChoices = ['system', 'light', 'dark', 'highContrast'] as const
export type ThemeChoice = (typeof themeChoices)[number]

const others = {
  dark: () => import('./darkTheme.ts').then(({ darkTheme }) => darkTheme),
  highContrast: () => import('./highContrastTheme.ts').then(({ highContrastTheme }) => highContrastTheme),
}
const asked = new Map<keyof typeof others, Promise<Theme>>()

/** Each theme travels alone, as each language does. */
function loadTheme(name: keyof typeof others) {
  const promise = asked.get(name) ?? others[name]()
  asked.set(name, promise)
  return promise
}

const listeners = new Set<() => void>()
let choice: ThemeChoice = themeChoices.find((name) => name === savedPreference('theme')) ?? 'system'

export function chooseTheme(name: ThemeChoice) {
  choice = name
  savePreference('theme', name)
  for (const listener of listeners) listener()
}

const system = { dark: matchMedia('(prefers-color-scheme: dark)'), contrast: matchMedia('(prefers-contrast: more)') }

function subscribe(listener: () => void) {
  listeners.add(listener)
  for (const query of Object.values(system)) query.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    for (const query of Object.values(system)) query.removeEventListener('change', listener)
  }
}

const shownTheme = () =>
  choice !== 'system' ? choice : system.contrast.matches ? 'highContrast' : system.dark.matches ? 'dark' : 'light'

export const useThemeChoice = () => useSyncExternalStore(subscribe, () => choice)

/** The theme to draw with; suspends while one travels that is not there yet. */
export function useTheme(): { name: 'light' | 'dark' | 'highContrast'; theme: Theme } {
  const name = useSyncExternalStore(subscribe, shownTheme)
  return { name, theme: name === 'light' ? webLightTheme : use(loadTheme(name)) }
}
