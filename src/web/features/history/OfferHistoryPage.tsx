import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { isMoving } from '../../../contract/indicators.ts'
import { historyQuery } from '../../api/history.ts'
import { withoutPolling } from '../../api/polled.ts'
import { statusQuery } from '../../api/status.ts'
import { FilterBar } from '../../page/FilterBar.tsx'
import { Freshness } from '../../page/Freshness.tsx'
import { useFilter } from '../../ui/useFilter.ts'
import { CompletedSwitch } from './CompletedSwitch.tsx'
import { EventList } from './EventList.tsx'
import { FileLink } from './FileLink.tsx'
import { askedBy, isFiltered, noFilter, offerFilterFrom, ofOffer } from './filter.ts'
import { NotificationList } from './NotificationList.tsx'
import { PeriodFilter } from './PeriodFilter.tsx'
import { useFollowing } from './useFollowing.ts'
import { useToday } from './useToday.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
})

/** An offer's History tab: its events and the mails about it. */
export function OfferHistoryPage() {
  const styles = useStyles()
  const { t } = useTranslation('history')
  const { publisherId = '', offerId = '' } = useParams()
  const offer = { publisherId, offerId }
  const { filter, change } = useFilter(offerFilterFrom)
  const { data: status, dataUpdatedAt } = useQuery({ ...statusQuery(offer), ...withoutPolling })
  const source = { isMoving: status && isMoving(status), dataUpdatedAt }
  const asked = ofOffer(offer, askedBy(filter, useToday()))
  const query = useFollowing((isMoving) => historyQuery(asked, isMoving), source)
  return (
    <div className={styles.root}>
      <div className={styles.part}>
        <div className={styles.head}>
          <h2 className={styles.title}>{t('title')}</h2>
          <Freshness query={query} />
        </div>
        <FilterBar after={<FileLink filter={asked} />} isFiltered={isFiltered(filter)} onClear={() => change(noFilter)}>
          <PeriodFilter filter={filter} onChange={change} />
          <CompletedSwitch filter={filter} onChange={change} />
        </FilterBar>
        <EventList filter={filter} list="offer" onChange={change} query={query} />
      </div>
      <div className={styles.part}>
        <h2 className={styles.title}>{t('notifications.title')}</h2>
        <NotificationList offer={offer} source={source} />
      </div>
    </div>
  )
}
