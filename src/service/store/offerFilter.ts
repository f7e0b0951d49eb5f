import { type ExpressionBuilder, sql } from 'kysely'
import type { ListName, OfferListQuery } from '../../contract/offerList.ts'
import type { Looker, unseenBy } from './news.ts'
import type { Schema } from './schema.ts'
import { patternOf } from './searchKey.ts'

/** The publishers that a caller sees, and those whose offers they may change: only these need anything from them. */
export type Visible = { publisherIds: string[]; acting: string[]; looker?: Looker }
export type Within = Visible & { unseen?: Awaited<ReturnType<typeof unseenBy>> | undefined }

/** The condition of a list on its offers; the filter by status is not part of it, because statuses are counted beside it. */
export const matching =
  ({ publisherIds, acting, unseen }: Within, scope: ListName, query: OfferListQuery, now: Date) =>
  (eb: ExpressionBuilder<Schema, 'offer'>) => {
    const { q, type, publisher, attention } = query
    const pattern = q?.trim() && patternOf(q)
    return eb.and([
      eb('publisher_id', 'in', publisher ? publisherIds.filter((id) => id === publisher) : publisherIds),
      ...(type ? [eb('offer_type_id', '=', type)] : []),
      ...(pattern
        ? [eb.or([sql<boolean>`name_key like ${pattern} escape '\\'`, sql<boolean>`id like ${pattern} escape '\\'`])]
        : []),
      ...(attention === 'needsYou' ? [eb('action_rank', '=', 0), eb('publisher_id', 'in', acting)] : []),
      ...(unseen ? [unseen(eb)] : []),
      ...(attention === 'overdue' ? [eb('step_overdue_time', '<=', now.toISOString())] : []),
      ...(scope === 'approvals'
        ? [
            eb.or([
              eb('indicator', 'in', ['inProgress', 'awaitingSignoff', 'live', 'failed']),
              eb.and([eb('indicator', '=', 'canceled'), eb('live_version', 'is not', null)]),
            ]),
          ]
        : []),
    ])
  }
