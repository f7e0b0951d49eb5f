import type { Database } from './database.ts'

/** Who created the draft of an offer or saved it last, and when. */
export async function lastSaved(db: Database, publisherId: string, offerId: string) {
  const row = await db
    .selectFrom('audit_event')
    .select(['time', 'actor_kind', 'actor'])
    .where('publisher_id', '=', publisherId)
    .where('offer_id', '=', offerId)
    .where('type', 'in', ['OfferCreated', 'OfferSaved'])
    .orderBy('time', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { actor: row.actor, actorKind: row.actor_kind, time: row.time }
}
