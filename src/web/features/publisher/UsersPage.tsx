import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { Member } from '../../../contract/members.ts'
import { membersQuery } from '../../api/members.ts'
import { Entries } from '../../page/Entries.tsx'
import { Freshness } from '../../page/Freshness.tsx'
import { PageTitle } from '../../page/PageTitle.tsx'
import { Entry } from '../../ui/Entry.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** The people of a publisher. */
export function UsersPage() {
  const { t } = useTranslation('publisher')
  const { publisherId = '' } = useParams()
  const query = membersQuery(publisherId)
  const answer = useQuery(query)
  return (
    <>
      <PageTitle page={t('tab.users')} part={publisherId} />
      <Freshness query={query} />
      <Panel title={t('users.title')}>
        <Entries none={null} query={answer}>
          {(member) => <MemberEntry key={member.accountId} member={member} />}
        </Entries>
      </Panel>
    </>
  )
}

function MemberEntry({ member: { name, email, role, claimed, isCaller } }: { member: Member }) {
  const { t } = useTranslation(['publisher', 'common'])
  return (
    <Entry
      facts={[
        [t('address'), email],
        [t('role'), t(`common:role.${role}`)],
      ]}
      name={isCaller ? t('users.you', { name }) : name}
    >
      {claimed && <span>{t('users.claimed', { role: t(`common:role.${claimed}`) })}</span>}
    </Entry>
  )
}
