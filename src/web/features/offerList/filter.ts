import * as z from 'zod/mini'
import { attentions, type ListName, OfferListQuery } from '../../../contract/offerList.ts'

const OfferFilter = z.extend(OfferListQuery, { attention: z.optional(z.enum([...attentions, 'all'])) })

/** What the address of a list says. `attention=all` turns off the filter that Approvals begins with. */
export type OfferFilter = z.infer<typeof OfferFilter>

/** A hand-edited or outdated link shows everything rather than an error. */
export const filterFrom = (search: URLSearchParams): OfferFilter =>
  z.safeParse(OfferFilter, Object.fromEntries([...search].filter(([, value]) => value !== ''))).data ?? {}

/** Approvals begins with what waits for the reader, unless they may not act. */
const begins = (list: ListName, acts: boolean) => (list === 'approvals' && acts ? 'needsYou' : undefined)

/** What a list asks the service for. */
export function asked(list: ListName, { attention, ...filter }: OfferFilter, acts = true): OfferListQuery {
  const wanted = attention ?? begins(list, acts)
  return wanted === undefined || wanted === 'all' ? filter : { ...filter, attention: wanted }
}

/** The address for a choice of `asked`. */
export const addressed = (list: ListName, attention: OfferListQuery['attention'], acts: boolean) =>
  attention === begins(list, acts) ? undefined : (attention ?? 'all')

export const isFiltered = ({ q, status, type, publisher, attention, news }: OfferFilter) =>
  Boolean(q || status || type || publisher || news || (attention && attention !== 'all'))

/** Clears every filter, and leaves the sort. */
export const noFilter = {
  q: undefined,
  status: undefined,
  type: undefined,
  publisher: undefined,
  attention: undefined,
  news: undefined,
} satisfies OfferFilter
