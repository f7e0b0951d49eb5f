import type { Selectable } from 'kysely'
import type { Database } from './database.ts'
import type { Schema } from './schema.ts'

export type RemoteOffer = Selectable<Schema['remote_offer']>

export type Comparison = Pick<RemoteOffer, 'published_row' | 'published_digest' | 'draft_ahead'>

type Address = { publisherId: string; offerId: string }
type Look = { until: Date; nextTime: Date; moving: boolean; failed: boolean; now: Date }

/** The offers of Partner Center, and when each is looked at. */
export const remoteOfferStore = (db: Database) => {
  const update = ({ publisherId, offerId }: Address) =>
    db.updateTable('remote_offer').where('publisher_id', '=', publisherId).where('offer_id', '=', offerId)
  return {
    one: ({ publisherId, offerId }: Address): Promise<RemoteOffer | undefined> =>
      db
        .selectFrom('remote_offer')
        .selectAll()
        .where('publisher_id', '=', publisherId)
        .where('offer_id', '=', offerId)
        .executeTakeFirst(),

    /** Whether there are offers of Partner Center, or of one publisher there. */
    any: async (publisherId?: string): Promise<boolean> =>
      (await db
        .selectFrom('remote_offer')
        .select('offer_id')
        .$if(publisherId !== undefined, (select) => select.where('publisher_id', '=', publisherId!))
        .limit(1)
        .executeTakeFirst()) !== undefined,

    /** All that are known, with their names. */
    known: (publisherId: string) =>
      db
        .selectFrom('remote_offer')
        .innerJoin('offer', (join) =>
          join
            .onRef('offer.publisher_id', '=', 'remote_offer.publisher_id')
            .onRef('offer.id', '=', 'remote_offer.offer_id'),
        )
        .select(['offer.id as offerId', 'offer.name', 'remote_offer.product_guid as guid', 'remote_offer.unseen'])
        .where('remote_offer.publisher_id', '=', publisherId)
        .execute(),

    /** Keeps the product's ID from a list of products, and in how many lists it was missing. */
    async listed(address: Address, { guid, unseen }: { guid: string; unseen: number }) {
      await update(address).set({ product_guid: guid, unseen }).execute()
    },

    /** Keeps when the older API was asked for the steps. */
    async askedForSteps(remote: RemoteOffer, now: Date) {
      const address = { publisherId: remote.publisher_id, offerId: remote.offer_id }
      await update(address).set({ steps_time: now.toISOString() }).execute()
    },

    /** Keeps how the draft compares with what is published. */
    async compared(remote: RemoteOffer, facts: Comparison) {
      await update({ publisherId: remote.publisher_id, offerId: remote.offer_id }).set(facts).execute()
    },

    due: (now: Date, limit: number, publisherId?: string): Promise<Address[]> =>
      db
        .selectFrom('remote_offer')
        .select(['publisher_id as publisherId', 'offer_id as offerId'])
        .where('next_time', '<=', now.toISOString())
        .$if(publisherId !== undefined, (select) => select.where('publisher_id', '=', publisherId!))
        .orderBy('next_time')
        .limit(limit)
        .execute(),

    /** Takes one look at an offer, until `until`; false when another replica has taken it. */
    async claim({ publisher_id, offer_id, next_time }: RemoteOffer, until: Date): Promise<boolean> {
      const { numUpdatedRows } = await update({ publisherId: publisher_id, offerId: offer_id })
        .set({ next_time: until.toISOString() })
        .where('next_time', '=', next_time)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    /** Ends a look and sets the next one, unless an act has hastened it since the claim until `until`. */
    async looked(remote: RemoteOffer, { until, nextTime, moving, failed, now }: Look) {
      await update({ publisherId: remote.publisher_id, offerId: remote.offer_id })
        .set({
          next_time: nextTime.toISOString(),
          moving_since: moving ? (remote.moving_since ?? now.toISOString()) : null,
          failures: failed ? remote.failures + 1 : 0,
          silent_since: failed ? (remote.silent_since ?? now.toISOString()) : null,
        })
        .where('next_time', '=', until.toISOString())
        .execute()
    },

    /** Ends a look that could not begin. */
    async postpone(remote: RemoteOffer, until: Date, freeAt: Date) {
      await update({ publisherId: remote.publisher_id, offerId: remote.offer_id })
        .set({ next_time: freeAt.toISOString() })
        .where('next_time', '=', until.toISOString())
        .execute()
    },

    /** Looks at an offer as soon as it is possible. */
    async hasten(address: Address, now: Date) {
      await update(address).set({ next_time: now.toISOString(), moving_since: now.toISOString() }).execute()
    },
  }
}

export const addRemoteOffer = async (
  db: Database,
  { publisherId, offerId }: Address,
  productGuid: string,
  now: Date,
) => {
  await db
    .insertInto('remote_offer')
    .values({
      publisher_id: publisherId,
      offer_id: offerId,
      product_guid: productGuid,
      next_time: now.toISOString(),
      failures: 0,
    })
    .execute()
}
