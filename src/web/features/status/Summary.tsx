import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { indicatorShown } from '../../../contract/indicators.ts'
import type { OfferStatus } from '../../../contract/status.ts'
import { actorOf, currentStep, isTroubled, nextActor, overdueTime } from '../../../contract/steps.ts'
import { isReader } from '../../../contract/viewer.ts'
import { OverdueMark } from '../../words/Marks.tsx'
import { Moment } from '../../words/Moment.tsx'
import { isIndicator } from '../../words/StatusIndicator.tsx'
import { StepName } from '../../words/StepName.tsx'
import { Elapsed } from './steps/Elapsed.tsx'
import { Stopped } from './steps/Stopped.tsx'
import { TimeEstimate } from './steps/TimeEstimate.tsx'
import { useStepActorName } from './steps/useStepActorName.ts'

const useStyles = makeStyles({
  help: { margin: 0, marginBottom: tokens.spacingVerticalM },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(72px, auto) minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS, alignItems: 'center' },
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
  const isYours = step !== undefined && actorOf(step) === 'publisher' && !isReader(status)
  return (
    <>
      <p className={styles.help}>{t(`help.${isIndicator(indicator) ? indicator : 'unknown'}`)}</p>
      <dl className={styles.facts}>
        <dt className={styles.term}>{t('next.who')}</dt>
        <dd className={styles.value}>
          <span className={styles.who}>{actorName(nextActor(status))}</span>
        </dd>
        {step && (
          <>
            <dt className={styles.term}>{t(isTroubled(step) ? 'next.stoppedAt' : 'next.step')}</dt>
            <dd className={styles.value}>
              <StepName code={step.code ?? step.id} own={step.stepName} />
            </dd>
          </>
        )}
        {step && isTroubled(step) && step.endedTime && (
          <>
            <dt className={styles.term}>{t('next.failed')}</dt>
            <dd className={styles.value}>
              <Stopped time={step.endedTime} />
            </dd>
          </>
        )}
        {step?.startedTime && !isTroubled(step) && (
          <>
            <dt className={styles.term}>{t('next.since')}</dt>
            <dd className={styles.value}>
              <Moment time={step.startedTime} />
              <span className={styles.quiet}>
                <Elapsed from={step.startedTime} kind={isYours ? 'waiting' : 'elapsed'} to={step.endedTime} />
              </span>
            </dd>
          </>
        )}
        {step?.estimatedTimeFrame && !isTroubled(step) && actorOf(step) !== 'publisher' && (
          <>
            <dt className={styles.term}>{t('next.estimate')}</dt>
            <dd className={styles.value}>
              <TimeEstimate text={step.estimatedTimeFrame} />
              <OverdueMark overdueTime={overdueTime(step)} />
            </dd>
          </>
        )}
      </dl>
    </>
  )
}
