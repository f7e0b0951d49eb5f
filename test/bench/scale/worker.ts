import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { openStore } from '../../../src/service/store/open.ts'
import { startServer } from '../measure.ts'

/** Lets everything that runs become due at once, and counts what two replicas move in so many seconds. */
export async function measureWorker(place: string, environment: Record<string, string>, seconds: number) {
  const { db, close } = await openStore(place)
  await db
    .updateTable('submission')
    .set({ due_time: new Date().toISOString() })
    .where('state', '=', 'running')
    .where('publisher_id', 'like', 'publisher-%')
    .execute()
  const transitions = async () => {
    const { n } = await db
      .selectFrom('submission')
      .select((eb) => eb.fn.sum<number>('revision').as('n'))
      .executeTakeFirstOrThrow()
    return n
  }
  const replicas = await Promise.all([startServer('service', environment), startServer('service', environment)])
  await wait(2_000)
  const [before, begun] = [await transitions(), performance.now()]
  await wait(seconds * 1_000)
  const moved = (await transitions()) - before
  const perSecond = moved / ((performance.now() - begun) / 1_000)
  for (const { stop } of replicas) await stop()
  const { rows } = await sql<{ n: number }>`select count(*) as n from (
    select submission_id from audit_event where type = 'OfferStepCompleted' and publisher_id like 'publisher-%'
    group by submission_id, details having count(*) > 1) as repeated`.execute(db)
  await close()
  return { perSecond, repeated: rows[0]!.n }
}
