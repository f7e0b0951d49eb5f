import type { i18n as I18n } from 'i18next'
import { type ReactNode, useCallback, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'

const asked = new WeakMap<I18n, Set<string>>()

/** Starts loading words, at most once; called ahead of need, it lets words and code travel together. */
export function loadWords(i18n: I18n, namespaces: readonly string[]) {
  const known = asked.get(i18n) ?? new Set()
  asked.set(i18n, known)
  const missing = namespaces.filter((namespace) => !known.has(namespace))
  for (const namespace of missing) known.add(namespace)
  if (missing.length > 0) void i18n.loadNamespaces(missing)
}

type Props = { of: readonly string[]; fallback: ReactNode; children: ReactNode }

/** Shows its children once the words they use are there. */
export function Words({ of, fallback, children }: Props) {
  const i18n = useInstance()
  const subscribe = useCallback(
    (listener: () => void) => {
      i18n.on('loaded', listener)
      return () => i18n.off('loaded', listener)
    },
    [i18n],
  )
  const areThere = useSyncExternalStore(subscribe, () => of.every((namespace) => i18n.hasLoadedNamespace(namespace)))
  if (!areThere) loadWords(i18n, of)
  return areThere ? children : fallback
}

/** The instance itself: `useTranslation` wraps it anew for each language. */
export function useInstance(): I18n {
  const { i18n } = useTranslation()
  return (i18n as I18n & { __original?: I18n }).__original ?? i18n
}
