import { sql } from 'kysely'
import type { History, HistoryEvent, HistoryQuery } from '../../contract/history.ts'
import { pageSize } from '../../contract/offerList.ts'
import type { Event } from '../publishing/transition.ts'
import type { Change } from './changes.ts'
import type { Database } from './database.ts'
import { enqueueDeliveries } from './deliveries.ts'
import { type Matching, matching } from './historyFilter.ts'

/**
 * Writes events of an offer, of one of its submissions or, without either, of the publisher, and their deliveries to
 * webhooks, in the transaction of the change.
 */
export async function recordEvents(
  change: Change,
  { offerId = '', submissionId }: { offerId?: string; submissionId?: string },
  events: Event[],
) {
  if (events.length === 0) return
  const { tx, publisherId } = change
  await enqueueDeliveries(change, offerId, events)
  await tx
    .insertInto('audit_event')
    .values(
      events.map(({ details, actor, ...event }) => ({
        ...event,
        actor_kind: actor.kind,
        actor: actor.name,
        publisher_id: publisherId,
        offer_id: offerId,
        submission_id: submissionId ?? null,
        details: JSON.stringify(details),
      })),
    )
    .execute()
}

/** More events than this are not counted: nobody turns that many pages, and counting takes as long as there are events. */
const mostCounted = 10_000

const publisherColumn = sql<string>`audit_event.publisher_id`
/**
 * The same value without the index of publishers. While SQLite has no statistics yet, it would sort every event of
 * several publishers (370 ms for 300,000 of them) instead of walking the index of times for one page (0.1 ms).
 */
const publisherWithoutIndex = sql<string>`audit_event.publisher_id || ''`

/** Who did what and when, newest first. `publisherIds`: every publisher that the caller may see. */
export const historyStore = (db: Database) => {
  const filter = (publisherIds: string[], query: HistoryQuery) => matching(db, publisherIds, query)
  const events = ({ where, isNarrow }: Matching) =>
    db
      .selectFrom('audit_event')
      .innerJoin('publisher', 'publisher.id', 'audit_event.publisher_id')
      .leftJoin('offer', (join) =>
        join
          .onRef('offer.publisher_id', '=', 'audit_event.publisher_id')
          .onRef('offer.id', '=', 'audit_event.offer_id'),
      )
      .select([
        'audit_event.id',
        'time',
        'type',
        'audit_event.publisher_id',
        'offer_id',
        'actor_kind',
        'actor',
        'details',
      ])
      .select(['publisher.display_text', 'offer.name', 'offer.offer_type_id'])
      .where(where(isNarrow ? publisherColumn : publisherWithoutIndex))
      .orderBy('time', 'desc')
      .orderBy('audit_event.id', 'desc')

  return {
    async page(publisherIds: string[], query: HistoryQuery): Promise<History> {
      const matches = await filter(publisherIds, query)
      const first = db.selectFrom('audit_event').select('audit_event.id').where(matches.where(publisherColumn))
      const { total } = await db
        .selectFrom(first.limit(mostCounted + 1).as('counted'))
        .select((eb) => eb.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow()
      const rows = await events(matches)
        .limit(pageSize)
        .offset(((query.page ?? 1) - 1) * pageSize)
        .execute()
      return {
        items: rows.map(toEvent),
        total: Math.min(total, mostCounted),
        ...(total > mostCounted && { hasMore: true }),
      }
    },

    /** All matching events, a thousand at a time; later events are left out. */
    async *all(publisherIds: string[], query: HistoryQuery): AsyncGenerator<HistoryEvent[]> {
      const matches = await filter(publisherIds, query)
      let last: { time: string; id: number } | undefined
      do {
        const before = last
        const rows = await events(matches)
          .$if(before !== undefined, (select) =>
            select
              .where('time', '<=', before!.time)
              .where((eb) => eb.or([eb('time', '<', before!.time), eb('audit_event.id', '<', before!.id)])),
          )
          .limit(1_000)
          .execute()
        yield rows.map(toEvent)
        last = rows.length === 1_000 ? rows.at(-1) : undefined
      } while (last)
    },
  }
}

/** Who removed an offer from the listings last, when and why; of an offer that was removed elsewhere, nobody knows. */
export async function delistingOf(db: Database, { publisherId, offerId }: { publisherId: string; offerId: string }) {
  const row = await db
    .selectFrom('audit_event')
    .select(['time', 'actor_kind', 'actor', 'details'])
    .where('publisher_id', '=', publisherId)
    .where('offer_id', '=', offerId)
    .where('type', '=', 'OfferDelisted')
    .orderBy('time', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { reason }: { reason?: string } = JSON.parse(row.details)
  return { time: row.time, actorKind: row.actor_kind, actor: row.actor, ...(reason && { reason }) }
}

type Row = {
  id: number
  time: string
  type: string
  publisher_id: string
  offer_id: string
  actor_kind: string
  actor: string
  details: string
  display_text: string
  name: string | null
  offer_type_id: string | null
}

const toEvent = (row: Row): HistoryEvent => ({
  id: row.id,
  time: row.time,
  type: row.type,
  publisherId: row.publisher_id,
  publisherName: row.display_text,
  offerId: row.offer_id,
  offerName: row.name ?? row.offer_id,
  offerTypeId: row.offer_type_id ?? '',
  ...(row.offer_id !== '' && row.name === null && { isDeleted: true }),
  actorKind: row.actor_kind,
  actor: row.actor,
  details: JSON.parse(row.details),
})
