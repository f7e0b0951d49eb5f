import * as z from 'zod/mini'

/** All that happens to an offer, each named as the portal names `OfferGoLiveRequested`. */
export const eventTypes = [
  'OfferCreated',
  'OfferSaved',
  'OfferPublishRequested',
  'OfferGoLiveRequested',
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
] as const
export type EventType = (typeof eventTypes)[number]

export const HistoryEvent = z.object({
  id: z.number(),
  time: z.string(),
  /** One of `eventTypes`; a reader must expect others from other services. */
  type: z.string(),
  publisherId: z.string(),
  publisherName: z.string(),
  offerId: z.string(),
  /** The name that the offer has now. */
  offerName: z.string(),
  offerTypeId: z.string(),
  /** A person's address, or `microsoft`, `marketplace`, `system`. */
  actor: z.string(),
  details: z.looseObject({
    version: z.optional(z.number()),
    step: z.optional(z.string()),
    /** Names the step's words in the reader's language. */
    stepCode: z.optional(z.string()),
    reason: z.optional(z.string()),
    /** What a check found, by the codes of its messages. */
    codes: z.optional(z.array(z.string())),
    /** What a review found, by title. */
    issues: z.optional(z.array(z.string())),
  }),
})
export type HistoryEvent = z.infer<typeof HistoryEvent>

export const HistoryQuery = z.object({
  publisher: z.optional(z.string().check(z.maxLength(50))),
  offer: z.optional(z.string().check(z.maxLength(50))),
  type: z.optional(z.string().check(z.maxLength(100))),
  page: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100_000))),
})
export type HistoryQuery = z.infer<typeof HistoryQuery>

/** Newest first, `pageSize` a page. */
export const History = z.object({ items: z.array(HistoryEvent), total: z.number() })
export type History = z.infer<typeof History>
