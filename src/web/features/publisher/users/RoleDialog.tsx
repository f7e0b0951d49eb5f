import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member } from '../../../../contract/members.ts'
import type { Role } from '../../../../contract/session.ts'
import { membersOf } from '../../../api/members.ts'
import { ConfirmForm } from '../../../ui/dialogs/ConfirmForm.tsx'
import { DialogFrame } from '../../../ui/dialogs/DialogFrame.tsx'
import { MemberFailure } from './MemberFailure.tsx'
import { RoleField } from './RoleField.tsx'

/** A member whose role was given here. */
export type GrantedMember = Member & { granted: Role }

type Props = { publisherId: string; member: GrantedMember; onDone: (role: Role) => void; onClose: () => void }

/** Gives a member another role. */
export function RoleDialog({ publisherId, member, onDone, onClose }: Props) {
  const { t } = useTranslation('publisher')
  const client = useQueryClient()
  const [role, setRole] = useState(member.granted)
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => membersOf(client, publisherId).changeRole(member.accountId, role),
    onSuccess: () => {
      onDone(role)
      onClose()
    },
  })
  return (
    <DialogFrame onClose={onClose}>
      <ConfirmForm
        cancel={t('cancel')}
        confirm={t('change.confirm')}
        onClose={onClose}
        onConfirm={() => mutate()}
        pending={isPending}
        title={t('change.title', { user: member.name })}
      >
        <RoleField onChange={setRole} role={role} />
        {member.isCaller && role !== 'owner' && <span>{t('change.own')}</span>}
        <MemberFailure error={error} />
      </ConfirmForm>
    </DialogFrame>
  )
}
