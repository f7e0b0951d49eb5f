import { indicatorOf } from '../../contract/indicators.ts'
import { type StepActor, signOffId } from '../../contract/status.ts'
import { overdueTime } from './schedule.ts'
import { currentStep, isRunning, type Submission, type SubmissionState } from './submission.ts'

/** What the lists show of an offer. A version or a time that is absent stays as it is. */
export type ListLine = {
  status: SubmissionState
  indicator: string
  /** 0 waits for the publisher, 1 moves by itself, 2 rests. */
  actionRank: number
  changedTime: string
  step?: { code: string; name: string; actor: StepActor; startedTime?: string; overdueTime?: string }
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
        ...(step.startedTime && { startedTime: step.startedTime }),
        ...(overdue && { overdueTime: overdue }),
      },
    }),
    ...(atSignOff && { previewVersion: offerVersion }),
    ...(state === 'canceled' && { previewVersion: null }),
    // A version that goes live while the offer is delisted is the one that comes back.
    ...(state === 'succeeded' && { liveVersion: offerVersion, ...(!delisted && { delistedTime: null }) }),
  }
}
