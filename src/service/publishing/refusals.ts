import { type Refusal, signOffId } from '../../contract/status.ts'
import { pendingCancel } from './cancelRequest.ts'
import { currentStep, isRunning, isSignedOff, liveId, type Submission } from './submission.ts'

/** Why Go Live is not possible now. */
export function goLiveRefusal(submission: Submission | undefined): Refusal | undefined {
  if (submission?.state === 'failed') return 'failed'
  if (!submission || !isRunning(submission)) return 'notPublishing'
  if (isSignedOff(submission)) return 'signedOff'
  return submission.state === 'waitingForPublisherReview' ? undefined : 'notAtSignOff'
}

/** D5: while it waits for the publisher (sign-off, or a blocked step), and after sign-off until Live begins. */
export function cancelRefusal(submission: Submission | undefined): Refusal | undefined {
  if (!submission) return 'notPublishing'
  if (pendingCancel(submission)) return 'cancelRequested'
  const step = currentStep(submission)
  if (submission.state === 'failed' && step?.status === 'blocked') return undefined
  if (!isRunning(submission)) return 'notPublishing'
  if (step?.id === liveId) return 'goingLive'
  return step?.id === signOffId || isSignedOff(submission) ? undefined : 'notYet'
}
