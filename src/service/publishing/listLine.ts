import { indicatorOf } from '../../contract/indicators.ts'
import { type StepActor, signOffId } from '../../contract/status.ts'
import { overdueTime } from './schedule.ts'
import { currentStep, isRunning, type StepState, type Submission, type SubmissionState } from './submission.ts'

/** What the lists show of an offer. A version or a time that is absent stays as it is. */
export type ListLine = {
  status: SubmissionState
  indicator: string
  /** 0 waits for the publisher, 1 moves by itself, 2 rests. */
  actionRank: number
  changedTime: string
  step?: {
    code: string
    name: string
    actor: StepActor
    number: number
    count: number
    estimatedTimeFrame?: string
    startedTime?: string
    endedTime?: string
    overdueTime?: string
  }
  /** The first fault of a failed attempt. */
  reason?: { code: string; values?: Record<string, string> }
  /** `requested` or `tooLate`, while it runs. */
  cancelRequest?: string
  previewVersion?: number | null
  liveVersion?: number | null
  delistedTime?: string | null
}

const rank: Record<SubmissionState, number> = {
  waitingForPublisherReview: 0,
  failed: 0,
  running: 1,
  succeeded: 2,
  canceled: 2,
}

/** The line of an offer whose latest submission is this one. */
export function listLine({ delistedTime }: { delistedTime: string | null }, submission: Submission): ListLine {
  const { state, offerVersion } = submission
  const running = isRunning(submission)
  const step = running || state === 'failed' ? currentStep(submission) : undefined
  // A running version may need its publisher, so its status comes before a delisting of the version before it.
  const delisted = delistedTime !== null && submission.createdTime <= delistedTime && !running
  const atSignOff = submission.steps.some(
    ({ id, status }) => id === signOffId && status === 'waitingForPublisherReview',
  )
  const overdue = step && running ? overdueTime(step) : undefined
  return {
    status: state,
    indicator: delisted ? 'delisted' : indicatorOf({ status: state, steps: [] }),
    actionRank: delisted ? 2 : rank[state],
    changedTime: submission.changedTime,
    ...(step && {
      step: {
        code: step.code,
        name: step.stepName,
        actor: step.actor,
        number: submission.steps.indexOf(step) + 1,
        count: submission.steps.length,
        ...(running && step.estimatedTimeFrame && { estimatedTimeFrame: step.estimatedTimeFrame }),
        ...(step.startedTime && { startedTime: step.startedTime }),
        ...(step.endedTime && { endedTime: step.endedTime }),
        ...(overdue && { overdueTime: overdue }),
      },
    }),
    ...(running && submission.cancelRequest && { cancelRequest: submission.cancelRequest.outcome ?? 'requested' }),
    ...reasonOf(state === 'failed' ? step : undefined),
    ...(atSignOff && { previewVersion: offerVersion }),
    ...(state === 'canceled' && { previewVersion: null }),
    // A version that goes live while the offer is delisted is the one that comes back.
    ...(state === 'succeeded' && { liveVersion: offerVersion, ...(!delisted && { delistedTime: null }) }),
  }
}

/** Values longer than a line stay in the status: a row of a list is short. */
const longestValue = 60

function reasonOf(step: StepState | undefined): Pick<ListLine, 'reason'> {
  const { code, values = {} } = step?.messages.find(({ level }) => level === 'error') ?? {}
  if (!code) return {}
  const short = Object.entries(values).filter(([name]) => name !== 'link')
  if (short.length === 0) return { reason: { code } }
  const clipped = short.map(([name, value]) => [
    name,
    value.length > longestValue ? `${value.slice(0, longestValue)}…` : value,
  ])
  return { reason: { code, values: Object.fromEntries(clipped) } }
}
