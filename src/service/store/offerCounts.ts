import { type Attention, currentAction, type ListName, type OfferListQuery } from '../../contract/offerList.ts'
import type { Database } from './database.ts'
import { matching, type Within } from './offerFilter.ts'

type Counts = { indicators: Record<string, number>; attention: Record<Attention, number> }

const remembered = 500

/** How many offers match the filters of a list: for each status, and how many of them need attention. */
export const offerCounts = (db: Database) => {
  const known = new Map<string, Counts>()

  const counting = async (visible: Within, scope: ListName, query: OfferListQuery, now: Date): Promise<Counts> => {
    /** Also by publisher: one walk through an index then tells what waits for the caller. */
    const grouped = (attention: Attention | undefined) =>
      db
        .selectFrom('offer')
        .select((eb) => ['indicator', 'publisher_id', eb.fn.countAll<number>().as('count')])
        .where(matching(visible, scope, { ...query, attention }, now))
        .groupBy(['indicator', 'publisher_id'])
        .execute()
    const all = await grouped(undefined)
    const overdue = await grouped('overdue')
    const needsYou = all.filter((group) => waits(group.indicator) && visible.acting.includes(group.publisher_id))
    const groups = { all, overdue, needsYou }
    const indicators: Record<string, number> = {}
    for (const { indicator, count } of groups[query.attention ?? 'all'])
      indicators[indicator] = (indicators[indicator] ?? 0) + count
    const sum = (attention: Attention) =>
      groups[attention]
        .filter(({ indicator }) => !query.status || indicator === query.status)
        .reduce((total, { count }) => total + count, 0)
    return { indicators, attention: { needsYou: sum('needsYou'), overdue: sum('overdue') } }
  }

  /** Whatever changes an offer moves its publisher's revision, which is part of `state`; becoming overdue does so too. */
  return async (visible: Within, scope: ListName, query: OfferListQuery, state: string, now: Date): Promise<Counts> => {
    const { q, type, publisher, status, attention } = query
    const key = JSON.stringify([scope, q, type, publisher, status, attention, visible.acting, state])
    // What an account has seen moves no revision.
    const before = query.news ? undefined : known.get(key)
    if (before) return before
    const counts = await counting(visible, scope, query, now)
    if (!query.news) known.set(key, counts)
    if (known.size > remembered) known.delete(known.keys().next().value!)
    return counts
  }
}

/** The same offers as `action_rank = 0`, which `matching` asks for. */
const waits = (indicator: string) => ['goLive', 'fixAndRepublish'].includes(currentAction({ indicator }))
