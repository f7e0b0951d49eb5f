import { type Selectable, sql } from 'kysely'
import type { Database } from './database.ts'
import type { Schema } from './schema.ts'

export type RemotePush = Selectable<Schema['remote_push']>

type Address = { publisherId: string; offerId: string }
type Intent = Address & {
  key: string
  kind: 'publish' | 'goLive' | 'stopSelling' | 'cancel'
  actor: string
  submissionId: string
  n?: string | undefined
  known: string[]
}

/** What this dashboard asks Partner Center to do: written before each call, so that no call is made twice. */
export const remotePushStore = (db: Database) => ({
  withKey: (key: string): Promise<RemotePush | undefined> =>
    db.selectFrom('remote_push').selectAll().where('key', '=', key).executeTakeFirst(),

  /** The pushes of an offer, newest first. */
  ofOffer: ({ publisherId, offerId }: Address): Promise<RemotePush[]> =>
    db
      .selectFrom('remote_push')
      .selectAll()
      .where('publisher_id', '=', publisherId)
      .where('offer_id', '=', offerId)
      .where('kind', '<>', 'cancel')
      .orderBy('sent_time', 'desc')
      .limit(20)
      .execute(),

  /** The cancel of a submission that was asked for here and not refused. */
  cancelOf: ({ publisherId, offerId }: Address, submissionId: string): Promise<RemotePush | undefined> =>
    db
      .selectFrom('remote_push')
      .selectAll()
      .where('publisher_id', '=', publisherId)
      .where('offer_id', '=', offerId)
      .where('submission_id', '=', submissionId)
      .where('kind', '=', 'cancel')
      .where(sql<boolean>`coalesce(result, '') <> 'refused'`)
      .executeTakeFirst(),

  /** False when another push of the offer is under way. A cancel takes its place beside the push that it ends. */
  async begin({ key, publisherId, offerId, submissionId, known, ...intent }: Intent, now: Date): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('remote_push')
      .values({
        key,
        publisher_id: publisherId,
        offer_id: offerId,
        submission_id: submissionId,
        known: JSON.stringify(known),
        sent_time: now.toISOString(),
        over_time: intent.kind === 'cancel' ? now.toISOString() : null,
        ...intent,
      })
      .onConflict((c) => c.doNothing())
      .executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 1n
  },

  /** Keeps what has become known of a push. */
  async learn(key: string, facts: Partial<Pick<RemotePush, 'job_id' | 'row_n' | 'result' | 'errors' | 'over_time'>>) {
    await db.updateTable('remote_push').set(facts).where('key', '=', key).execute()
  },
})
