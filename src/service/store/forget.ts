import type { Database } from './database.ts'
import type { SessionLife } from './sessions.ts'
import { attemptLife } from './signInAttempts.ts'

const day = 86_400_000
/** Far longer than any client repeats a request. */
const idempotencyLife = 7 * day
/** For how long what was sent to a webhook can be read and sent again. */
const deliveryLife = 30 * day
/** Rows per run, so that requests are not delayed. */
const batch = 1_000

/** Removes some of the sessions, sign-in attempts, outcomes of repeated requests and deliveries that have ended; returns how many. */
export async function forgetOld(db: Database, now: Date, { idle, absolute }: SessionLife): Promise<number> {
  const before = (life: number) => new Date(now.getTime() - life).toISOString()
  const [sessions, attempts, outcomes, deliveries] = await Promise.all([
    db
      .selectFrom('session')
      .select('id as key')
      .where((eb) => eb.or([eb('created_time', '<', before(absolute)), eb('used_time', '<', before(idle))]))
      .limit(batch)
      .execute(),
    db
      .selectFrom('sign_in_attempt')
      .select('state as key')
      .where('created_time', '<', before(attemptLife))
      .limit(batch)
      .execute(),
    db
      .selectFrom('idempotency')
      .select('key')
      .where('created_time', '<', before(idempotencyLife))
      .limit(batch)
      .execute(),
    db
      .selectFrom('webhook_delivery')
      .select('id')
      .where('created_time', '<', before(deliveryLife))
      .where('next_time', 'is', null)
      .limit(batch)
      .execute(),
  ])
  const keys = (rows: { key: string }[]) => rows.map(({ key }) => key)
  // Without rows to remove, do not take the write lock.
  if (sessions.length) await db.deleteFrom('session').where('id', 'in', keys(sessions)).execute()
  if (attempts.length) await db.deleteFrom('sign_in_attempt').where('state', 'in', keys(attempts)).execute()
  if (outcomes.length) await db.deleteFrom('idempotency').where('key', 'in', keys(outcomes)).execute()
  const ids = deliveries.map(({ id }) => id)
  if (ids.length) await db.deleteFrom('webhook_delivery').where('id', 'in', ids).execute()
  return sessions.length + attempts.length + outcomes.length + deliveries.length
}
