import type { UnscheduledReason } from '../../contract/goLiveSchedule.ts'
import type { NotificationKind } from '../../contract/notifications.ts'
import type { Issue } from '../../contract/operator.ts'
import type { Role } from '../../contract/session.ts'
import type { Message } from '../../contract/status.ts'
import type { Submission } from './submission.ts'

/** Why people rejected it. */
type Review = { reason?: string | undefined; issues: Issue[] }

/** A notification that a transition sends to the publisher. */
export type NewNotification = { kind: NotificationKind; stepId: string; review?: Review; goLive?: GoLiveNews }

/** The moment of a scheduled Go Live in its zone; who takes it back, or why it is not carried out. */
type GoLiveNews = { time: string; zone: string; actor?: string; unscheduled?: UnscheduledReason }

/** What the mail of an invitation tells. `signsIn`: people sign in with an issuer. */
export type InvitationDetails = {
  publisher: string
  inviter: string
  role: Role
  expiresTime: string
  signsIn: boolean
}

/** What a notification tells, as it is at this moment: it may be delivered later, and is read later still. */
export type NotificationDetails = {
  name: string
  version: number
  step?: { code: string; name: string }
  messages: Message[]
  review?: Review
  goLive?: GoLiveNews
  cancellation?: Omit<NonNullable<Submission['cancellation']>, 'steps'>
}

export function detailsOf(
  offerName: string,
  submission: Submission,
  { stepId, review, goLive }: NewNotification,
): NotificationDetails {
  const step = submission.steps.find(({ id }) => id === stepId)
  return {
    name: offerName,
    version: submission.offerVersion,
    ...(step && { step: { code: step.code, name: step.stepName } }),
    messages: step?.messages ?? [],
    ...(review && { review }),
    ...(goLive && { goLive }),
    ...(submission.cancellation && { cancellation: withoutSteps(submission.cancellation) }),
  }
}

const withoutSteps = ({ steps: _, ...cancellation }: NonNullable<Submission['cancellation']>) => cancellation

/** What the mail about a disabled webhook tells. */
export type WebhookDetails = { publisher: string; webhook: string; host: string }
