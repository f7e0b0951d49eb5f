import type { NotNull } from 'kysely'
import {
  defaultSort,
  type ListName,
  type OfferList,
  type OfferListQuery,
  type OfferRow,
  type OfferSort,
  pageSize,
} from '../../contract/offerList.ts'
import type { Database } from './database.ts'
import { nameOf, newsStore, unseenBy } from './news.ts'
import { offerCounts } from './offerCounts.ts'
import { matching, type Visible, type Within } from './offerFilter.ts'
import type { OfferRecord } from './offers.ts'
import type { Schema } from './schema.ts'

const sortColumns: Record<OfferSort, (keyof Schema['offer'])[]> = {
  name: ['name_key'],
  offerType: ['offer_type_id'],
  publisher: ['publisher_id'],
  status: ['indicator'],
  changed: ['changed_time'],
  action: ['action_rank', 'changed_time'],
  overdue: ['step_overdue_time'],
}

const fileBatch = 1_000

export const offerListStore = (db: Database) => {
  const counted = offerCounts(db)

  /** The matching offers in their order. */
  function ordered(visible: Within, scope: ListName, query: OfferListQuery, now: Date) {
    const sort = query.sort ?? defaultSort(scope, query.attention)
    const descending = sort.startsWith('-')
    const columns = sortColumns[sort.replace('-', '') as OfferSort]
    const places = [...new Set([...columns, 'publisher_id', 'id'] as const)]

    return places
      .reduce(
        (select, column) =>
          select.orderBy(column, (order) => {
            const directed = descending ? order.desc() : order.asc()
            return column === 'step_overdue_time' ? directed.nullsLast() : directed
          }),
        db
          .selectFrom('offer')
          .selectAll()
          .where(matching(visible, scope, query, now)),
      )
      .$if(query.status !== undefined, (select) => select.where('indicator', '=', query.status!))
  }

  const within = async (caller: Visible, { news }: OfferListQuery): Promise<Within> => ({
    ...caller,
    unseen: news && (await unseenBy(db, caller.looker)),
  })

  return {
    async page(caller: Visible, scope: ListName, query: OfferListQuery, now: Date): Promise<Omit<OfferList, 'epoch'>> {
      const visible = await within(caller, query)
      const { publisherIds } = visible
      const publishers = await db.selectFrom('publisher').select(['id', 'display_text', 'revision']).execute()
      const seen = publishers.filter(({ id }) => publisherIds.includes(id))
      const { indicators, attention } = await counted(visible, scope, query, JSON.stringify(seen), now)
      const total = query.status
        ? (indicators[query.status] ?? 0)
        : Object.values(indicators).reduce((sum, count) => sum + count, 0)
      const offset = ((query.page ?? 1) - 1) * pageSize
      const find = ordered(visible, scope, query, now).limit(pageSize).offset(offset)
      // An empty page costs a full scan; skip it.
      const rows = offset < total ? await find.execute() : []
      const news = visible.looker ? await newsStore(db).among(visible.looker, rows) : new Set<string>()
      const names = new Map(publishers.map(({ id, display_text }) => [id, display_text]))
      return {
        items: rows.map((row) => ({
          ...toRow(row, names.get(row.publisher_id)!),
          ...(news.has(nameOf(row)) && { isNew: true }),
        })),
        total,
        counts: indicators,
        attention,
        revision: seen.reduce((sum, { revision }) => sum + revision, 0),
      }
    },

    /**
     * The offers that match now, a thousand at a time, each once: one statement fixes which and in what order, so that
     * an offer that moves while the file is read is neither missed nor repeated.
     */
    async *all(caller: Visible, scope: ListName, query: OfferListQuery, now: Date): AsyncGenerator<OfferRow[]> {
      const visible = await within(caller, query)
      const publishers = await db.selectFrom('publisher').select(['id', 'display_text']).execute()
      const names = new Map(publishers.map(({ id, display_text }) => [id, display_text]))
      const keys = await ordered(visible, scope, query, now).clearSelect().select(['publisher_id', 'id']).execute()
      for (let from = 0; from < keys.length; from += fileBatch) {
        const batch = keys.slice(from, from + fileBatch)
        const rows = await byKeys(db, batch)
        const known = new Map(rows.map((row) => [nameOf(row), row]))
        yield batch
          .flatMap((key) => known.get(nameOf(key)) ?? [])
          .map((row) => toRow(row, names.get(row.publisher_id)!))
      }
    },

    /** The offers at a step that people at the marketplace decide, longest waiting first. */
    async awaitingDecision(page: number) {
      const waiting = db
        .selectFrom('offer')
        .innerJoin('publisher', 'publisher.id', 'offer.publisher_id')
        .where('offer.status', '=', 'running')
        .where('offer.step_actor', '=', 'microsoft')
      const { total } = await waiting.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
      const rows = await waiting
        .selectAll('offer')
        .select('publisher.display_text')
        .select((eb) =>
          eb
            .selectFrom('submission')
            .select('submission.id')
            .whereRef('submission.publisher_id', '=', 'offer.publisher_id')
            .whereRef('submission.offer_id', '=', 'offer.id')
            .orderBy('publishing_version', 'desc')
            .limit(1)
            .as('submission_id'),
        )
        .$narrowType<{ submission_id: NotNull }>()
        .orderBy('offer.step_started_time')
        .orderBy('offer.publisher_id')
        .orderBy('offer.id')
        .limit(pageSize)
        .offset((page - 1) * pageSize)
        .execute()
      return { rows, total }
    },

    /** How many offers wait for the caller, and whether any moves by itself. */
    async stirring({ publisherIds, acting }: Visible): Promise<{ waiting: number; moving: boolean }> {
      const rows = await db
        .selectFrom('offer')
        .select((eb) => ['action_rank', eb.fn.countAll<number>().as('count')])
        .where((eb) =>
          eb.or([
            eb('action_rank', '=', 0).and('publisher_id', 'in', acting),
            eb('action_rank', '=', 1).and('publisher_id', 'in', publisherIds),
          ]),
        )
        .groupBy('action_rank')
        .execute()
      const count = (rank: number) => rows.find(({ action_rank }) => action_rank === rank)?.count ?? 0
      return { waiting: count(0), moving: count(1) > 0 }
    },
  }
}

