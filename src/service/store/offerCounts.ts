import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely'
import type { Attention, Indicator, ListName, OfferListQuery } from '../../contract/offerList.ts'
import type { Database } from './database.ts'
import { few, filters, matching, unindexed, type Visible, type Within, waiting } from './offerFilter.ts'
import type { Schema } from './schema.ts'
import { textCounts } from './textCounts.ts'

type Counts = {
  indicators: Record<string, number>
  attention: Record<Attention, number>
  /** The publishers that have matching offers, where they are known. */
  matched?: string[] | undefined
}
/** Offers of a status: all, those of publishers where the caller may act, and those that take too long. */
type Group = { publisher_id?: string; indicator: string; count: number; acting: number; overdue: number }
const fewPublishers = 100

type Question = [
  db: Database,
  visible: Within,
  scope: ListName,
  query: OfferListQuery,
  now: Date,
  revisions: ReadonlyMap<string, number>,
]

/** How many offers match the filters of a list: for each status, and how many of them need attention. */
export const offerCounts = (db: Database) => {
  const ofText = textCounts(db)

  async function matchingText(...[, visible, scope, query, now, revisions]: Question): Promise<Group[]> {
    const acting = new Set(visible.acting)
    const groups = await ofText(visible, scope, query, now, revisions)
    return groups.map((group) => ({ ...group, acting: acting.has(group.publisher_id) ? group.count : 0 }))
  }

  return async (
    visible: Within,
    scope: ListName,
    query: OfferListQuery,
    now: Date,
    revisions: ReadonlyMap<string, number>,
  ): Promise<Counts> => {
    // Statuses and attention are counted beside the filters by them.
    const others = { ...query, status: undefined, attention: undefined }
    const count = visible.unseen ? counted : query.q?.trim() ? matchingText : kept
    const groups = await count(db, visible, scope, others, now, revisions)
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
    return {
      indicators: byIndicator,
      attention: { needsYou: sum('needsYou'), overdue: sum('overdue') },
      ...(count === matchingText && { matched: [...new Set(groups.map(({ publisher_id }) => publisher_id!))] }),
    }
  }
}

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
  return [...rows, { indicator: 'inProgress', count: 0, acting: 0, overdue }]
}

/** What an account has seen is not counted in advance. */
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
    const publisherId = publisherIds.length > fewPublishers ? unindexed('publisher_id') : eb.ref('publisher_id')
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
