import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ClockAlarm16Regular } from '@fluentui/react-icons/svg/clock-alarm'
import { useTranslation } from 'react-i18next'
import { serviceTime } from '../clock.ts'
import { useNow } from '../ui/useNow.ts'

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    // On the line of the text before it.
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalXXS,
    flexShrink: 0,
    paddingInline: tokens.spacingHorizontalSNudge,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'nowrap',
  },
  place: { border: `1px solid ${tokens.colorNeutralStroke1}`, color: tokens.colorNeutralForeground3 },
  live: { color: tokens.colorPaletteGreenForeground1, backgroundColor: tokens.colorPaletteGreenBackground1 },
  new: {
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    fontWeight: tokens.fontWeightSemibold,
  },
  icon: { alignSelf: 'center' },
  overdue: {
    color: tokens.colorPaletteDarkOrangeForeground1,
    backgroundColor: tokens.colorPaletteDarkOrangeBackground1,
  },
})

/** Shows that customers still see an older version, whatever the status of a newer attempt (D4). */
export function LiveMark({ version, indicator }: { version: number | undefined; indicator: string }) {
  return version === undefined || indicator === 'live' ? null : <OlderVersion version={version} />
}

function OlderVersion({ version }: { version: number }) {
  const styles = useStyles()
  const { t } = useTranslation('offers')
  return <span className={mergeClasses(styles.mark, styles.live)}>{t('live', { version })}</span>
}

/** Shows where an offer is published, unless the marketplace is the simulated one. */
export function MarketplaceMark({ marketplace }: { marketplace: string | undefined }) {
  return marketplace === 'partnerCenter' ? <PartnerCenterMark /> : null
}

function PartnerCenterMark() {
  const styles = useStyles()
  const { t } = useTranslation('offers')
  return <span className={mergeClasses(styles.mark, styles.place)}>{t('partnerCenter')}</span>
}

/** Its status has changed, and the reader has not seen it since. */
export function NewMark({ text }: { text?: string }) {
  const styles = useStyles()
  const { t } = useTranslation('offers')
  return <span className={mergeClasses(styles.mark, styles.new)}>{text ?? t('new')}</span>
}

/** Appears when the estimate has passed; only the mark renders then. */
export function OverdueMark({ overdueTime }: { overdueTime: string | number | undefined }) {
  return overdueTime === undefined ? null : <MarkAfter time={new Date(overdueTime).getTime()} />
}

function MarkAfter({ time }: { time: number }) {
  const styles = useStyles()
  const { t } = useTranslation('offers')
  const now = useNow(60_000, serviceTime)
  if (!(time < now)) return null
  return (
    <span className={mergeClasses(styles.mark, styles.overdue)}>
      <ClockAlarm16Regular aria-hidden className={styles.icon} />
      {t('overdue')}
    </span>
  )
}
