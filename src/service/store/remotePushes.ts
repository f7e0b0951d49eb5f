import type { Selectable } from 'kysely'
import type { Database } from './database.ts'
import type { Schema } from './schema.ts'

export type RemotePush = Selectable<Schema['remote_push']>

type Address = { publisherId: string; offerId: string }
type Intent = Address & {
  key: string
  kind: 'publish' | 'goLive' | 'stopSelling'
  actor: string
  submissionId: string
  n?: string | undefined
  known: string[]
}

/** What this dashboard asks Partner Center to do: written before each call, so that none is ever made twice. */
export const remotePushStore = (db: Database) => ({
  withKey: (key: string): Promise<RemotePush | undefined> =>
    db.selectFrom('remote_push').selectAll().where('key', '=', key).executeTakeFirst(),

  /** Newest first. */
  ofOffer: ({ publisherId, offerId }: Address): Promise<RemotePush[]> =>
    db
      .selectFrom('remote_push')
      .selectAll()
      .where('publisher_id', '=', publisherId)
      .where('offer_id', '=', offerId)
      .orderBy('sent_time', 'desc')
      .limit(20)
      .execute(),

  /** False when another push of the offer is under way. */
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
        ...intent,
      })
      .onConflict((c) => c.doNothing())
      .executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 1n
  },

  /** What became known of a push. */
  async learn(key: string, facts: Partial<Pick<RemotePush, 'job_id' | 'row_n' | 'result' | 'errors' | 'over_time'>>) {
    await db.updateTable('remote_push').set(facts).where('key', '=', key).execute()
  },
})
