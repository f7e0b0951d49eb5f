import type { Change } from './changes.ts'
import type { Database } from './database.ts'

/** The outcome of the first call with this key; undefined when there was none. */
export async function outcomeOf(db: Database, key: string): Promise<string | undefined> {
  const earlier = await db.selectFrom('idempotency').select('outcome').where('key', '=', key).executeTakeFirst()
  return earlier?.outcome
}

/** Does `work` for the first call with this key; a repeated call changes nothing and answers the same. */
export async function once(
  { tx }: Change,
  key: string | undefined,
  now: Date,
  work: () => Promise<string>,
): Promise<string> {
  if (!key) return work()
  const earlier = await outcomeOf(tx, key)
  if (earlier !== undefined) return earlier
  const outcome = await work()
  await tx.insertInto('idempotency').values({ key, outcome, created_time: now.toISOString() }).execute()
  return outcome
}
