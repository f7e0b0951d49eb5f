import { type ExpressionBuilder, sql } from 'kysely'
import { currentAction, indicators, type ListName, type OfferListQuery } from '../../contract/offerList.ts'
import type { Looker, unseenBy } from './news.ts'
import type { offersWith } from './offerText.ts'
import type { Schema } from './schema.ts'
import { patternOf } from './searchKey.ts'

/** The publishers that a caller sees, and those whose offers they may change: only these need anything from them. */
export type Visible = { publisherIds: string[]; acting: string[]; looker?: Looker }
export type Within = Visible & {
  unseen?: Awaited<ReturnType<typeof unseenBy>> | undefined
  /** The offers among which a text is searched, when the caller sees so many that an index has to find them. */
  searched?: ReturnType<typeof offersWith>
}

/** So many offers are found first and then sorted or counted; more are read in their order from an index. */
export const few = 3_000

export const filters = ['publisher_id', 'offer_type_id', 'indicator'] as const
export type Filter = (typeof filters)[number]

/** Those of them that do not go live by themselves have `action_rank = 0`. */
export const waiting = indicators.filter((indicator) =>
  ['goLive', 'fixAndRepublish'].includes(currentAction({ indicator })),
)

/** The publisher acts next: in the index that a publisher's offers are found by, and not led to one of its own. */
export const isNext = sql<boolean>`cast(action_rank as integer) = 0`

/** SQLite finds no index for a cast. PostgreSQL ignores this one, and chooses well by itself. */
export const unindexed = (column: Filter) => sql<string>`cast(${sql.ref(column)} as text)`

export const ofPublisher = ({ publisherIds }: Visible, publisher: string | undefined) =>
  publisher ? publisherIds.filter((id) => id === publisher) : publisherIds

/** The name or the id has this text. */
export const containing = (text = '') => {
  const pattern = patternOf(text)
  return sql<boolean>`(name_key like ${pattern} escape '\\' or id like ${pattern} escape '\\')`
}

/** The condition of a list on its offers. */
export const matching =
  (
    visible: Within,
    scope: ListName,
    { q, type, publisher, attention, status }: OfferListQuery,
    now: Date,
    /** Columns that must not lead the database to an index, because another one has the list's order. */
    unled: readonly Filter[] = [],
  ) =>
  (eb: ExpressionBuilder<Schema, 'offer'>) => {
    const column = (name: Filter) => (unled.includes(name) ? unindexed(name) : eb.ref(name))
    const { acting, unseen } = visible
    return eb.and([
      eb(column('publisher_id'), 'in', ofPublisher(visible, publisher)),
      ...(type ? [eb(column('offer_type_id'), '=', type)] : []),
      ...(status ? [eb(column('indicator'), '=', status)] : []),
      ...(q?.trim() ? [containing(q)] : []),
      ...(attention === 'needsYou'
        ? [eb(column('indicator'), 'in', waiting), isNext, eb(column('publisher_id'), 'in', acting)]
        : []),
      ...(unseen ? [unseen(eb)] : []),
      ...(attention === 'overdue' ? [eb('step_overdue_time', '<=', now.toISOString())] : []),
      ...(scope === 'approvals'
        ? [
            eb.or([
              eb(column('indicator'), 'in', ['inProgress', 'awaitingSignoff', 'live', 'failed']),
              eb.and([eb('indicator', '=', 'canceled'), eb('live_version', 'is not', null)]),
            ]),
          ]
        : []),
    ])
  }
