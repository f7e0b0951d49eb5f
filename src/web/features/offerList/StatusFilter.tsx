import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type Attention,
  attentions,
  type Indicator,
  indicators,
  type ListName,
  type OfferListQuery,
} from '../../../contract/offerList.ts'
import { offersQuery } from '../../api/offerList.ts'
import { withoutPolling } from '../../api/polled.ts'
import { count } from '../../i18n/format.ts'
import { IndicatorIcon, useIndicatorName } from '../../words/StatusIndicator.tsx'

const phone = '@media (max-width: 640px)'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalXL}`,
    // On a phone, one row that scrolls to both edges of the screen.
    [phone]: {
      position: 'relative',
      flexWrap: 'nowrap',
      marginInline: `calc(-1 * ${tokens.spacingHorizontalM})`,
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
      overflowX: 'auto',
      scrollbarWidth: 'thin',
      scrollPaddingInline: tokens.spacingHorizontalM,
    },
  },
  set: {
    display: 'flex',
    flexWrap: 'wrap',
    minWidth: 0,
    [phone]: { flexWrap: 'nowrap', flexShrink: 0 },
    gap: tokens.spacingHorizontalSNudge,
    margin: 0,
    padding: 0,
    border: 'none',
  },
  pill: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '28px',
    paddingInline: tokens.spacingHorizontalMNudge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    cursor: 'pointer',
    [phone]: { flexShrink: 0, minHeight: '32px', whiteSpace: 'nowrap' },
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  pressed: {
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    boxShadow: `inset 0 0 0 1px ${tokens.colorCompoundBrandStroke}`,
    color: tokens.colorBrandForeground2,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover, color: tokens.colorBrandForeground2 },
    // Forced colours drop backgrounds and shadows, which would leave pressed and unpressed alike.
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
      ':hover': { backgroundColor: 'Highlight', color: 'HighlightText' },
    },
  },
  // A count that changes with a poll must not move its neighbours.
  count: {
    minWidth: '3ch',
    fontVariantNumeric: 'tabular-nums',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'end',
  },
})

/** Approvals excludes offers that are neither published nor being published (D13): these counts would always be 0. */
const never: Record<ListName, readonly Indicator[]> = { offers: [], approvals: ['none', 'delisted'] }

type Props = {
  list: ListName
  filter: OfferListQuery
  /** The reader may change offers, so offers can wait for them. */
  acts: boolean
  onStatus: (status: Indicator | undefined) => void
  onAttention: (attention: Attention | undefined) => void
}

/** Filters by what needs attention, and by one status at a time, each with its number of offers. */
export function StatusFilter({ list, filter, acts, onStatus, onAttention }: Props) {
  const styles = useStyles()
  const { t } = useTranslation('offers')
  const { data } = useQuery({ ...offersQuery(list, filter), ...withoutPolling, placeholderData: keepPreviousData })
  const counts = data?.counts
  const all = counts && Object.values(counts).reduce((sum, each) => sum + each, 0)
  // A choice that is in the address is shown, so that the reader can clear it.
  const isOffered = (status: Indicator) => !never[list].includes(status) || filter.status === status
  const isPossible = (attention: Attention) => attention !== 'needsYou' || acts || filter.attention === attention
  return (
    <div className={styles.root}>
      <fieldset className={styles.set} aria-label={t('filter.attention')}>
        {attentions.filter(isPossible).map((attention) => (
          <AttentionPill
            key={attention}
            amount={data?.attention?.[attention]}
            attention={attention}
            isPressed={filter.attention === attention}
            list={list}
            onAttention={onAttention}
          />
        ))}
      </fieldset>
      <fieldset className={styles.set} aria-label={t('filter.status')}>
        <StatusPill amount={all} isPressed={!filter.status} onStatus={onStatus} status={undefined} />
        {indicators.filter(isOffered).map((status) => (
          <StatusPill
            key={status}
            amount={counts && (counts[status] ?? 0)}
            isPressed={filter.status === status}
            onStatus={onStatus}
            status={status}
          />
        ))}
      </fieldset>
    </div>
  )
}

type Choice = { isPressed: boolean; amount: number | undefined }
type AttentionProps = Choice & Pick<Props, 'list' | 'onAttention'> & { attention: Attention }
type StatusProps = Choice & Pick<Props, 'onStatus'> & { status: Indicator | undefined }

// After a poll, only pills whose number is another one render.
const AttentionPill = memo(function AttentionPill({ attention, list, onAttention, ...choice }: AttentionProps) {
  const { t } = useTranslation('offers')
  return (
    <Pill {...choice} isRevealed onPress={() => onAttention(choice.isPressed ? undefined : attention)}>
      <span>{attention === 'needsYou' ? t(`filter.needsYou.${list}`) : t('overdue')}</span>
    </Pill>
  )
})

/** Without a status: all of them. */
const StatusPill = memo(function StatusPill({ status, onStatus, ...choice }: StatusProps) {
  const { t } = useTranslation('offers')
  const name = useIndicatorName()
  return (
    <Pill {...choice} isRevealed={status !== undefined} onPress={() => onStatus(choice.isPressed ? undefined : status)}>
      {status && <IndicatorIcon indicator={status} />}
      <span>{status ? name(status) : t('filter.all')}</span>
    </Pill>
  )
})

type PillProps = Choice & { isRevealed: boolean; onPress: () => void; children: ReactNode }

function Pill({ isPressed, isRevealed, amount, onPress, children }: PillProps) {
  const styles = useStyles()
  const { i18n } = useTranslation()
  return (
    <button
      ref={isPressed && isRevealed ? reveal : undefined}
      type="button"
      aria-pressed={isPressed}
      className={mergeClasses(styles.pill, isPressed && styles.pressed)}
      onClick={onPress}
    >
      {children}
      <span className={styles.count}>{amount === undefined ? '' : count(amount, i18n.language)}</span>
    </button>
  )
}

/** Where the pills are one row that scrolls, the chosen filter is in view; without one, the row begins with what needs the reader. */
function reveal(pill: HTMLElement | null) {
  const row = pill?.closest('div')
  if (pill && row) row.scrollLeft = pill.offsetLeft - (row.clientWidth - pill.offsetWidth) / 2
}
