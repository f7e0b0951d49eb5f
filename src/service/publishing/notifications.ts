import type { NotificationKind } from '../../contract/notifications.ts'
import type { Issue } from '../../contract/operator.ts'
import type { Message } from '../../contract/status.ts'
import type { Submission } from './submission.ts'

/** Why people rejected it. */
type Review = { reason?: string | undefined; issues: Issue[] }

/** A notification that a transition sends to the publisher. */
export type NewNotification = { kind: NotificationKind; stepId: string; review?: Review }

/** What a notification tells, as it is at this moment: it may be delivered later, and is read later still. */
export type NotificationDetails = {
  name: string
  version: number
  step?: { code: string; name: string }
  messages: Message[]
  review?: Review
  cancellation?: Omit<NonNullable<Submission['cancellation']>, 'steps'>
}

export function detailsOf(
  offerName: string,
  submission: Submission,
  { stepId, review }: NewNotification,
): NotificationDetails {
  const step = submission.steps.find(({ id }) => id === stepId)
  return {
    name: offerName,
    version: submission.offerVersion,
    ...(step && { step: { code: step.code, name: step.stepName } }),
    messages: step?.messages ?? [],
    ...(review && { review }),
    ...(submission.cancellation && { cancellation: withoutSteps(submission.cancellation) }),
  }
}

const withoutSteps = ({ steps: _, ...cancellation }: NonNullable<Submission['cancellation']>) => cancellation
