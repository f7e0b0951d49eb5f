import { sql } from 'kysely'
import type { ListName, OfferListQuery } from '../../contract/offerList.ts'
import type { Database } from './database.ts'
import { matching, type Visible } from './offerFilter.ts'

type Group = { publisher_id: string; indicator: string; count: number; overdue: number }
/** A publisher's offers that match a text, as counted at this revision: any change of an offer moves it, becoming overdue too. */
type Known = { revision: number; groups: Group[] }

const remembered = 20_000

/** How many offers match a text. Counts are remembered by publisher: after a change only that publisher's are counted anew. */
export const textCounts = (db: Database) => {
  const known = new Map<string, Known>()

  const count = async (visible: Visible, scope: ListName, query: OfferListQuery, now: Date) =>
    Map.groupBy(
      await db
        .selectFrom('offer')
        .select((eb) => [
          'publisher_id',
          'indicator',
          eb.fn.countAll<number>().as('count'),
          sql<number>`coalesce(sum(case when step_overdue_time <= ${now.toISOString()} then 1 end), 0)`.as('overdue'),
        ])
        .where(matching(visible, scope, query, now))
        .groupBy(['publisher_id', 'indicator'])
        .execute(),
      ({ publisher_id }) => publisher_id,
    )

  return async (
    visible: Visible,
    scope: ListName,
    { q, type, publisher }: OfferListQuery,
    now: Date,
    revisions: ReadonlyMap<string, number>,
  ): Promise<Group[]> => {
    const text = JSON.stringify([scope, q, type])
    const wanted = publisher ? visible.publisherIds.filter((id) => id === publisher) : visible.publisherIds
    const current = (id: string) => {
      const last = known.get(id + text)
      return last?.revision === revisions.get(id) ? last : undefined
    }
    const kept = wanted.flatMap((id) => current(id)?.groups ?? [])
    const stale = wanted.filter((id) => !current(id))
    if (stale.length === 0) return kept
    const counted = await count({ ...visible, publisherIds: stale }, scope, { q, type }, now)
    for (const id of stale) {
      known.delete(id + text)
      known.set(id + text, { revision: revisions.get(id)!, groups: counted.get(id) ?? [] })
    }
    for (const key of known.keys()) if (known.size > remembered) known.delete(key)
    return [...kept, ...[...counted.values()].flat()]
  }
}
