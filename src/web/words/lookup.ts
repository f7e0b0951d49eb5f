import type { i18n as I18n } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useInstance } from '../i18n/useInstance.ts'

/** Files whose keys are codes. The codes contain dots, so the files are flat. */
const flat = ['steps', 'stepDescriptions', 'messages', 'fields', 'fieldParts'] as const

/** Words for codes, some of which this page may not know; `actor.` or the like before a code names a part of the file. */
type OpenNamespace = (typeof flat)[number] | 'offers' | 'status' | 'history' | 'problems' | 'webhooks'

/** The words for a code in the reader's language, or undefined: then the service's own words are shown (D18). */
export function words(
  i18n: I18n,
  ns: OpenNamespace,
  key: string,
  values: Record<string, string | number> = {},
): string | undefined {
  const keySeparator = flat.some((each) => each === ns) ? false : '.'
  const found: unknown = i18n.getResource(i18n.language, ns, key, { keySeparator })
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
