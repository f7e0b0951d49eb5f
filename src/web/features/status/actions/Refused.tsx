import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { type Refusal, refusals } from '../../../../contract/status.ts'
import { ApiError } from '../../../api/http.ts'
import { useProblemWords } from '../../../page/useProblemWords.ts'

/** The service's reason for refusing an action. */
export function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation('status')
  const inWords = useProblemWords()
  const codes = error instanceof ApiError ? error.details.map(({ code }) => code) : []
  const refusal = refusals.find((each): each is Refusal => codes.includes(each))
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{refusal ? t(`refusal.${refusal}`) : inWords(error)}</MessageBarBody>
    </MessageBar>
  )
}
