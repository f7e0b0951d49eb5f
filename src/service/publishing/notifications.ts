import type { Message } from '../../contract/status.ts'
import type { Submission } from './submission.ts'

/** What a notification tells, as it is at this moment: it may be delivered later, and is read later still. */
export type NotificationDetails = {
  name: string
  version: number
  step?: { code: string; name: string }
  messages: Message[]
  cancellation?: Submission['cancellation']
}

export function detailsOf(offerName: string, submission: Submission, stepId: string): NotificationDetails {
  const step = submission.steps.find(({ id }) => id === stepId)
  return {
    name: offerName,
    version: submission.offerVersion,
    ...(step && { step: { code: step.code, name: step.stepName } }),
    messages: step?.messages ?? [],
    ...(submission.cancellation && { cancellation: submission.cancellation }),
  }
}
