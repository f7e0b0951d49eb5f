import { useSyncExternalStore } from 'react'
import { savedPreference, savePreference } from '../../preferences.ts'

/** The reader's choices of how lists look, kept in the browser. */
const choices = new Map<string, string>()
const listeners = new Set<() => void>()

export function choiceOf(name: string) {
  const known = choices.get(name) ?? savedPreference(name) ?? ''
  choices.set(name, known)
  return known
}

export function choose(name: string, value: string) {
  choices.set(name, value)
  savePreference(name, value)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useChoice = (name: string) => useSyncExternalStore(subscribe, () => choiceOf(name))

export const useIsCompact = () => useChoice('rows') === 'compact'
export const chooseCompact = (compact: boolean) => choose('rows', compact ? 'compact' : '')

/** Single keys can be in the way of speech input (WCAG 2.1.4). */
export const useShortcuts = () => useChoice('shortcuts') !== 'off'
export const chooseShortcuts = (on: boolean) => choose('shortcuts', on ? '' : 'off')
