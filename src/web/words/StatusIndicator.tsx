import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { FluentIcon } from '@fluentui/react-icons'
import { ArrowSyncCircle16Regular } from '@fluentui/react-icons/svg/arrow-sync-circle'
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle'
import { EyeOff16Regular } from '@fluentui/react-icons/svg/eye-off'
import { PersonClock16Filled } from '@fluentui/react-icons/svg/person-clock'
import { Prohibited16Regular } from '@fluentui/react-icons/svg/prohibited'
import { QuestionCircle16Regular } from '@fluentui/react-icons/svg/question-circle'
import { useTranslation } from 'react-i18next'
import { type Indicator, indicators } from '../../contract/offerList.ts'

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalSNudge, minWidth: 0 },
  icon: { flexShrink: 0 },
  none: { color: tokens.colorNeutralForeground3 },
  inProgress: { color: tokens.colorBrandForeground1 },
  awaitingSignoff: { color: tokens.colorPaletteMarigoldForeground2 },
  live: { color: tokens.colorPaletteGreenForeground1 },
  canceled: { color: tokens.colorNeutralForeground3 },
  failed: { color: tokens.colorPaletteRedForeground1 },
  delisted: { color: tokens.colorNeutralForeground3 },
  unknown: { color: tokens.colorNeutralForeground3 },
})

const icons = {
  none: undefined,
  inProgress: ArrowSyncCircle16Regular,
  awaitingSignoff: PersonClock16Filled,
  live: CheckmarkCircle16Filled,
  canceled: Prohibited16Regular,
  failed: ErrorCircle16Filled,
  delisted: EyeOff16Regular,
} as const satisfies Record<Indicator, FluentIcon | undefined>

export const isIndicator = (value: string): value is Indicator => indicators.some((known) => known === value)

/** The words for an indicator; for `-`, its meaning. */
export function useIndicatorName() {
  const { t } = useTranslation(['offers', 'common'])
  return (indicator: string) =>
    indicator === 'none'
      ? t('neverPublished')
      : isIndicator(indicator)
        ? t(`indicator.${indicator}`)
        : t('common:unknown', { value: indicator })
}

export function IndicatorIcon({ indicator }: { indicator: string }) {
  const styles = useStyles()
  const Icon = isIndicator(indicator) ? icons[indicator] : QuestionCircle16Regular
  const color = styles[isIndicator(indicator) ? indicator : 'unknown']
  return Icon ? <Icon aria-hidden className={mergeClasses(styles.icon, color)} /> : null
}

/** An offer's status as icon and word, so that colour is not needed to understand it. */
export function StatusIndicator({ indicator }: { indicator: string }) {
  const styles = useStyles()
  const { t } = useTranslation('offers')
  const name = useIndicatorName()
  if (indicator === 'none') {
    return (
      <span className={styles.none} role="img" aria-label={name(indicator)}>
        {t('indicator.none')}
      </span>
    )
  }
  return (
    <span className={styles.root}>
      <IndicatorIcon indicator={indicator} />
      <span>{name(indicator)}</span>
    </span>
  )
}
