import { makeStyles, tokens } from '@fluentui/react-components'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pageSize } from '../../../contract/offerList.ts'
import { notificationsQuery } from '../../api/history.ts'
import { LoadProblem } from '../../page/LoadProblem.tsx'
import { Pager } from '../../page/Pager.tsx'
import type { OfferAddress } from '../../paths.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Placeholder } from '../../ui/Placeholder.tsx'
import { NotificationItem } from './NotificationItem.tsx'
import { type Source, useFollowing } from './useFollowing.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  none: { margin: 0, color: tokens.colorNeutralForeground3 },
  pending: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
})

/** The mails that the service wrote about the offer, sent or not. */
export function NotificationList({ offer, source }: { offer: OfferAddress; source: Source }) {
  const styles = useStyles()
  const { t } = useTranslation(['history', 'common'])
  const [page, setPage] = useState(1)
  const query = useFollowing((isMoving) => notificationsQuery(offer, page, isMoving), source)
  const { data, error, refetch } = useQuery({ ...query, placeholderData: keepPreviousData })
  return (
    <Panel title={t('notifications.title')}>
      {data?.total === 0 && <p className={styles.none}>{t('notifications.none')}</p>}
      {data && data.items.length > 0 && (
        <ul className={styles.list}>
          {data.items.map((notification) => (
            <NotificationItem key={notification.id} notification={notification} />
          ))}
        </ul>
      )}
      {data && data.total > pageSize && (
        <Pager
          page={page}
          text={t('notifications.total', { count: data.total })}
          total={data.total}
          onPage={(page = 1) => setPage(page)}
        />
      )}
      {!data && error && <LoadProblem error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <div className={styles.pending} role="status" aria-busy aria-label={t('common:freshness.loading')}>
          <Placeholder width="60%" />
          <Placeholder width="45%" />
        </div>
      )}
    </Panel>
  )
}
