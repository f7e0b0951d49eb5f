import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { parseEstimate } from '../../../contract/estimates.ts'
import type { OfferRow } from '../../../contract/offerList.ts'
import { withoutPolling } from '../../api/polled.ts'
import { mayAct, sessionQuery } from '../../api/session.ts'
import { serviceTime } from '../../clock.ts'
import { range, roughDuration, shortTime } from '../../i18n/format.ts'
import { useTimeZone } from '../../i18n/useTimeZone.ts'
import { useNow } from '../../ui/useNow.ts'
import { StepName } from '../../words/StepName.tsx'
import { useIsCompact } from './choices.ts'
import { Reason } from './Reason.tsx'

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXS,
    flexBasis: '100%',
    minWidth: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  beside: { flexBasis: 'auto', flexShrink: 1 },
})

/** The second line of a row: where the attempt stands and for how long, why it failed, or how long it waits. */
export function Detail({ offer }: { offer: OfferRow }) {
  const styles = useStyles()
  const isCompact = useIsCompact()
  const { indicator, step } = offer
  if (!step) return null
  return (
    <span className={mergeClasses(styles.line, isCompact && styles.beside)}>
      {indicator === 'failed' ? (
        <Reason offer={offer} />
      ) : offer.goLiveTime ? (
        <GoesLive time={offer.goLiveTime} />
      ) : indicator === 'awaitingSignoff' ? (
        <Waiting publisherId={offer.publisherId} since={step.startedTime} />
      ) : (
        <>
          <CancelAsked offer={offer} />
          <Progress isNamed step={step} />
        </>
      )}
    </span>
  )
}

/** When it goes live by itself. */
export function GoesLive({ time }: { time: string }) {
  const { t, i18n } = useTranslation('offers')
  useTimeZone()
  return t('line.goesLive', { time: shortTime(time, i18n.language) })
}

const answers = ['requested', 'tooLate'] as const

/** Its publisher asked to cancel: whether that is still open, or came too late. */
export function CancelAsked({ offer: { cancelRequest } }: { offer: OfferRow }) {
  const { t } = useTranslation('offers')
  const known = answers.find((answer) => answer === cancelRequest)
  return known && <span>{t(`line.cancel.${known}`)} ·</span>
}

type Step = NonNullable<OfferRow['step']>

/** "Certification · 2 of 6 · 1 day of 2–3 days", as far as it is known. */
export function Progress({ step, isNamed }: { step: Step; isNamed?: boolean }) {
  const { t } = useTranslation('offers')
  const { code, stepName, number, count, startedTime, estimatedTimeFrame } = step
  const parts = {
    name: isNamed && <StepName code={code} own={stepName} />,
    place: number && count && t('line.place', { number, steps: count }),
    time: startedTime && <Time estimate={estimatedTimeFrame} since={startedTime} />,
  }
  const known = Object.entries(parts).filter(([, part]) => part)
  return known.map(([name, part], index) => (
    <span key={name}>
      {part}
      {index < known.length - 1 && ' ·'}
    </span>
  ))
}

function Time({ since, estimate: text = '' }: { since: string; estimate: string | undefined }) {
  const { t, i18n } = useTranslation('offers')
  const duration = useDuration(since)
  const estimate = parseEstimate(text)
  return estimate ? t('line.time', { duration, estimate: range(estimate, i18n.language) }) : duration
}

function Waiting({ publisherId, since }: { publisherId: string; since: string | undefined }) {
  const { t } = useTranslation('offers')
  const { data: isMine = true } = useQuery({ ...sessionQuery, ...withoutPolling, select: mayAct(publisherId) })
  const duration = useDuration(since ?? '')
  return since ? t(isMine ? 'line.you' : 'line.publisher', { duration }) : null
}

/** Renders once a minute. */
function useDuration(since: string) {
  const { i18n } = useTranslation()
  return roughDuration(useNow(60_000, serviceTime) - Date.parse(since), i18n.language)
}
