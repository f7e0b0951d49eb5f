import { useTranslation } from 'react-i18next'
import { memberRefusals } from '../../../../contract/members.ts'
import { ApiError } from '../../../api/http.ts'
import { useProblemWords } from '../../../page/useProblemWords.ts'

/** Why the service did not change the members; an empty place until then. */
export function MemberFailure({ error }: { error: unknown }) {
  const { t } = useTranslation('publisher')
  const inWords = useProblemWords()
  if (!error) return null
  const codes = error instanceof ApiError ? error.details.map(({ code }) => code) : []
  const refusal = memberRefusals.find((known) => codes.includes(known))
  return <span role="alert">{refusal ? t(`refusal.${refusal}`) : inWords(error)}</span>
}
