import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { latestNotificationsQuery, readNotifications } from '../../api/news.ts'
import { paths } from '../../paths.ts'
import { PageLink } from '../../ui/PageLink.tsx'
import { Placeholder } from '../../ui/Placeholder.tsx'
import { BellItem } from './BellItem.tsx'
import { useNews } from './useNews.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, maxHeight: 'min(480px, 70vh)', overflowY: 'auto', listStyleType: 'none' },
  text: { margin: 0, padding: tokens.spacingHorizontalL },
  all: {
    display: 'block',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
  },
})

/** The newest notifications. When it opens, they count as read; those that were not stay marked until it closes. */
export function BellPanel({ onClose }: { onClose: () => void }) {
  const styles = useStyles()
  const { t } = useTranslation('news')
  const client = useQueryClient()
  const news = useNews()
  const [unread] = useState(news?.unread ?? 0)
  const { data, error } = useQuery({ ...latestNotificationsQuery, staleTime: 0 })
  const newest = data?.items[0]?.id
  useEffect(() => {
    // Until it is kept they stay unread, which the next opening tells again.
    if (newest !== undefined && unread > 0) readNotifications(client, newest).catch(() => {})
  }, [client, newest, unread])
  return (
    <>
      {data && data.items.length > 0 && (
        <ul className={styles.list}>
          {data.items.map((notification, index) => (
            <BellItem key={notification.id} isNew={index < unread} notification={notification} onOpen={onClose} />
          ))}
        </ul>
      )}
      {data?.items.length === 0 && <p className={styles.text}>{t('bell.empty')}</p>}
      {!data && error && (
        <p className={styles.text} role="alert">
          {t('bell.failed')}
        </p>
      )}
      {!data && !error && (
        <div aria-busy className={styles.text}>
          <Placeholder width="70%" />
        </div>
      )}
      <PageLink className={styles.all} onClick={onClose} to={paths.history}>
        {t('bell.all')}
      </PageLink>
    </>
  )
}
