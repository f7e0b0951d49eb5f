import type { Database } from './database.ts'

const day = 86_400_000
const sessionDays = 90
/** Far longer than any client tries the same request again. */
const idempotencyDays = 7
/** Rows at a time, so that requests are not held up. */
const batch = 1_000

/** Removes some of the sessions and outcomes of repeated requests that are too old to matter; returns how many. */
export async function forgetOld(db: Database, now: Date): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * day).toISOString()
  const sessions = db.selectFrom('session').select('token_hash').where('created_time', '<', before(sessionDays))
  const outcomes = db.selectFrom('idempotency').select('key').where('created_time', '<', before(idempotencyDays))
  const removed = [
    await db.deleteFrom('session').where('token_hash', 'in', sessions.limit(batch)).executeTakeFirst(),
    await db.deleteFrom('idempotency').where('key', 'in', outcomes.limit(batch)).executeTakeFirst(),
  ]
  return removed.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0)
}
