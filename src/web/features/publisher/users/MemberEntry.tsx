import { makeStyles, tokens } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member } from '../../../../contract/members.ts'
import { membersOf } from '../../../api/members.ts'
import { ConfirmDialog } from '../../../page/ConfirmDialog.tsx'
import { DialogButton } from '../../../ui/dialogs/DialogButton.tsx'
import { Entry } from '../../../ui/Entry.tsx'
import { MemberFailure } from './MemberFailure.tsx'
import { type GrantedMember, RoleDialog } from './RoleDialog.tsx'

const useStyles = makeStyles({
  reason: { flexBasis: '100%', margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

const isGranted = (member: Member): member is GrantedMember => member.granted !== undefined

type Props = {
  publisherId: string
  member: Member
  /** The reader is an owner. */
  mayChange: boolean
  isOnlyOwner: boolean
  onDone: (done: string) => void
}

export function MemberEntry({ publisherId, member, mayChange, isOnlyOwner, onDone }: Props) {
  const styles = useStyles()
  const { t } = useTranslation(['publisher', 'common'])
  const { name, email, role, claimed, isCaller } = member
  return (
    <Entry
      facts={[
        [t('address'), email],
        [t('role'), t(`common:role.${role}`)],
      ]}
      name={isCaller ? t('users.you', { name }) : name}
    >
      {mayChange && isGranted(member) && (
        <MemberActions isOnlyOwner={isOnlyOwner} member={member} onDone={onDone} publisherId={publisherId} />
      )}
      {claimed && <p className={styles.reason}>{t('users.claimed', { role: t(`common:role.${claimed}`) })}</p>}
    </Entry>
  )
}

type ActionProps = Omit<Props, 'mayChange' | 'member'> & { member: GrantedMember }

function MemberActions({ publisherId, member, isOnlyOwner, onDone }: ActionProps) {
  const styles = useStyles()
  const { t } = useTranslation(['publisher', 'common'])
  const client = useQueryClient()
  const id = useId()
  const [open, setOpen] = useState<'role' | 'remove'>()
  const { accountId, name, claimed, isCaller } = member
  const close = () => setOpen(undefined)
  const locked = isOnlyOwner ? { disabledFocusable: true, 'aria-describedby': id } : {}
  return (
    <>
      <DialogButton {...locked} aria-label={t('change.named', { user: name })} onClick={() => setOpen('role')}>
        {t('change.action')}
      </DialogButton>
      <DialogButton {...locked} aria-label={t('remove.named', { user: name })} onClick={() => setOpen('remove')}>
        {t('remove.action')}
      </DialogButton>
      {isOnlyOwner && (
        <p className={styles.reason} id={id}>
          {t('refusal.lastOwner')}
        </p>
      )}
      {open === 'role' && (
        <RoleDialog
          member={member}
          onClose={close}
          onDone={(role) => onDone(t('change.done', { user: name, role: t(`common:role.${role}`) }))}
          publisherId={publisherId}
        />
      )}
      {open === 'remove' && (
        <ConfirmDialog
          act={async () => {
            await membersOf(client, publisherId).remove(accountId)
            onDone(t('remove.done', { user: name }))
          }}
          cancel={t('remove.cancel')}
          confirm={t('remove.action')}
          failure={(error) => <MemberFailure error={error} />}
          onClose={close}
          text={
            claimed
              ? t('remove.claimed', { role: t(`common:role.${claimed}`) })
              : t(isCaller ? 'remove.own' : 'remove.text')
          }
          title={t('remove.title', { user: name })}
        />
      )}
    </>
  )
}
