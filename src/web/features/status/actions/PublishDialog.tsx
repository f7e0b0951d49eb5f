import { Field, Spinner, Textarea } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../../contract/languages.ts'
import { emailList } from '../../../../contract/publish.ts'
import { ApiError } from '../../../api/http.ts'
import { reading } from '../../../api/polled.ts'
import { sessionQuery } from '../../../api/session.ts'
import { statusQuery } from '../../../api/status.ts'
import { ActionFrame } from './ActionFrame.tsx'
import { ProblemList } from './ProblemList.tsx'
import { type DialogProps, useAction } from './useAction.ts'

/** First shows what the draft lacks, from a new status; then asks for the addresses for notifications (D10). */
export function PublishDialog(props: DialogProps) {
  const { t, i18n } = useTranslation(['status', 'common'])
  const { data: session } = useQuery({ ...sessionQuery, ...reading })
  const {
    data: status,
    dataUpdatedAt,
    error,
    isFetching,
    refetch,
  } = useQuery({
    ...statusQuery(props.offer),
    ...reading,
    refetchOnMount: 'always',
  })
  const [opened] = useState(Date.now)
  const [typed, setTyped] = useState<string>()
  const [wrong, setWrong] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  // The field appears after the check, when the dialog has already focused its only button.
  const arrive = useCallback((element: HTMLTextAreaElement | null) => {
    field.current = element
    element?.focus()
  }, [])
  const { send, ...outcome } = useAction('publish', props)
  const emails = typed ?? (status?.notificationEmails || session?.account.email || '')
  const refused = outcome.error instanceof ApiError ? outcome.error.details : []
  const invalid = outcome.error instanceof ApiError && outcome.error.status === 422 && refused.length > 0
  // After the check, a failed poll does not disturb typing.
  const checked = dataUpdatedAt >= opened
  const problems = invalid ? refused : checked ? (status?.actions?.publish.problems ?? []) : []

  function publish() {
    const valid = emailList(emails)?.join(',')
    setWrong(!valid)
    const language = i18n.language as Language
    if (valid) send({ publish: { metadata: { 'notification-emails': valid, language } } })
    else field.current?.focus()
  }

  const frame = { title: t('publish.title'), no: t('publish.no'), onClose: props.onClose }
  if (problems.length > 0) {
    return (
      <ActionFrame
        {...frame}
        {...outcome}
        error={isFetching ? undefined : error}
        no={t('common:close')}
        onYes={() => void refetch()}
        pending={isFetching}
        yes={invalid ? undefined : t('publish.again')}
      >
        <span>{t('publish.problems', { name: props.name })}</span>
        <ProblemList problems={problems} />
      </ActionFrame>
    )
  }
  if (!checked) {
    return (
      <ActionFrame
        {...frame}
        {...outcome}
        error={isFetching ? undefined : error}
        onYes={() => void refetch()}
        yes={error && !isFetching ? t('common:retry') : undefined}
      >
        {isFetching && <Spinner label={t('publish.checking')} labelPosition="after" size="tiny" />}
      </ActionFrame>
    )
  }
  return (
    <ActionFrame {...frame} {...outcome} onYes={publish} yes={t('action.publish')}>
      <span>{t('publish.text', { name: props.name })}</span>
      <Field label={t('publish.emails')} required validationMessage={wrong ? t('publish.emailsWrong') : undefined}>
        <Textarea
          ref={arrive}
          autoComplete="email"
          onChange={(_, { value }) => setTyped(value)}
          rows={2}
          value={emails}
        />
      </Field>
    </ActionFrame>
  )
}
