import type { Transaction } from 'kysely'
import type { Database } from './database.ts'
import type { Schema } from './schema.ts'

/** A running transaction that holds its publisher's row, with the revision that everything it writes carries. */
export type Change = { tx: Transaction<Schema>; publisherId: string; revision: number }

/**
 * Runs `work` with the publisher's row locked, so that changes of one publisher's offers happen one after another in
 * every database and from every replica. Everything is written or, when `work` throws, nothing.
 */
export const change = <T>(db: Database, publisherId: string, work: (change: Change) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => work(await changeOf(tx, publisherId)))

/** The same for one publisher of several in a transaction: locked in the order of their ids, they never wait for each other. */
export async function changeOf(tx: Transaction<Schema>, publisherId: string): Promise<Change> {
  const { revision } = await tx
    .updateTable('publisher')
    .set(({ eb }) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', publisherId)
    .returning('revision')
    .executeTakeFirstOrThrow()
  return { tx, publisherId, revision }
}
