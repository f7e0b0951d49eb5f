import { makeStyles, tokens } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invitation } from '../../../../contract/invitations.ts'
import { membersOf } from '../../../api/members.ts'
import { serviceTime } from '../../../clock.ts'
import { ConfirmDialog } from '../../../page/ConfirmDialog.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DialogButton } from '../../../ui/dialogs/DialogButton.tsx'
import { Entry } from '../../../ui/Entry.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Moment } from '../../../words/Moment.tsx'
import { MemberFailure } from './MemberFailure.tsx'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  note: { marginBlock: 0, marginBottom: tokens.spacingVerticalM },
})

type Props = {
  publisherId: string
  invitations: readonly Invitation[]
  /** People sign in; otherwise they are accounts of the demonstration. */
  signsIn: boolean
  onDone: (done: string) => void
}

/** Who was invited and has not come yet. */
export function InvitationList({ publisherId, invitations, signsIn, onDone }: Props) {
  const styles = useStyles()
  const { t } = useTranslation('publisher')
  if (invitations.length === 0) return null
  const isKept = invitations.some(({ mail }) => mail === 'kept')
  return (
    <Panel title={t('invitations.title')}>
      {!signsIn && <p className={styles.note}>{t('invitations.demonstration')}</p>}
      {signsIn && isKept && <p className={styles.note}>{t('invitations.unsent')}</p>}
      <ul className={styles.list}>
        {invitations.map((invitation) => (
          <InvitationEntry key={invitation.id} invitation={invitation} onDone={onDone} publisherId={publisherId} />
        ))}
      </ul>
    </Panel>
  )
}

type EntryProps = Pick<Props, 'publisherId' | 'onDone'> & { invitation: Invitation }

function InvitationEntry({ publisherId, invitation, onDone }: EntryProps) {
  const { t } = useTranslation(['publisher', 'common'])
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const { id, email, role, invitedBy, sentTime, expiresTime, mail } = invitation
  const again = useMutation({
    mutationFn: () => membersOf(client, publisherId).sendAgain(id),
    onSuccess: () => onDone(t('invitations.again.done', { user: email })),
  })
  const isOver = Date.parse(expiresTime) <= serviceTime()
  return (
    <Entry
      facts={[
        [t('role'), t(`common:role.${role}`)],
        [t('invitations.by'), invitedBy],
        [t('invitations.sent'), <Moment key="sent" time={sentTime} />],
        [isOver ? t('invitations.expired') : t('invitations.expires'), <Moment key="end" time={expiresTime} />],
        [t('invitations.mail.label'), t(`invitations.mail.${mail}`)],
      ]}
      name={email}
    >
      <MemberFailure error={again.error} />
      <Button
        aria-label={t('invitations.again.named', { user: email })}
        disabledFocusable={again.isPending}
        onClick={() => again.mutate()}
      >
        {t('invitations.again.action')}
      </Button>
      <DialogButton aria-label={t('invitations.withdraw.named', { user: email })} onClick={() => setAsking(true)}>
        {t('invitations.withdraw.action')}
      </DialogButton>
      {isAsking && (
        <ConfirmDialog
          act={async () => {
            await membersOf(client, publisherId).withdraw(id)
            onDone(t('invitations.withdraw.done', { user: email }))
          }}
          cancel={t('invitations.withdraw.cancel')}
          confirm={t('invitations.withdraw.action')}
          failure={(error) => <MemberFailure error={error} />}
          onClose={() => setAsking(false)}
          text={t('invitations.withdraw.text')}
          title={t('invitations.withdraw.title', { user: email })}
        />
      )}
    </Entry>
  )
}
