import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely'
import type { Attention, Indicator, ListName, OfferListQuery } from '../../contract/offerList.ts'
import type { Database } from './database.ts'
import { filters, matching, type Visible, type Within, waiting } from './offerFilter.ts'
import type { Schema } from './schema.ts'

type Counts = { indicators: Record<string, number>; attention: Record<Attention, number> }
/** Offers of a status: all, those of publishers where the caller may act, and those that take too long. */
type Group = { indicator: string; count: number; acting: number; overdue: number }
const fewPublishers = 100

type Question = [db: Database, visible: Within, scope: ListName, query: OfferListQuery, now: Date]

/** How many offers match the filters of a list: for each status, and how many of them need attention. */
export const offerCounts =
  (db: Database) =>
  async (visible: Within, scope: ListName, query: OfferListQuery, now: Date): Promise<Counts> => {
    // Statuses and attention are counted beside the filters by them.
    const others = { ...query, status: undefined, attention: undefined }
    const groups = await (isKept(visible, query) ? kept : counted)(db, visible, scope, others, now)
    const part: Record<Attention | 'all', (group: Group) => number> = {
      all: ({ count }) => count,
      overdue: ({ overdue }) => overdue,
      needsYou: ({ indicator, acting }) => (waits(indicator) ? acting : 0),
    }
    const byIndicator: Record<string, number> = {}
    for (const group of groups) {
      const count = part[query.attention ?? 'all'](group)
      if (count > 0) byIndicator[group.indicator] = (byIndicator[group.indicator] ?? 0) + count
    }
    const sum = (attention: Attention) =>
      groups
        .filter(({ indicator }) => !query.status || indicator === query.status)
        .reduce((total, group) => total + part[attention](group), 0)
    return { indicators: byIndicator, attention: { needsYou: sum('needsYou'), overdue: sum('overdue') } }
  }

/** Texts and what an account has seen are not counted in advance. */
const isKept = ({ unseen }: Within, { q }: OfferListQuery) => !unseen && !q?.trim()

const waits = (indicator: string) => waiting.some((one) => one === indicator)

/** From the counts that the database keeps, except the overdue: these few are found by the time when they became it. */
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
  const overdue = await db
    .with(
      (cte) => cte('late').materialized(),
      () =>
        db
          .selectFrom('offer')
          .select('indicator')
          .where(matching(visible, scope, { ...query, attention: 'overdue' }, now, filters)),
    )
    .selectFrom('late')
    .select((eb) => [
      'indicator',
      eb.lit(0).as('count'),
      eb.lit(0).as('acting'),
      eb.fn.countAll<number>().as('overdue'),
    ])
    .groupBy('indicator')
    .execute()
  return [...rows, ...overdue]
}

/** A number where the caller may act, else 0. */
const whereActing = ({ publisherIds, acting }: Visible, number: RawBuilder<number>) => {
  if (acting.length === publisherIds.length) return number
  if (acting.length === 0) return sql<number>`0`
  return sql<number>`case when publisher_id in (${sql.join(acting)}) then ${number} else 0 end`
}

/** `matching` for the kinds of offers that are counted. */
const kinds =
  ({ publisherIds }: Visible, scope: ListName, { publisher, type }: OfferListQuery) =>
  (eb: ExpressionBuilder<Schema, 'offer_count'>) => {
    // The counts of many publishers are read by status from end to end, because then they need no sorting.
    const publisherId = publisherIds.length > fewPublishers ? sql<string>`publisher_id || ''` : eb.ref('publisher_id')
    return eb.and([
      eb(publisherId, 'in', publisher ? publisherIds.filter((id) => id === publisher) : publisherIds),
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

const counted = (...[db, visible, scope, query, now]: Question): Promise<Group[]> =>
  db
    .selectFrom('offer')
    .select((eb) => [
      'indicator',
      eb.fn.countAll<number>().as('count'),
      eb.fn.sum<number>(whereActing(visible, sql`1`)).as('acting'),
      sql<number>`coalesce(sum(case when step_overdue_time <= ${now.toISOString()} then 1 end), 0)`.as('overdue'),
    ])
    .where(matching(visible, scope, query, now))
    .groupBy('indicator')
    .execute()

/** How many offers wait for the caller, and whether any moves by itself. */
export async function stirring(db: Database, { publisherIds, acting }: Visible) {
  const count = async (ids: string[], of: readonly Indicator[]) => {
    const { n } = await db
      .selectFrom('offer_count')
      .select((eb) => eb.fn.sum<number | null>('n').as('n'))
      .where('publisher_id', 'in', ids)
      .where('indicator', 'in', of)
      .executeTakeFirstOrThrow()
    return n ?? 0
  }
  return { waiting: await count(acting, waiting), moving: (await count(publisherIds, ['inProgress'])) > 0 }
}
