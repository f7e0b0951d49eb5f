import type { Database } from './database.ts'

export type Backlog = {
  /** Seconds since the longest due offer, look at Partner Center, mail and webhook should have been worked on. */
  lag: { marketplace: number; partnerCenter: number; mail: number; webhook: number }
  /** What is still to be delivered, now or later. */
  waiting: { mail: number; webhook: number }
}

/** What waits for the workers of all replicas: read from the ends of four indexes. */
export async function readBacklog(db: Database, now: Date): Promise<Backlog> {
  const [submission, remote, mail, webhook] = await Promise.all([
    db
      .selectFrom('submission')
      .select((eb) => eb.fn.min('due_time').as('next'))
      .where('due_time', 'is not', null)
      .executeTakeFirst(),
    db
      .selectFrom('remote_offer')
      .select((eb) => eb.fn.min('next_time').as('next'))
      .executeTakeFirst(),
    db
      .selectFrom('notification')
      .select((eb) => [eb.fn.min('next_time').as('next'), eb.fn.countAll<number>().as('waiting')])
      .where('next_time', 'is not', null)
      .executeTakeFirst(),
    db
      .selectFrom('webhook_delivery')
      .select((eb) => [eb.fn.min('next_time').as('next'), eb.fn.countAll<number>().as('waiting')])
      .where('next_time', 'is not', null)
      .executeTakeFirst(),
  ])
  const since = (time: string | null | undefined) => (time ? Math.max(0, now.getTime() - Date.parse(time)) / 1000 : 0)
  return {
    lag: {
      marketplace: since(submission?.next),
      partnerCenter: since(remote?.next),
      mail: since(mail?.next),
      webhook: since(webhook?.next),
    },
    waiting: { mail: mail?.waiting ?? 0, webhook: webhook?.waiting ?? 0 },
  }
}
