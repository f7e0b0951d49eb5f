import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { membersQuery } from '../../../api/members.ts'
import { withoutPolling } from '../../../api/polled.ts'
import { sessionQuery } from '../../../api/session.ts'
import { Entries } from '../../../page/Entries.tsx'
import { Freshness } from '../../../page/Freshness.tsx'
import { PageTitle } from '../../../page/PageTitle.tsx'
import { DialogButton } from '../../../ui/dialogs/DialogButton.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Done } from './Done.tsx'
import { InvitationList } from './InvitationList.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { MemberEntry } from './MemberEntry.tsx'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '900px' },
  invite: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  reason: { margin: 0, color: tokens.colorNeutralForeground2 },
})

/** The people of a publisher: everybody there sees them, and owners decide who they are. */
export function UsersPage() {
  const styles = useStyles()
  const { t } = useTranslation('publisher')
  const { publisherId = '' } = useParams()
  const reasonId = useId()
  const [isInviting, setInviting] = useState(false)
  const [done, setDone] = useState<{ text: string }>()
  const query = membersQuery(publisherId)
  const answer = useQuery(query)
  const { data: session } = useQuery({ ...sessionQuery, ...withoutPolling })
  const publisher = session?.publishers.find(({ id }) => id === publisherId)
  const mayChange = publisher?.role === 'owner'
  const owners = answer.data?.items.filter(({ role }) => role === 'owner') ?? []
  const tell = (text: string) => setDone({ text })
  return (
    <div className={styles.page}>
      <PageTitle page={publisher?.name ?? publisherId} part={t('tab.users')} />
      <Freshness query={query} />
      <div className={styles.invite}>
        <DialogButton
          appearance="primary"
          aria-describedby={mayChange ? undefined : reasonId}
          disabledFocusable={!mayChange}
          onClick={() => setInviting(true)}
        >
          {t('invite.action')}
        </DialogButton>
        {publisher && !mayChange && (
          <p className={styles.reason} id={reasonId}>
            {t('users.ownersOnly')}
          </p>
        )}
      </div>
      <Done done={done} />
      <InvitationList
        invitations={answer.data?.invitations ?? []}
        onDone={tell}
        publisherId={publisherId}
        signsIn={session?.signsIn === true}
      />
      <Panel title={t('users.title')}>
        <Entries none={null} query={answer}>
          {(member) => (
            <MemberEntry
              key={member.accountId}
              isOnlyOwner={owners.length === 1 && owners[0] === member}
              mayChange={mayChange}
              member={member}
              onDone={tell}
              publisherId={publisherId}
            />
          )}
        </Entries>
      </Panel>
      {isInviting && (
        <InviteDialog
          onClose={() => setInviting(false)}
          onDone={(email) => tell(t('invite.done', { user: email }))}
          publisherId={publisherId}
        />
      )}
    </div>
  )
}
