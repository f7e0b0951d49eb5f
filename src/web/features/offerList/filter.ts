import * as z from 'zod/mini'
import { OfferListQuery } from '../../../contract/offerList.ts'

/** A hand-edited or outdated link shows everything rather than an error. */
export const filterFrom = (search: URLSearchParams): OfferListQuery =>
  z.safeParse(OfferListQuery, Object.fromEntries([...search].filter(([, value]) => value !== ''))).data ?? {}

export const isFiltered = ({ q, status, type, publisher }: OfferListQuery) => Boolean(q || status || type || publisher)

/** Clears every filter, and leaves the sort. */
export const noFilter = {
  q: undefined,
  status: undefined,
  type: undefined,
  publisher: undefined,
} satisfies OfferListQuery
