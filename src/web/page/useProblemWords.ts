import { useTranslation } from 'react-i18next'
import { ApiError } from '../api/http.ts'

/** A text for a problem: the service sends codes. */
export function useProblemWords() {
  const { t, i18n } = useTranslation('problems')
  return (error: unknown): string => {
    const code = error instanceof ApiError ? error.code : 'InternalError'
    const known = i18n.getResource(i18n.language, 'problems', 'code') as Record<string, string> | undefined
    if (known && code !== 'other' && known[code]) return known[code]
    const byStatus = error instanceof ApiError ? codeOfStatus[error.status] : undefined
    return (byStatus && known?.[byStatus]) ?? t('code.other', { code })
  }
}

/** Codes for answers without one of ours, such as those of a proxy. */
const codeOfStatus: Record<number, string> = {
  401: 'Unauthorized',
  502: 'Unavailable',
  503: 'Unavailable',
  504: 'NoAnswer',
}
