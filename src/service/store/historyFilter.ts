import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { HistoryQuery } from '../../contract/history.ts'
import type { Database } from './database.ts'
import type { Schema } from './schema.ts'
import { patternOf } from './searchKey.ts'

type Where = (eb: ExpressionBuilder<Schema, 'audit_event'>) => Expression<SqlBool>

export type Matching = {
  where: (publisherColumn: Expression<string>) => Where
  /** The events are few, or those of one publisher or offer: an index other than that of times finds them. */
  isNarrow: boolean
}

/** A search that matches more offers looks each event's offer up instead of each offer's events. */
const mostListed = 2_000

/** Which events a query asks for. */
export async function matching(db: Database, publisherIds: string[], query: HistoryQuery): Promise<Matching> {
  const { publisher, offer, type, q, from, to, hide } = query
  const wanted = publisherIds.filter((id) => !publisher || id === publisher)
  const pattern = q?.trim() && patternOf(q)
  const isNamed = sql<boolean>`(offer.name_key like ${pattern} escape '\\' or offer.id like ${pattern} escape '\\')`
  const named = pattern
    ? await db
        .selectFrom('offer')
        .select(['offer.publisher_id', 'offer.id'])
        .where('offer.publisher_id', 'in', wanted)
        .where(isNamed)
        .limit(mostListed + 1)
        .execute()
    : undefined
  const listed = named && named.length <= mostListed ? named : undefined

  const ofNamed: Where = (eb) => {
    if (!named) return eb.lit(true)
    if (!listed)
      return eb.exists(
        eb
          .selectFrom('offer')
          .select('offer.id')
          .whereRef('offer.publisher_id', '=', 'audit_event.publisher_id')
          .whereRef('offer.id', '=', 'audit_event.offer_id')
          .where(isNamed),
      )
    if (listed.length === 0) return eb.lit(false)
    const keys = listed.map(({ publisher_id, id }) => eb.tuple(publisher_id, id))
    return eb(eb.refTuple('audit_event.publisher_id', 'audit_event.offer_id'), 'in', keys)
  }
  return {
    where: (publisherColumn) => (eb) =>
      eb.and([
        eb(publisherColumn, 'in', wanted),
        ...(offer ? [eb('audit_event.offer_id', '=', offer)] : []),
        ...(type ? [eb('audit_event.type', '=', type)] : []),
        ...(from ? [eb('audit_event.time', '>=', asKept(from))] : []),
        ...(to ? [eb('audit_event.time', '<', asKept(to))] : []),
        ...(hide ? [eb('audit_event.type', '!=', 'OfferStepCompleted')] : []),
        ofNamed(eb),
      ]),
    isNarrow: wanted.length === 1 || offer !== undefined || listed !== undefined,
  }
}

/** Times are kept as texts with milliseconds, and compared as texts. */
const asKept = (time: string) => new Date(time).toISOString()
