import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NewInvitation } from '../../../../contract/invitations.ts'
import type { Language } from '../../../../contract/languages.ts'
import type { Role } from '../../../../contract/session.ts'
import { membersOf, profileQuery } from '../../../api/members.ts'
import { withoutPolling } from '../../../api/polled.ts'
import { ConfirmForm } from '../../../ui/dialogs/ConfirmForm.tsx'
import { DialogFrame } from '../../../ui/dialogs/DialogFrame.tsx'
import { FieldFrame } from '../../../ui/form/FieldFrame.tsx'
import { useInputStyles } from '../../../ui/form/inputStyles.ts'
import { LanguageField } from '../LanguageField.tsx'
import { MemberFailure } from './MemberFailure.tsx'
import { RoleField } from './RoleField.tsx'

type Props = { publisherId: string; onDone: (email: string) => void; onClose: () => void }

/** Asks whom to invite, with which role, and in which language to write to them. */
export function InviteDialog({ publisherId, onDone, onClose }: Props) {
  const { input } = useInputStyles()
  const { t } = useTranslation('publisher')
  const client = useQueryClient()
  const { data: profile } = useQuery({ ...profileQuery(publisherId), ...withoutPolling, refetchOnMount: true })
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('contributor')
  const [chosen, setChosen] = useState<Language>()
  const [isTried, setTried] = useState(false)
  const wanted = { email: email.trim(), role, language: chosen ?? profile?.language ?? 'en-US' }
  const isWrong = isTried && !NewInvitation.safeParse(wanted).success
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => membersOf(client, publisherId).invite(wanted),
    onSuccess: () => {
      onDone(wanted.email)
      onClose()
    },
  })

  function submit(form: HTMLFormElement) {
    setTried(true)
    if (NewInvitation.safeParse(wanted).success) mutate()
    else form.querySelector('input')?.focus()
  }

  return (
    <DialogFrame onClose={onClose}>
      <ConfirmForm
        cancel={t('cancel')}
        confirm={t('invite.confirm')}
        onClose={onClose}
        onConfirm={submit}
        pending={isPending}
        title={t('invite.title')}
      >
        <FieldFrame
          faults={isWrong && <span role="alert">{t('invite.wrong')}</span>}
          help={t('invite.help')}
          isInvalid={isWrong}
          label={t('address')}
          required
        >
          {(control) => (
            <input
              {...control}
              autoComplete="off"
              className={input}
              maxLength={254}
              onChange={({ target }) => setEmail(target.value)}
              type="email"
              value={email}
            />
          )}
        </FieldFrame>
        <RoleField onChange={setRole} role={role} />
        <LanguageField language={wanted.language} onChange={setChosen} />
        <MemberFailure error={error} />
      </ConfirmForm>
    </DialogFrame>
  )
}
