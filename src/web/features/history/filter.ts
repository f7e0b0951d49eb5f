import * as z from 'zod/mini'
import { HistoryQuery } from '../../../contract/history.ts'
import { startOfDay } from '../../i18n/days.ts'
import type { OfferAddress } from '../../paths.ts'

export const periods = ['today', 'yesterday', '7days', '30days'] as const

const since = { since: z.optional(z.enum(periods)) }
const OfAll = z.extend(z.pick(HistoryQuery, { q: true, publisher: true, type: true, hide: true, page: true }), since)
const OfOffer = z.extend(z.pick(HistoryQuery, { hide: true, page: true }), since)

/** What the address says. Days are those of the reader, so that a shared address means the same days everywhere. */
export type EventFilter = z.infer<typeof OfAll>

const known = (search: URLSearchParams) => Object.fromEntries([...search].filter(([, value]) => value !== ''))

/** A hand-edited or outdated link shows everything rather than an error. */
export const filterFrom = (search: URLSearchParams): EventFilter => z.safeParse(OfAll, known(search)).data ?? {}

/** The same of one offer's events. */
export const offerFilterFrom = (search: URLSearchParams): EventFilter => z.safeParse(OfOffer, known(search)).data ?? {}

/** What the service is asked for; `today` is when the reader's day began. */
export function askedBy({ since, ...filter }: EventFilter, today: number): HistoryQuery {
  const daysAgo = (days: number) => new Date(startOfDay(today, days)).toISOString()
  if (since === 'today') return { ...filter, from: daysAgo(0) }
  if (since === 'yesterday') return { ...filter, from: daysAgo(1), to: daysAgo(0) }
  if (since === '7days') return { ...filter, from: daysAgo(6) }
  if (since === '30days') return { ...filter, from: daysAgo(29) }
  return filter
}

/** The same of one offer. */
export const ofOffer = ({ publisherId, offerId }: OfferAddress, asked: HistoryQuery): HistoryQuery => ({
  ...asked,
  publisher: publisherId,
  offer: offerId,
})

export const isFiltered = ({ q, publisher, type, since, hide }: EventFilter) =>
  Boolean(q || publisher || type || since || hide)

/** Clears every filter. */
export const noFilter = {
  q: undefined,
  publisher: undefined,
  type: undefined,
  since: undefined,
  hide: undefined,
} satisfies EventFilter
