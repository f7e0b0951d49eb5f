import type { Refusal } from '../../contract/status.ts'
import { ProblemError } from '../problems.ts'

/** Tools print the message alone, so that it says when the action will be possible. */
const sentences: Record<Refusal, string> = {
  role: 'the role of the caller does not allow it.',
  running: 'the offer is being published. It is possible again when that has ended.',
  notAtSignOff:
    'the offer is not at publisher sign-off. It is possible when the status of the offer is waitingForPublisherReview.',
  notYet:
    'the steps before publisher sign-off run by themselves. It is possible as soon as the offer waits for publisher sign-off or a step is blocked, until the step Live begins.',
  cancelRequested: 'canceling was requested already, and the marketplace has not answered yet.',
  signedOff: 'the offer was signed off, and the remaining steps run by themselves.',
  goingLive: 'the offer is going live. Publish a corrected version when it is live.',
  failed: 'publishing failed. Correct the offer and publish it again.',
  notPublishing: 'no version of the offer is being published. Publish the offer first.',
  previewReady:
    'Partner Center cannot cancel once the preview is ready. Go live, or correct the offer in Partner Center and publish it again there.',
  delisting: 'Partner Center is stopping the distribution.',
  elsewhere: 'it can only be done in Partner Center.',
}

/** Throws unless there is no reason to refuse the action. */
export function refuse(reason: Refusal | undefined, action: string) {
  if (!reason) return
  const message = `${action} is not possible now: ${sentences[reason]}`
  throw new ProblemError('ActionNotAllowed', message, [{ code: reason, message }])
}
