import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowClockwise16Regular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { PlugDisconnected16Regular } from '@fluentui/react-icons/svg/plug-disconnected'
import { Warning16Filled } from '@fluentui/react-icons/svg/warning'
import { type QueryKey, type UseQueryOptions, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../api/http.ts'
import { withoutPolling } from '../api/polled.ts'
import { age, clockTime } from '../i18n/format.ts'
import { useTimeZone } from '../i18n/useTimeZone.ts'
import { Button } from '../ui/Button.tsx'
import { useNow } from '../ui/useNow.ts'
import { useOnline } from '../ui/useOnline.ts'

const useStyles = makeStyles({
  // Room for two lines, which long texts need on a narrow screen, so that nothing moves.
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '32px',
    minWidth: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    '@media (max-width: 640px)': { minHeight: '36px' },
  },
  problem: { color: tokens.colorPaletteDarkOrangeForeground1, fontWeight: tokens.fontWeightSemibold },
  icon: { flexShrink: 0 },
  refresh: { color: 'inherit', flexShrink: 0 },
})

type Props<Data> = { query: UseQueryOptions<Data, Error, Data, QueryKey> }

/** How old the page's data is, and whether the last attempt to renew it failed. Its place is always kept, and trouble is announced. */
export function Freshness<Data>({ query }: Props<Data>) {
  const styles = useStyles()
  const { t, i18n } = useTranslation()
  useTimeZone()
  const online = useOnline()
  const { dataUpdatedAt, error, refetch } = useQuery({ ...query, ...withoutPolling })
  // Without data, the page itself says why.
  const trouble = !online ? 'offline' : error && dataUpdatedAt > 0 ? 'stale' : undefined
  const time = trouble && clockTime(dataUpdatedAt, i18n.language)
  const Icon = trouble === 'offline' ? PlugDisconnected16Regular : Warning16Filled
  return (
    <div className={mergeClasses(styles.root, trouble && styles.problem)}>
      {trouble && <Icon aria-hidden className={styles.icon} />}
      {!trouble && !error && <Age since={dataUpdatedAt} />}
      <span role="status">
        {trouble === 'offline' &&
          (dataUpdatedAt > 0 ? t('freshness.offline', { time }) : t('freshness.offlineNothing'))}
        {trouble === 'stale' && t(`freshness.${isUnreadable(error) ? 'unreadable' : 'stale'}`, { time })}
      </span>
      <Button
        appearance="transparent"
        aria-label={t('refresh')}
        className={styles.refresh}
        icon={<ArrowClockwise16Regular />}
        onClick={() => void refetch()}
        size="small"
      />
    </div>
  )
}

const isUnreadable = (error: unknown) => error instanceof ApiError && error.code === 'Unreadable'

function Age({ since }: { since: number }) {
  const { t, i18n } = useTranslation()
  const now = useNow(5000)
  if (since === 0) return <span>{t('freshness.loading')}</span>
  return <span>{t('freshness.updated', { age: age(now - since, i18n.language) ?? t('freshness.justNow') })}</span>
}
