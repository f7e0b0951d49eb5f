import { makeStyles, tokens } from '@fluentui/react-components'
import { PeopleRegular } from '@fluentui/react-icons/svg/people'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Outlet, useParams } from 'react-router'
import { withoutPolling } from '../../api/polled.ts'
import { sessionQuery } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StatePage } from '../../ui/StatePage.tsx'
import { TabLinks } from '../../ui/TabLinks.tsx'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
})

/** The frame around a publisher's tabs: its name and the caller's role there. */
export function PublisherPage() {
  const styles = useStyles()
  const { t } = useTranslation(['publisher', 'common'])
  const { publisherId = '' } = useParams()
  const { data: publishers } = useQuery({
    ...sessionQuery,
    ...withoutPolling,
    select: (session) => session.publishers,
  })
  const publisher = publishers?.find(({ id }) => id === publisherId)
  if (publishers && !publisher)
    return <StatePage as="h1" icon={<PeopleRegular />} text={t('gone.text')} title={t('gone.title')} urgent />
  return (
    <div className={styles.page}>
      <PageHeader
        text={publisher && t('yourRole', { role: t(`common:role.${publisher.role}`) })}
        title={publisher?.name ?? publisherId}
      />
      <TabLinks
        label={t('tabs')}
        tabs={[
          { name: t('tab.users'), to: paths.users(publisherId) },
          { name: t('tab.profile'), to: paths.profile(publisherId) },
          { name: t('tab.webhooks'), to: paths.webhooks(publisherId) },
        ]}
      />
      <Outlet />
    </div>
  )
}
