import * as z from 'zod/mini'
import { languages } from './languages.ts'
import { PageNumber } from './page.ts'

export const notificationKinds = [
  'previewReady',
  'signOffNeeded',
  'error',
  'reviewIssue',
  'live',
  'canceled',
  'stillWaiting',
  'goLiveScheduled',
  'goLiveUnscheduled',
  'cancelTooLate',
] as const
export type NotificationKind = (typeof notificationKinds)[number]

/**
 * `waiting` to be sent at `nextTime`, `sent`, `failed` permanently, `kept` where no mail server is configured, or `example`: part
 * of the demonstration and never sent.
 */
export const notificationStates = ['waiting', 'sent', 'failed', 'kept', 'example'] as const
export type NotificationState = (typeof notificationStates)[number]

/** A mail to a submission's addresses, in its language. */
export const Notification = z.object({
  id: z.number(),
  kind: z.string(),
  publisherId: z.string(),
  offerId: z.string(),
  /** The offer's name when it was written. */
  offerName: z.string(),
  /** The step it is about; empty when it is about none. */
  stepId: z.string(),
  recipients: z.array(z.string()),
  language: z.enum(languages),
  subject: z.string(),
  text: z.string(),
  createdTime: z.string(),
  state: z.enum(notificationStates),
  attempts: z.number(),
  sentTime: z.optional(z.string()),
  nextTime: z.optional(z.string()),
  /** The last answer of the mail server. */
  error: z.optional(z.string()),
})
export type Notification = z.infer<typeof Notification>

export const NotificationQuery = z.object({
  publisher: z.optional(z.string().check(z.maxLength(50))),
  offer: z.optional(z.string().check(z.maxLength(50))),
  page: PageNumber,
})
export type NotificationQuery = z.infer<typeof NotificationQuery>

/** Newest first, `pageSize` per page. */
export const Notifications = z.object({ items: z.array(Notification), total: z.number() })
export type Notifications = z.infer<typeof Notifications>
