import * as z from 'zod/mini'
import { OfferListQuery } from '../../../contract/offerList.ts'

/** A hand-edited or outdated link shows everything rather than an error. */
export const filterFrom = (search: URLSearchParams): OfferListQuery =>
  z.safeParse(OfferListQuery, Object.fromEntries([...search].filter(([, value]) => value !== ''))).data ?? {}

/** The address of the same list with something else asked of it; any change but of the page begins at its first page. */
export function changed(search: URLSearchParams, change: OfferListQuery): URLSearchParams {
  const next = new URLSearchParams(search)
  for (const [name, value] of Object.entries({ page: undefined, ...change })) {
    if (value === undefined || value === '') next.delete(name)
    else next.set(name, String(value))
  }
  return next
}

export const isFiltered = ({ q, status, type, publisher }: OfferListQuery) => Boolean(q || status || type || publisher)
