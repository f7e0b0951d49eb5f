import { useTranslation } from 'react-i18next'
import { ApiError } from '../api/http.ts'
import { useWords } from '../words/lookup.ts'

/** A text for a problem: the service sends codes. */
export function useProblemWords() {
  const { t } = useTranslation('problems')
  const words = useWords()
  return (error: unknown): string => {
    const { code, status, requestId: id } = error instanceof ApiError ? error : unforeseen
    const problem =
      words('problems', `code.${code}`) ??
      words('problems', `code.${codeOfStatus[status]}`) ??
      (code.startsWith('Http') ? t('code.between', { status }) : t('code.other', { code }))
    return id ? t('withRequest', { problem, id }) : problem
  }
}

const unforeseen = { code: 'InternalError', status: 500, requestId: undefined }

/** Codes for answers without one of ours: those of a proxy. */
const codeOfStatus: Record<number, string> = {
  401: 'Unauthorized',
  413: 'ContentTooLarge',
  414: 'AddressTooLong',
  429: 'TooManyRequests',
  502: 'Unavailable',
  503: 'Unavailable',
  504: 'NoAnswer',
}