type Key = { publisher_id: string; id: string }

/** Grouped by publisher, so that an index finds them. */
function byKeys(db: Database, keys: readonly Key[]) {
  const wanted = [...Map.groupBy(keys, ({ publisher_id }) => publisher_id)]
  return db
    .selectFrom('offer')
    .selectAll()
    .where((eb) =>
      eb.or(
        wanted.map(([publisher, offers]) =>
          eb.and([
            eb('publisher_id', '=', publisher),
            eb(
              'id',
              'in',
              offers.map(({ id }) => id),
            ),
          ]),
        ),
      ),
    )
    .execute()
}

export const toRow = (offer: OfferRecord, publisherName: string): OfferRow => ({
  publisherId: offer.publisher_id,
  publisherName,
  offerId: offer.id,
  name: offer.name,
  offerTypeId: offer.offer_type_id,
  indicator: offer.indicator,
  changedTime: offer.changed_time,
  ...(offer.live_version !== null && offer.delisted_time === null && { liveVersion: offer.live_version }),
  ...(offer.marketplace !== 'simulated' && { marketplace: offer.marketplace }),
  ...(offer.step_code && {
    step: {
      code: offer.step_code,
      stepName: offer.step_name!,
      actor: offer.step_actor!,
      ...(offer.step_number && { number: offer.step_number }),
      ...(offer.step_count && { count: offer.step_count }),
      ...(offer.step_estimate && { estimatedTimeFrame: offer.step_estimate }),
      ...(offer.step_started_time && { startedTime: offer.step_started_time }),
      ...(offer.step_ended_time && { endedTime: offer.step_ended_time }),
      ...(offer.step_overdue_time && { overdueTime: offer.step_overdue_time }),
    },
  }),
  ...(offer.reason && { reason: JSON.parse(offer.reason) }),
  ...(offer.go_live_time && { goLiveTime: offer.go_live_time }),
  revision: offer.revision,
})
