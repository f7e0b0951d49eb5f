import { randomUUID } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import { pageSize } from '../../contract/offerList.ts'
import { testType, type WebhookDelivery } from '../../contract/webhooks.ts'
import type { Event } from '../publishing/transition.ts'
import type { Change } from './changes.ts'
import type { Database } from './database.ts'
import type { Schema } from './schema.ts'
import type { WebhookRecord } from './webhooks.ts'

export type DeliveryRecord = Selectable<Schema['webhook_delivery']>

/** Writes events for the webhooks that want them, to be delivered once they are committed. */
export async function enqueueDeliveries({ tx, publisherId }: Change, offerId: string, events: Event[]) {
  const webhooks = await tx
    .selectFrom('webhook')
    .select(['id', 'types'])
    .where('publisher_id', '=', publisherId)
    .where('disabled_time', 'is', null)
    .execute()
  if (webhooks.length === 0) return
  const offer =
    offerId === ''
      ? undefined
      : await tx
          .selectFrom('offer')
          .select(['name', 'offer_type_id'])
          .where('publisher_id', '=', publisherId)
          .where('id', '=', offerId)
          .executeTakeFirst()
  const rows = events.flatMap((event) => {
    const message = messageOf(publisherId, offerId, event, offer)
    return webhooks
      .filter(({ types }) => types === null || JSON.parse(types).includes(event.type))
      .map(({ id }) => ({ webhook_id: id, ...message }))
  })
  if (rows.length > 0) await tx.insertInto('webhook_delivery').values(rows).execute()
}

/** The same for every webhook, and the data like the event in History. */
function messageOf(
  publisherId: string,
  offerId: string,
  { type, time, actor, details }: Event,
  offer: { name: string; offer_type_id: string } | undefined,
) {
  const about = offerId && {
    offerId,
    offerName: offer?.name ?? details.name ?? offerId,
    ...(offer && { offerTypeId: offer.offer_type_id }),
  }
  return {
    publisher_id: publisherId,
    message_id: randomUUID(),
    type,
    time,
    offer_id: offerId,
    data: JSON.stringify({ publisherId, ...about, actorKind: actor.kind, actor: actor.name, details }),
    created_time: time,
    attempts: 0,
    next_time: time,
  }
}

/** An event that tells nothing but that it arrives. */
export async function enqueueTest({ tx, publisherId }: Change, { id }: WebhookRecord, now: Date): Promise<number> {
  await endPause(tx, id)
  const time = now.toISOString()
  const row = await tx
    .insertInto('webhook_delivery')
    .values({
      webhook_id: id,
      publisher_id: publisherId,
      message_id: randomUUID(),
      type: testType,
      time,
      offer_id: '',
      data: JSON.stringify({ publisherId }),
      created_time: time,
      attempts: 0,
      next_time: time,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Puts a delivery in the queue again, as if its event had just happened; one that waits goes at once. */
export async function enqueueAgain({ tx }: Change, { id, webhook_id }: DeliveryRecord, now: Date) {
  await endPause(tx, webhook_id)
  const time = now.toISOString()
  await tx
    .updateTable('webhook_delivery')
    .set({ created_time: time, next_time: time, sent_time: null })
    .where('id', '=', id)
    .execute()
}

/** A person asks for an attempt: it need not wait until a receiver that failed is tried again. */
const endPause = (tx: Change['tx'], webhookId: string) =>
  tx.updateTable('webhook').set({ paused_until: null }).where('id', '=', webhookId).execute()

type Ending = {
  attemptedTime: Date
  sentTime?: Date | undefined
  nextTime?: Date | undefined
  error?: string | undefined
  /** JSON. */
  answer?: string | undefined
  /** How the receiver did: how long it is left alone after it failed. */
  pausedUntil: (failures: number) => Date
}

/** Deliveries, kept for a while after they ended. */
export const deliveryStore = (db: Database) => ({
  async page(webhookId: string, page = 1) {
    const matching = db.selectFrom('webhook_delivery').where('webhook_id', '=', webhookId)
    const { total } = await matching.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const rows = await matching
      .selectAll()
      .orderBy('id', 'desc')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute()
    return { items: rows.map(toDelivery), total }
  },

  one: (webhookId: string, id: number): Promise<DeliveryRecord | undefined> =>
    db
      .selectFrom('webhook_delivery')
      .selectAll()
      .where('webhook_id', '=', webhookId)
      .where('id', '=', id)
      .executeTakeFirst(),

  /** Those that are due, longest due first, except to receivers that are busy or left alone after they failed. */
  due: (now: Date, limit: number, busy: ReadonlySet<string>): Promise<DeliveryRecord[]> =>
    db
      .selectFrom('webhook_delivery')
      .innerJoin('webhook', 'webhook.id', 'webhook_delivery.webhook_id')
      .selectAll('webhook_delivery')
      .where('next_time', '<=', now.toISOString())
      .where('webhook_id', 'not in', [...busy])
      .where((eb) => eb.or([eb('paused_until', 'is', null), eb('paused_until', '<=', now.toISOString())]))
      .orderBy('next_time')
      .orderBy('webhook_delivery.id')
      .limit(limit)
      .execute(),

  /** Takes a delivery for one attempt, until `until`; false when another process has taken it since it was read. */
  async claim({ id, attempts }: DeliveryRecord, until: Date): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('webhook_delivery')
      .set({ attempts: attempts + 1, next_time: until.toISOString() })
      .where('id', '=', id)
      .where('attempts', '=', attempts)
      .where('next_time', 'is not', null)
      .executeTakeFirst()
    return numUpdatedRows === 1n
  },

  /** Ends the attempt that `claim` began, and notes how the receiver did. Without `nextTime` there will be no other. */
  settle: (
    { id, attempts, webhook_id }: DeliveryRecord,
    { attemptedTime, sentTime, nextTime, error, answer, pausedUntil }: Ending,
  ) =>
    db.transaction().execute(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('webhook_delivery')
        .set({
          attempted_time: attemptedTime.toISOString(),
          sent_time: sentTime?.toISOString() ?? null,
          // Disabled while it was under way, it is not tried again.
          next_time: sql`case when next_time is null then null else ${nextTime?.toISOString() ?? null} end`,
          error: error ?? null,
          answer: answer ?? null,
        })
        .where('id', '=', id)
        .where('attempts', '=', attempts + 1)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) return
      if (sentTime) {
        const well = { failures: 0, paused_until: null, succeeded_time: sentTime.toISOString() }
        await tx.updateTable('webhook').set(well).where('id', '=', webhook_id).execute()
        return
      }
      const failed = await tx
        .updateTable('webhook')
        .set(({ eb }) => ({ failures: eb('failures', '+', 1) }))
        .where('id', '=', webhook_id)
        .returning('failures')
        .executeTakeFirst()
      const paused_until = pausedUntil(failed?.failures ?? 1).toISOString()
      await tx.updateTable('webhook').set({ paused_until }).where('id', '=', webhook_id).execute()
    }),
})

export const toDelivery = (row: DeliveryRecord): WebhookDelivery => ({
  id: row.id,
  messageId: row.message_id,
  type: row.type,
  time: row.time,
  offerId: row.offer_id,
  state: row.next_time ? 'waiting' : row.sent_time ? 'delivered' : 'failed',
  attempts: row.attempts,
  ...(row.attempted_time && { attemptedTime: row.attempted_time }),
  ...(row.next_time && { nextTime: row.next_time }),
  ...(row.error && { fault: row.error }),
  ...(row.answer && { answer: JSON.parse(row.answer) }),
})
