import { Spinner } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Language, languages } from '../../../../contract/languages.ts'
import { emailList } from '../../../../contract/publish.ts'
import { ApiError } from '../../../api/http.ts'
import { withoutPolling } from '../../../api/polled.ts'
import { sessionQuery } from '../../../api/session.ts'
import { focusField } from '../../../ui/form/focusField.ts'
import { TextField } from '../../../ui/form/TextField.tsx'
import { ActionFrame } from './ActionFrame.tsx'
import { ProblemList } from './ProblemList.tsx'
import { Refused } from './Refused.tsx'
import { type DialogProps, type Outcome, useAction } from './useAction.ts'
import { useDraftCheck } from './useDraftCheck.ts'

const field = 'notification-emails'

/** First shows what the draft lacks, from a new status; then asks for the addresses for notifications (D10). */
export function PublishDialog(props: DialogProps) {
  const { t, i18n } = useTranslation(['status', 'common'])
  const { data: session } = useQuery({ ...sessionQuery, ...withoutPolling })
  const { draft, isChecking, error, check, lastEmails } = useDraftCheck(props.offer)
  const { send, outcome, permission, again } = useAction('publish', props)
  const [typed, setTyped] = useState<string>()
  const [isInvalid, setInvalid] = useState(false)
  const emails = typed ?? (lastEmails || session?.account.email || '')
  const refused = problemsIn(outcome)
  const frame = { title: t('publish.title'), cancel: t('publish.no'), onAskAgain: again, onClose: props.onClose }

  function publish(form: HTMLFormElement) {
    const valid = emailList(emails)?.join(',')
    setInvalid(!valid)
    if (!valid) return focusField(form, field)
    const language = languages.find((known): known is Language => known === i18n.language)
    send({ publish: { metadata: { [field]: valid, language } } })
  }

  if (draft.state === 'incomplete' || refused.length > 0)
    return (
      <ActionFrame
        {...frame}
        cancel={t('common:close')}
        confirm={refused.length > 0 ? undefined : t('publish.again')}
        onConfirm={check}
        outcome={{ state: 'open' }}
      >
        <span>{t('publish.problems', { name: props.name })}</span>
        <ProblemList problems={draft.state === 'incomplete' ? draft.problems : refused} />
        {error && <Refused error={error} />}
      </ActionFrame>
    )
  if (draft.state === 'unchecked')
    return (
      <ActionFrame {...frame} confirm={error ? t('common:retry') : undefined} onConfirm={check} outcome={outcome}>
        {isChecking && <Spinner label={t('publish.checking')} labelPosition="after" size="tiny" />}
        {error && <Refused error={error} />}
      </ActionFrame>
    )
  return (
    <ActionFrame {...frame} confirm={t('action.publish')} onConfirm={publish} outcome={outcome} permission={permission}>
      <span>{t('publish.text', { name: props.name })}</span>
      <TextField
        autoComplete="email"
        error={isInvalid ? t('publish.emailsWrong') : undefined}
        focusFirst
        label={t('publish.emails')}
        name={field}
        onChange={setTyped}
        value={emails}
      />
    </ActionFrame>
  )
}

/** What the service found missing in the draft, though the page had found nothing. */
const problemsIn = (outcome: Outcome) =>
  outcome.state === 'refused' && outcome.error instanceof ApiError && outcome.error.status === 422
    ? outcome.error.details
    : []
