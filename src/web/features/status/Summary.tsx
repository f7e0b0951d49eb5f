import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { indicatorShown } from '../../../contract/indicators.ts'
import type { OfferStatus } from '../../../contract/status.ts'
import { actorOf, currentStep, isTroubled, nextActor, overdueTime } from '../../../contract/steps.ts'
import { isReader, turnOf } from '../../../contract/viewer.ts'
import { OverdueMark } from '../../words/Marks.tsx'
import { Moment } from '../../words/Moment.tsx'
import { isIndicator } from '../../words/StatusIndicator.tsx'
import { StepName } from '../../words/StepName.tsx'
import { useAge } from '../../words/useAge.ts'
import { Elapsed } from './steps/Elapsed.tsx'
import { Fact } from './steps/Fact.tsx'
import { TimeEstimate } from './steps/TimeEstimate.tsx'
import { UsualWhole } from './steps/Usual.tsx'
import { useStepActorName } from './steps/useStepActorName.ts'
import { WhenLive } from './WhenLive.tsx'

const useStyles = makeStyles({
  help: { margin: 0, marginBottom: tokens.spacingVerticalM },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(72px, auto) minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
  },
  who: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
})

/** Who acts next, since when, and the estimated time. */
export function Summary({ status }: { status: OfferStatus }) {
  const styles = useStyles()
  const { t } = useTranslation('status')
  const actorName = useStepActorName(isReader(status))
  const indicator = indicatorShown(status)
  const step = currentStep(status)
  const isYours = turnOf(status) !== undefined && step !== undefined && actorOf(step) === 'publisher'
  return (
    <>
      <p className={styles.help}>
        {isReader(status) && isTurn(indicator) && !status.goLiveSchedule
          ? t(`help.others.${indicator}`)
          : t(`help.${helpOf(indicator, status)}`)}
      </p>
      <dl className={styles.facts}>
        <Fact term={t('next.who')}>
          <span className={styles.who}>{actorName(nextActor(status))}</span>
        </Fact>
        {step && (
          <Fact term={t(isTroubled(step) ? 'next.stoppedAt' : 'next.step')}>
            <StepName code={step.code ?? step.id} own={step.stepName} />
          </Fact>
        )}
        {step && isTroubled(step) && step.endedTime && (
          <Fact term={t('next.failed')}>
            <Moment time={step.endedTime} />
            <Ago time={step.endedTime} />
          </Fact>
        )}
        {step?.startedTime && !isTroubled(step) && (
          <Fact term={t('next.since')}>
            <Moment time={step.startedTime} />
            <span className={styles.quiet}>
              <Elapsed from={step.startedTime} kind={isYours ? 'waiting' : 'elapsed'} to={step.endedTime} />
            </span>
          </Fact>
        )}
        {step?.estimatedTimeFrame && !isTroubled(step) && actorOf(step) !== 'publisher' && (
          <Fact term={t('next.estimate')}>
            <TimeEstimate text={step.estimatedTimeFrame} />
            <OverdueMark overdueTime={overdueTime(step)} />
          </Fact>
        )}
        <WhenLive status={status} />
        <UsualWhole status={status} />
      </dl>
    </>
  )
}

function Ago({ time }: { time: string }) {
  return <span className={useStyles().quiet}>{useAge(time)}</span>
}

/** The publisher has to act, which a reader cannot. */
const isTurn = (indicator: string) => indicator === 'awaitingSignoff' || indicator === 'failed'

/** A canceled attempt leaves a live listing alone, which is said only where there is one. */
function helpOf(indicator: string, { offer, goLiveSchedule }: OfferStatus) {
  if (!isIndicator(indicator)) return 'unknown'
  if (indicator === 'awaitingSignoff' && goLiveSchedule) return 'scheduled'
  return indicator === 'canceled' && offer?.liveVersion === undefined ? 'canceledUnlisted' : indicator
}
