import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { historyQuery } from '../../api/history.ts'
import { withoutPolling } from '../../api/polled.ts'
import { sessionQuery } from '../../api/session.ts'
import { Freshness } from '../../page/Freshness.tsx'
import { PageTitle } from '../../page/PageTitle.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useFilter } from '../../ui/useFilter.ts'
import { EventFilter } from './EventFilter.tsx'
import { EventList } from './EventList.tsx'
import { askedBy, filterFrom } from './filter.ts'
import { useFollowing } from './useFollowing.ts'
import { useToday } from './useToday.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
})

/** Who did what and when, over all publishers of the account. */
export function HistoryPage() {
  const styles = useStyles()
  const { t } = useTranslation('history')
  const { filter, change } = useFilter(filterFrom)
  const { data: session, dataUpdatedAt } = useQuery({ ...sessionQuery, ...withoutPolling })
  const asked = askedBy(filter, useToday())
  const query = useFollowing((isMoving) => historyQuery(asked, isMoving), { isMoving: session?.moving, dataUpdatedAt })
  return (
    <div className={styles.page}>
      <PageTitle page={t('title')} />
      <PageHeader title={t('title')} text={t('text')}>
        <Freshness query={query} />
      </PageHeader>
      <EventFilter asked={asked} filter={filter} onChange={change} />
      <EventList filter={filter} list="all" onChange={change} query={query} />
    </div>
  )
}
