import { ProblemError } from '../problems.ts'
import type { Change } from './changes.ts'
import type { Database } from './database.ts'

/** A request that may be repeated: its key, and a hash of what it asks for. */
export type Repeatable = { key: string; hash: string }

/** The outcome of the first call with this key; undefined when there was none. */
export async function outcomeOf(db: Database, { key, hash }: Repeatable): Promise<string | undefined> {
  const earlier = await db
    .selectFrom('idempotency')
    .select(['outcome', 'request_hash'])
    .where('key', '=', key)
    .executeTakeFirst()
  if (earlier?.request_hash && earlier.request_hash !== hash)
    throw new ProblemError(
      'IdempotencyKeyReused',
      'The Idempotency-Key was sent before with another body. Nothing was changed: send a new key with a new request.',
    )
  return earlier?.outcome
}

/** Does `work` for the first call with this key; a repeated call changes nothing and answers the same. */
export async function once(
  { tx }: Change,
  request: Repeatable | undefined,
  now: Date,
  work: () => Promise<string>,
): Promise<string> {
  if (!request) return work()
  const earlier = await outcomeOf(tx, request)
  if (earlier !== undefined) return earlier
  const outcome = await work()
  const { key, hash } = request
  await tx
    .insertInto('idempotency')
    .values({ key, outcome, created_time: now.toISOString(), request_hash: hash })
    .execute()
  return outcome
}
