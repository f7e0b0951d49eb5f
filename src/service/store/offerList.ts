import type { NotNull } from 'kysely'
import {
  type ListName,
  type OfferList,
  type OfferListQuery,
  type OfferRow,
  pageSize,
} from '../../contract/offerList.ts'
import type { Database } from './database.ts'
import { nameOf, newsStore, unseenBy } from './news.ts'
import { hasMany, offerCounts, stirring } from './offerCounts.ts'
import type { Visible, Within } from './offerFilter.ts'
import { offerOrder } from './offerOrder.ts'
import type { OfferRecord } from './offers.ts'
import { allOffers, offersWith } from './offerText.ts'

export const offerListStore = (db: Database) => {
  const within = async (caller: Visible, { news, q }: OfferListQuery): Promise<Within> => ({
    ...caller,
    unseen: news && (await unseenBy(db, caller.looker)),
    searched: q?.trim() && !news && (await hasMany(db, caller)) ? (offersWith(db, q) ?? allOffers) : undefined,
  })

  return {
    async page(caller: Visible, scope: ListName, query: OfferListQuery, now: Date): Promise<Omit<OfferList, 'epoch'>> {
      const visible = await within(caller, query)
      const { publisherIds } = visible
      const publishers = await db
        .selectFrom('publisher')
        .select(['id', 'display_text', 'revision'])
        .where('id', 'in', publisherIds)
        .execute()
      const { total, hasMore, kinds } = await offerCounts(db, visible, scope, query, now)
      const offset = ((query.page ?? 1) - 1) * pageSize
      const rows = await offerOrder(db, visible, scope, query, now).slice({ total, hasMore, offset, limit: pageSize })
      const news = visible.looker ? await newsStore(db).among(visible.looker, rows) : new Set<string>()
      const names = new Map(publishers.map(({ id, display_text }) => [id, display_text]))
      return {
        items: rows.map((row) => ({
          ...toRow(row, names.get(row.publisher_id)!),
          ...(news.has(nameOf(row)) && { isNew: true }),
        })),
        total,
        ...(hasMore && { hasMore }),
        ...kinds,
        revision: publishers.reduce((sum, { revision }) => sum + revision, 0),
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
      for await (const rows of offerOrder(db, visible, scope, query, now).all())
        yield rows.map((row) => toRow(row, names.get(row.publisher_id)!))
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

    stirring: (visible: Visible, now: Date) => stirring(db, visible, now),
  }
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
  ...(offer.cancel_request && { cancelRequest: offer.cancel_request }),
  ...(offer.go_live_time && { goLiveTime: offer.go_live_time }),
  revision: offer.revision,
})
