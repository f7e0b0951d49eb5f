import type { i18n as I18n } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useInstance } from '../i18n/useInstance.ts'

/** The words for codes, some of which this page may not know. Keys contain dots, so the files are flat. */
type OpenNamespace = 'offers' | 'status' | 'problems' | 'steps' | 'stepDescriptions' | 'messages' | 'fields'

/** The words for a code in the reader's language, or undefined: then the service's own words are shown (D18). */
export function words(
  i18n: I18n,
  ns: OpenNamespace,
  key: string,
  values: Record<string, string | number> = {},
): string | undefined {
  const options = { ns, keySeparator: false } as const
  const found: unknown = i18n.getResource(i18n.language, ns, key, options)
  if (typeof found !== 'string') return undefined
  const blanks = [...found.matchAll(/{{\s*([^},\s]+)/g)].map(([, blank]) => blank!)
  if (!blanks.every((blank) => blank in values)) return undefined
  return i18n.services.interpolator.interpolate(found, values, i18n.language, {})
}

/** `words` in the current language. */
export function useWords() {
  useTranslation()
  const i18n = useInstance()
  return (ns: OpenNamespace, key: string, values?: Record<string, string | number>) => words(i18n, ns, key, values)
}
