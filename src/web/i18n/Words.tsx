import type { i18n as I18n } from 'i18next'
import { type ReactNode, use } from 'react'
import { useTranslation } from 'react-i18next'

const loading = new WeakMap<I18n, Map<string, Promise<void>>>()

/** Starts loading words at most once; a page calls it before it is needed, so that words and code travel together. */
export function loadWords(i18n: I18n, namespaces: readonly string[]): Promise<void> {
  const known = loading.get(i18n) ?? new Map<string, Promise<void>>()
  loading.set(i18n, known)
  const key = namespaces.join()
  const promise = known.get(key) ?? i18n.loadNamespaces(namespaces)
  known.set(key, promise)
  return promise
}

/** Shows its children once the words they use are there. */
export function Words({ of, children }: { of: readonly string[]; children: ReactNode }) {
  const i18n = useInstance()
  if (!i18n.hasLoadedNamespace([...of])) use(loadWords(i18n, of))
  return children
}

/** The instance itself: `useTranslation` wraps it anew for each language. */
export function useInstance(): I18n {
  const { i18n } = useTranslation()
  return (i18n as I18n & { __original?: I18n }).__original ?? i18n
}
