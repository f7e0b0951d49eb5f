import { MessageBarTitle } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { LateAnswer } from '../../api/actions.ts'
import { isLost } from '../../api/http.ts'
import { useRefusedRequest } from '../../page/useRefusal.ts'

/** Which action on which offer it was, and what became of it. */
export function LateAnswerWords({ answer: { request, error } }: { answer: LateAnswer }) {
  const { t } = useTranslation('status')
  const inWords = useRefusedRequest()
  const { action, name } = request
  return (
    <>
      <MessageBarTitle>{t('late.title', { action: t(`action.${action}`), name })}</MessageBarTitle>{' '}
      {!error ? t('late.done') : isLost(error) ? t('lost.unknown') : inWords(error)}
    </>
  )
}
