import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { profileQuery } from '../../api/members.ts'
import { withoutPolling } from '../../api/polled.ts'
import { sessionQuery } from '../../api/session.ts'
import { Freshness } from '../../page/Freshness.tsx'
import { LoadProblem } from '../../page/LoadProblem.tsx'
import { PageTitle } from '../../page/PageTitle.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Placeholder } from '../../ui/Placeholder.tsx'
import { ProfileForm } from './ProfileForm.tsx'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '640px' },
})

/** How a publisher presents itself, and where its mails go. */
export function ProfilePage() {
  const styles = useStyles()
  const { t } = useTranslation('publisher')
  const { publisherId = '' } = useParams()
  const query = profileQuery(publisherId)
  const { data: profile, error, refetch } = useQuery(query)
  const { data: role } = useQuery({
    ...sessionQuery,
    ...withoutPolling,
    select: ({ publishers }) => publishers.find(({ id }) => id === publisherId)?.role,
  })
  return (
    <div className={styles.page}>
      <PageTitle page={profile?.name ?? publisherId} part={t('tab.profile')} />
      <Freshness query={query} />
      <Panel title={t('profile.title')}>
        {profile ? (
          <ProfileForm key={publisherId} mayChange={role === 'owner'} profile={profile} />
        ) : error ? (
          <LoadProblem error={error} onRetry={() => void refetch()} />
        ) : (
          <Placeholder width="60%" />
        )}
      </Panel>
    </div>
  )
}
