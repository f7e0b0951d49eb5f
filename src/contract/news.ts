import * as z from 'zod/mini'

/** A revision or the number of a notification, as the service sent it. */
const Sent = z.number().check(z.int(), z.minimum(0))

/** An offer that the account watches. */
export const WatchedOffer = z.object({
  publisherId: z.string(),
  offerId: z.string(),
  name: z.string(),
  indicator: z.string(),
  revision: z.number(),
})
export type WatchedOffer = z.infer<typeof WatchedOffer>

/** What is new to the caller's account since it looked last. */
export const News = z.object({
  /** When the account saw everything; absent before its first session. */
  since: z.optional(z.string()),
  /** Offers whose status has changed and was not seen since, counted up to a hundred. */
  changed: z.number(),
  /** Notifications that were not read, counted up to a hundred, and the newest of them. */
  unread: z.number(),
  newest: z.optional(z.number()),
  /** There are more than are counted. */
  hasMore: z.object({ changed: z.boolean(), unread: z.boolean() }),
  /** The revisions of the publishers that this answer is about: sent back, they mean "seen up to here". */
  upTo: z.record(z.string(), z.number()),
  watched: z.array(WatchedOffer),
})
export type News = z.infer<typeof News>

export const SeenAll = z.object({ upTo: z.record(z.string(), Sent) })
export type SeenAll = z.infer<typeof SeenAll>

export const SeenOffer = z.object({ revision: Sent })
export type SeenOffer = z.infer<typeof SeenOffer>

export const ReadNotifications = z.object({ newest: Sent })
export type ReadNotifications = z.infer<typeof ReadNotifications>

export const Watch = z.object({ watching: z.boolean() })
export type Watch = z.infer<typeof Watch>
