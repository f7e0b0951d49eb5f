import { makeStyles, tokens } from '@fluentui/react-components'
import type { Step } from '../../../../contract/status.ts'
import { actorOf, isTroubled, isUnderWay } from '../../../../contract/steps.ts'
import { LatestMessage } from '../messages/StepMessages.tsx'
import { Elapsed } from './Elapsed.tsx'
import { Stopped } from './Stopped.tsx'
import { TimeEstimate } from './TimeEstimate.tsx'
import { UsualStep } from './Usual.tsx'
import { useStepActorName } from './useStepActorName.ts'

const useStyles = makeStyles({
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: 'tabular-nums',
  },
})

/** Messages that say what the step says already; whom `signOffReady` asks for is told by the step, too. */
const told = ['stepCompleted', 'signOffReady']

type Props = { step: Step; isReader: boolean; isScheduled: boolean; offerTypeId: string | undefined }

/** One line: when the step failed or how long it took; before its end, who has to act and how long that may take. */
export function StepFacts({ step, isReader, isScheduled, offerTypeId }: Props) {
  const styles = useStyles()
  const actorName = useStepActorName(isReader)
  const { startedTime, endedTime, estimatedTimeFrame, status } = step
  const actor = actorOf(step)
  const failedTime = isTroubled(step) ? endedTime : undefined
  const isPending = status === 'notStarted' || (isUnderWay(step) && !isTroubled(step))
  const waitsForViewer = actor === 'publisher' && !isReader && !isScheduled && isUnderWay(step)
  return (
    <div className={styles.facts}>
      {failedTime && <Stopped time={failedTime} />}
      {startedTime && !waitsForViewer && (endedTime || isUnderWay(step)) && (
        <span>
          <Elapsed from={startedTime} to={endedTime} />
        </span>
      )}
      {isPending && actor !== 'marketplace' && !waitsForViewer && (
        <span>{actorName(isScheduled && isUnderWay(step) ? 'schedule' : actor)}</span>
      )}
      {isPending && estimatedTimeFrame && !(actor === 'publisher' && startedTime) && (
        <span>
          <TimeEstimate labelled={isUnderWay(step)} text={estimatedTimeFrame} />
        </span>
      )}
      {isPending && <UsualStep id={step.id} offerTypeId={offerTypeId} />}
      <LatestMessage
        messages={step.messages.filter(
          ({ code = '' }) => !told.includes(code) || (code === 'signOffReady' && waitsForViewer),
        )}
      />
    </div>
  )
}
