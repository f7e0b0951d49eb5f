import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely'
import type { Attention, Indicator, ListName, OfferList, OfferListQuery } from '../../contract/offerList.ts'
import type { Database } from './database.ts'
import {
  few,
  filters,
  isNext,
  matching,
  ofPublisher,
  unindexed,
  type Visible,
  type Within,
  waiting,
} from './offerFilter.ts'
import { allOffers, moreThan } from './offerText.ts'
import type { Schema } from './schema.ts'

/** More matches of a text than this are not counted one by one. */
const mostCounted = 1_000

type Counts = Pick<OfferList, 'total' | 'hasMore'> & {
  /** How many offers match but for their status and attention; absent when they are too many to count. */
  kinds?: Pick<OfferList, 'counts' | 'attention'>
}
/** Offers of a status: all, those of publishers where the caller may act, and those that take too long. */
type Group = { indicator: string; count: number; acting: number; overdue: number }
const fewPublishers = 100

type Question = [db: Database, visible: Within, scope: ListName, query: OfferListQuery, now: Date]

/** How many offers match the filters of a list: for each status, and how many of them need attention. */
export async function offerCounts(...[db, visible, scope, query, now]: Question): Promise<Counts> {
  // Statuses and attention are counted beside the filters by them.
  const others = { ...query, status: undefined, attention: undefined }
  const count = visible.unseen || query.q?.trim() ? counted : kept
  const groups = (await haveText(db, visible, scope, others)) ? undefined : await count(db, visible, scope, others, now)
  if (!groups || (visible.searched && sumOf(groups, 'all') > mostCounted)) {
    const isPart = query.status || query.attention
    const total = isPart ? sumOf(await counted(db, visible, scope, query, now), 'all') : Infinity
    return { total: Math.min(total, mostCounted), hasMore: total > mostCounted }
  }
  const counts: Record<string, number> = {}
  for (const group of groups) {
    const count = part[query.attention ?? 'all'](group)
    if (count > 0) counts[group.indicator] = count
  }
  const ofStatus = groups.filter(({ indicator }) => !query.status || indicator === query.status)
  return {
    total: sumOf(ofStatus, query.attention ?? 'all'),
    kinds: { counts, attention: { needsYou: sumOf(ofStatus, 'needsYou'), overdue: sumOf(ofStatus, 'overdue') } },
  }
}

/** Whether more offers have the text than are counted: known without their rows when nothing else filters them. */
const haveText = async (db: Database, visible: Within, scope: ListName, { q, type, publisher }: OfferListQuery) =>
  q && visible.searched && scope === 'offers' && !type
    ? moreThan(db, mostCounted, q, ofPublisher(visible, publisher))
    : false

const part: Record<Attention | 'all', (group: Group) => number> = {
  all: ({ count }) => count,
  overdue: ({ overdue }) => overdue,
  needsYou: ({ indicator, acting }) => (waits(indicator) ? acting : 0),
}
const sumOf = (groups: Group[], what: Attention | 'all') => groups.reduce((sum, group) => sum + part[what](group), 0)

const waits = (indicator: string) => waiting.some((one) => one === indicator)

/** From the counts that the database keeps. Only what is in progress can be overdue: it is counted by the time when it became so. */
async function kept(...[db, visible, scope, query, now]: Question): Promise<Group[]> {
  const rows = await db
    .selectFrom('offer_count')
    .select((eb) => [
      'indicator',
      eb.fn.sum<number>('n').as('count'),
      eb.fn.sum<number>(whereActing(visible, sql.ref('n'))).as('acting'),
      eb.lit(0).as('overdue'),
    ])
    .where(kinds(visible, scope, query))
    .groupBy('indicator')
    .execute()
  const total = rows.reduce((sum, { count }) => sum + count, 0)
  const { overdue } = await db
    .selectFrom('offer')
    .select((eb) => eb.fn.countAll<number>().as('overdue'))
    .where(matching(visible, scope, { ...query, attention: 'overdue' }, now, total <= few ? [] : filters))
    .executeTakeFirstOrThrow()
  const scheduled = await planned(db, visible, scope, query, now)
  return [
    ...rows.map((row) => (row.indicator === 'awaitingSignoff' ? { ...row, acting: row.acting - scheduled } : row)),
    { indicator: 'inProgress', count: 0, acting: 0, overdue },
  ]
}

