import type { Database } from './database.ts'

const day = 86_400_000
const sessionDays = 90
/** Far longer than any client repeats a request. */
const idempotencyDays = 7
/** Rows per run, so that requests are not delayed. */
const batch = 1_000

/** Removes some of the sessions and outcomes of repeated requests that are too old to matter; returns how many. */
export async function forgetOld(db: Database, now: Date): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * day).toISOString()
  const [sessions, outcomes] = await Promise.all([
    db
      .selectFrom('session')
      .select('token_hash as key')
      .where('created_time', '<', before(sessionDays))
      .limit(batch)
      .execute(),
    db
      .selectFrom('idempotency')
      .select('key')
      .where('created_time', '<', before(idempotencyDays))
      .limit(batch)
      .execute(),
  ])
  const keys = (rows: { key: string }[]) => rows.map(({ key }) => key)
  // Without rows to remove, do not take the write lock.
  if (sessions.length) await db.deleteFrom('session').where('token_hash', 'in', keys(sessions)).execute()
  if (outcomes.length) await db.deleteFrom('idempotency').where('key', 'in', keys(outcomes)).execute()
  return sessions.length + outcomes.length
}
