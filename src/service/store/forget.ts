import type { Database } from './database.ts'

const day = 86_400_000
const sessionDays = 90
/** Far longer than any client tries the same request again. */
const idempotencyDays = 7

/** Removes what nobody comes back for: old sessions, and the outcomes kept for repeated requests. */
export async function forgetOld(db: Database, now: Date) {
  const before = (days: number) => new Date(now.getTime() - days * day).toISOString()
  await db.deleteFrom('session').where('created_time', '<', before(sessionDays)).execute()
  await db.deleteFrom('idempotency').where('created_time', '<', before(idempotencyDays)).execute()
}