/** The offers that go live by themselves, where the caller may act: few, and found by an index of their own. */
async function planned(...[db, visible, scope, query, now]: Question): Promise<number> {
  const { n } = await db
    .selectFrom('offer')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('go_live_time', 'is not', null)
    .where(unindexed('publisher_id'), 'in', visible.acting)
    .where(matching(visible, scope, { ...query, status: 'awaitingSignoff' }, now, filters))
    .executeTakeFirstOrThrow()
  return n
}

/** A text, and what an account has seen, are not counted in advance. */
const counted = (...[db, visible, scope, query, now]: Question): Promise<Group[]> =>
  db
    .selectFrom(
      db
        .selectFrom(visible.searched ?? allOffers)
        .select(['publisher_id', 'indicator', 'step_overdue_time', 'action_rank'])
        .where(matching(visible, scope, query, now))
        .$if(visible.searched !== undefined, (select) => select.limit(mostCounted + 1))
        .as('match'),
    )
    .select((eb) => [
      'indicator',
      eb.fn.countAll<number>().as('count'),
      eb.fn.sum<number>(whereActing(visible, sql`case when ${isNext} then 1 else 0 end`)).as('acting'),
      sql<number>`coalesce(sum(case when step_overdue_time <= ${now.toISOString()} then 1 end), 0)`.as('overdue'),
    ])
    .groupBy('indicator')
    .execute()

/** A number where the caller may act, else 0. */
const whereActing = ({ publisherIds, acting }: Visible, number: RawBuilder<number>) => {
  if (acting.length === publisherIds.length) return number
  if (acting.length === 0) return sql<number>`0`
  return sql<number>`case when publisher_id in (${sql.join(acting)}) then ${number} else 0 end`
}

/** `matching` for the kinds of offers that are counted. */
const kinds =
  (visible: Visible, scope: ListName, { publisher, type }: OfferListQuery) =>
  (eb: ExpressionBuilder<Schema, 'offer_count'>) => {
    // The counts of many publishers are read by status from end to end, because then they need no sorting.
    const publisherId = visible.publisherIds.length > fewPublishers ? unindexed('publisher_id') : eb.ref('publisher_id')
    return eb.and([
      eb(publisherId, 'in', ofPublisher(visible, publisher)),
      ...(type ? [eb('offer_type_id', '=', type)] : []),
      ...(scope === 'approvals'
        ? [
            eb.or([
              eb('indicator', 'in', ['inProgress', 'awaitingSignoff', 'live', 'failed']),
              eb.and([eb('indicator', '=', 'canceled'), eb('live', '=', 1)]),
            ]),
          ]
        : []),
    ])
  }

/** How many offers wait for the caller, and whether any moves by itself. */
export async function stirring(db: Database, visible: Visible, now: Date) {
  const { publisherIds, acting } = visible
  const count = async (ids: string[], of: readonly Indicator[]) => {
    const { n } = await db
      .selectFrom('offer_count')
      .select((eb) => eb.fn.sum<number | null>('n').as('n'))
      .where('publisher_id', 'in', ids)
      .where('indicator', 'in', of)
      .executeTakeFirstOrThrow()
    return n ?? 0
  }
  const waitingForThem = (await count(acting, waiting)) - (await planned(db, visible, 'offers', {}, now))
  return { waiting: waitingForThem, moving: (await count(publisherIds, ['inProgress'])) > 0 }
}

/** So many names are searched one by one in a few milliseconds. */
const fewNames = 20_000

/** Whether the caller sees more offers than can be searched one by one. */
export async function hasMany(db: Database, { publisherIds }: Visible): Promise<boolean> {
  if (publisherIds.length > fewPublishers) return true
  const { n } = await db
    .selectFrom('offer_count')
    .select((eb) => eb.fn.sum<number | null>('n').as('n'))
    .where('publisher_id', 'in', publisherIds)
    .executeTakeFirstOrThrow()
  return (n ?? 0) > fewNames
}
