import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { MailRegular } from '@fluentui/react-icons/svg/mail'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Notification } from '../../../contract/notifications.ts'
import { notificationsQuery } from '../../api/history.ts'
import { ListView } from '../../page/ListView.tsx'
import type { OfferAddress } from '../../paths.ts'
import { Placeholder } from '../../ui/Placeholder.tsx'
import { NotificationItem } from './NotificationItem.tsx'
import { type Source, useFollowing } from './useFollowing.ts'

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    listStyleType: 'none',
    transitionProperty: 'opacity',
    transitionDuration: tokens.durationFast,
  },
  busy: { opacity: 0.5 },
  pending: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
  },
})

const keyOf = ({ id }: Notification) => id

/** The mails that the service wrote about the offer, sent or not. */
export function NotificationList({ offer, source }: { offer: OfferAddress; source: Source }) {
  const styles = useStyles()
  const { t } = useTranslation('history')
  const [page, setPage] = useState<number>()
  const query = useFollowing((isMoving) => notificationsQuery(offer, page ?? 1, isMoving), source)
  return (
    <ListView
      empty={{
        title: t('notifications.empty.title'),
        text: t('notifications.empty.text'),
        icon: <MailRegular />,
      }}
      keyOf={keyOf}
      label={t('notifications.title')}
      onPage={setPage}
      page={page}
      query={query}
      totalInWords={(count) => t('notifications.total', { count })}
    >
      {({ items, isBusy }) =>
        items ? (
          <ul aria-busy={isBusy} className={mergeClasses(styles.list, isBusy && styles.busy)}>
            {items.map((notification) => (
              <NotificationItem key={notification.id} notification={notification} />
            ))}
          </ul>
        ) : (
          <div className={styles.pending}>
            <Placeholder width="60%" />
            <Placeholder width="45%" />
          </div>
        )
      }
    </ListView>
  )
}
