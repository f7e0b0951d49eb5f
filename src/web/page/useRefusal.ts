import { useTranslation } from 'react-i18next'
import { type Refusal, refusals } from '../../contract/status.ts'
import { ApiError } from '../api/http.ts'
import { useProblemWords } from './useProblemWords.ts'

const known = (reason: string | undefined) => refusals.find((each): each is Refusal => each === reason)

/** Why an offer does not allow an action, in words. */
export function useRefusal() {
  const { t } = useTranslation('status')
  return (permission: { reason?: string | undefined } | undefined) => {
    const refusal = known(permission?.reason)
    if (refusal) return t(`refusal.${refusal}`)
    return permission?.reason ? t('refusal.other', { reason: permission.reason }) : t('refusal.unsaid')
  }
}

/** Why the service refused a request, in words. */
export function useRefusedRequest() {
  const { t } = useTranslation('status')
  const inWords = useProblemWords()
  return (error: unknown) => {
    const details = error instanceof ApiError ? error.details : []
    const refusal = details.map(({ code }) => known(code)).find(Boolean)
    return refusal ? t(`refusal.${refusal}`) : inWords(error)
  }
}
