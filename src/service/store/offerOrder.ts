import { sql } from 'kysely'
import { defaultSort, type ListName, type OfferListQuery, type OfferSort } from '../../contract/offerList.ts'
import type { Database } from './database.ts'
import { nameOf } from './news.ts'
import { containing, type Filter, few, filters, matching, type Within } from './offerFilter.ts'
import type { OfferRecord } from './offers.ts'
import { allOffers } from './offerText.ts'

const sortable = [
  'publisher_id',
  'id',
  'name_key',
  'offer_type_id',
  'indicator',
  'changed_time',
  'action_rank',
  'step_overdue_time',
] as const
type Sortable = (typeof sortable)[number]
type Slice = { total: number; hasMore?: boolean | undefined; offset: number; limit: number }
type Key = Pick<OfferRecord, 'publisher_id' | 'id'>

const sortColumns: Record<OfferSort, Sortable[]> = {
  name: ['name_key'],
  offerType: ['offer_type_id'],
  publisher: ['publisher_id'],
  status: ['indicator'],
  changed: ['changed_time'],
  action: ['action_rank', 'changed_time'],
  overdue: ['step_overdue_time'],
}

/** The filters that have an index of their own in these orders. */
const sortedBy: Partial<Record<Filter, Sortable[]>> = {
  indicator: ['name_key', 'changed_time'],
  offer_type_id: ['changed_time'],
}

const fileBatch = 1_000
/** Comparing so many names in their order takes about as long as sorting a tenth of them. */
const many = 100_000

/** The matching offers of a list in their order, read by their keys first: whole rows are long. */
export const offerOrder = (db: Database, visible: Within, scope: ListName, query: OfferListQuery, now: Date) => {
  const sort = query.sort ?? defaultSort(scope, query.attention)
  const descending = sort.startsWith('-')
  const places = [...new Set([...sortColumns[sort.replace('-', '') as OfferSort], 'publisher_id', 'id'] as const)]

  const hasIndex = (filter: Filter) => sortedBy[filter]?.includes(places[0]!)
  const unled = filters.filter((filter) => !hasIndex(filter) || query.attention)

  const inOrder = (backwards: boolean) =>
    sql.join(
      places.map((column) => {
        const direction = descending !== backwards ? 'desc' : 'asc'
        const nulls = backwards ? 'nulls first' : 'nulls last'
        return sql`${sql.ref(column)} ${sql.raw(column === 'step_overdue_time' ? `${direction} ${nulls}` : direction)}`
      }),
    )

  const found = (gathered: boolean) =>
    db
      .selectFrom((gathered && visible.searched) || allOffers)
      .select(sortable)
      .where(matching(visible, scope, query, now, gathered ? [] : unled))

  const keys = ({ backwards = false, gathered = false }) =>
    db
      .with(
        (cte) => (gathered ? cte('found').materialized() : cte('found')),
        () => found(gathered),
      )
      .selectFrom('found')
      .select(places)
      .orderBy(inOrder(backwards))

  /** Those with the text among the first offers of the list; a limited subquery keeps its order in both databases. */
  const keysAmong = (first: number) => {
    const all = { ...query, q: undefined }
    const offers = db
      .selectFrom('offer')
      .select(sortable)
      .where(matching(visible, scope, all, now, unled))
    return db
      .selectFrom(offers.orderBy(inOrder(false)).limit(first).as('offer'))
      .select(places)
      .where(containing(query.q))
  }

  async function whole(keys: Key[]): Promise<OfferRecord[]> {
    if (keys.length === 0) return []
    const rows = await db
      .selectFrom('offer')
      .selectAll()
      .where((eb) =>
        eb(
          eb.refTuple('publisher_id', 'id'),
          'in',
          keys.map(({ publisher_id, id }) => eb.tuple(publisher_id, id)),
        ),
      )
      .execute()
    const byName = new Map(rows.map((row) => [nameOf(row), row]))
    return keys.flatMap((key) => byName.get(nameOf(key)) ?? [])
  }

  return {
    /** Those from `offset` on, of `total` or more; read from the nearer end. */
    async slice({ total, hasMore, offset, limit }: Slice): Promise<OfferRecord[]> {
      const length = Math.min(limit, total - offset)
      if (length <= 0) return []
      if (hasMore) {
        const near = await keysAmong(many).limit(length).offset(offset).execute()
        if (near.length === length) return whole(near)
      }
      const backwards = !hasMore && offset > total / 2
      const gathered = visible.searched !== undefined || total <= few
      const read = await keys({ backwards, gathered })
        .limit(length)
        .offset(backwards ? total - offset - length : offset)
        .execute()
      return whole(backwards ? read.reverse() : read)
    },

    /** All that match now, a thousand at a time. */
    async *all(): AsyncGenerator<OfferRecord[]> {
      const all = await keys({ gathered: true }).execute()
      for (let from = 0; from < all.length; from += fileBatch) yield await whole(all.slice(from, from + fileBatch))
    },
  }
}
