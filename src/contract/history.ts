import * as z from 'zod/mini'
import { PageNumber } from './page.ts'

/** Everything that can happen to an offer or a publisher, named in the style of the portal's `OfferGoLiveRequested`. */
export const eventTypes = [
  'OfferCreated',
  'OfferSaved',
  'OfferDeleted',
  'OfferPublishRequested',
  'OfferGoLiveRequested',
  'OfferGoLiveScheduled',
  'OfferGoLiveUnscheduled',
  'OfferCancelRequested',
  'OfferCancelTooLate',
  'OfferPublishCanceled',
  'OfferStepCompleted',
  'OfferStepOverdue',
  'OfferStepBlocked',
  'OfferStepApproved',
  'OfferStepRejected',
  'OfferWentLive',
  'OfferDelisted',
  'OfferRelisted',
  'OfferHeld',
  'OfferReleased',
  'MemberInvited',
  'InvitationSentAgain',
  'InvitationWithdrawn',
  'MemberJoined',
  'MemberRoleChanged',
  'MemberRemoved',
  'PublisherChanged',
  'WebhookAdded',
  'WebhookChanged',
  'WebhookDisabled',
  'WebhookEnabled',
  'WebhookSecretReplaced',
  'WebhookDeleted',
] as const
export type EventType = (typeof eventTypes)[number]

export const HistoryEvent = z.object({
  id: z.number(),
  time: z.string(),
  /** One of `eventTypes`; other services may send others. */
  type: z.string(),
  publisherId: z.string(),
  publisherName: z.string(),
  /** Empty when it happened to the publisher, and not to an offer. */
  offerId: z.string(),
  /** The current name of the offer; the ID of a deleted one, which has no type any more. */
  offerName: z.string(),
  offerTypeId: z.string(),
  /** The offer was deleted since, so no address leads to it. */
  isDeleted: z.optional(z.boolean()),
  /** A person's address, or the kind of any other actor. */
  actor: z.string(),
  /** One of `actorKinds`; a reader must expect others from other services. */
  actorKind: z.string(),
  details: z.looseObject({
    /** The name of a deleted offer. */
    name: z.optional(z.string()),
    /** The address of a member or of an invited person, with their role; and the role before. */
    member: z.optional(z.string()),
    role: z.optional(z.string()),
    formerRole: z.optional(z.string()),
    /** What of a publisher's profile was changed. */
    changed: z.optional(z.array(z.string())),
    /** The name of a webhook, and the host that it sends to. */
    webhook: z.optional(z.string()),
    host: z.optional(z.string()),
    /** It was disabled because its receiver accepted nothing for days. */
    webhookFailing: z.optional(z.boolean()),
    version: z.optional(z.number()),
    step: z.optional(z.string()),
    /** Names the step's words in the reader's language. */
    stepCode: z.optional(z.string()),
    reason: z.optional(z.string()),
    /** When the offer goes live by itself, or would have; and why it does not. */
    goLiveTime: z.optional(z.string()),
    unscheduled: z.optional(z.string()),
    /** The codes of what a check found. */
    codes: z.optional(z.array(z.string())),
    /** The same in the service's own English, with what fills the page's text for the code. */
    problems: z.optional(
      z.array(z.object({ code: z.string(), text: z.string(), values: z.optional(z.record(z.string(), z.string())) })),
    ),
    /** The titles of the review issues. */
    issues: z.optional(z.array(z.string())),
    /** The same with their addresses. */
    reviewIssues: z.optional(z.array(z.object({ title: z.string(), link: z.string() }))),
  }),
})
export type HistoryEvent = z.infer<typeof HistoryEvent>

export const HistoryQuery = z.object({
  publisher: z.optional(z.string().check(z.maxLength(50))),
  offer: z.optional(z.string().check(z.maxLength(50))),
  type: z.optional(z.string().check(z.maxLength(100))),
  /** Part of an offer's name or ID. */
  q: z.optional(z.string().check(z.maxLength(200))),
  /** The first moment that counts, and the first that no longer does. */
  from: z.optional(z.iso.datetime()),
  to: z.optional(z.iso.datetime()),
  /** Leaves out the steps that were completed as expected, which are most events. */
  hide: z.optional(z.enum(['completedSteps'])),
  page: PageNumber,
})
export type HistoryQuery = z.infer<typeof HistoryQuery>

/** Newest first, `pageSize` per page. */
export const History = z.object({
  items: z.array(HistoryEvent),
  total: z.number(),
  /** More events match than are counted. */
  hasMore: z.optional(z.boolean()),
})
export type History = z.infer<typeof History>
