import type { GoLiveSchedule, UnscheduledReason } from '../../contract/goLiveSchedule.ts'
import { isSignedOff, type Submission } from './submission.ts'

/** A scheduled Go Live as the offer keeps it: of one submission, on the authority of one account. */
export type GoLivePlan = GoLiveSchedule & { operationId: string; accountId: string }

/** Why a plan ends with this state of the submission; undefined when it stays, and `signedOff` when it has come true. */
export function endOfPlan(plan: GoLivePlan, submission: Submission): 'signedOff' | UnscheduledReason | undefined {
  if (submission.id !== plan.operationId) return 'replaced'
  if (submission.state === 'waitingForPublisherReview') return undefined
  if (isSignedOff(submission)) return 'signedOff'
  return submission.state === 'canceled' ? 'canceled' : 'replaced'
}
