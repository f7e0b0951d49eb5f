import * as z from 'zod/mini'
import { HistoryQuery } from '../../../contract/history.ts'

const OfAll = z.pick(HistoryQuery, { publisher: true, type: true, page: true })
const OfOffer = z.pick(HistoryQuery, { page: true })

const known = (search: URLSearchParams) => Object.fromEntries([...search].filter(([, value]) => value !== ''))

/** A hand-edited or outdated link shows everything rather than an error. */
export const filterFrom = (search: URLSearchParams): HistoryQuery => z.safeParse(OfAll, known(search)).data ?? {}

/** The same of one offer's events, which need no filters. */
export const pageFrom = (search: URLSearchParams): HistoryQuery => z.safeParse(OfOffer, known(search)).data ?? {}

export const isFiltered = ({ publisher, type }: HistoryQuery) => Boolean(publisher || type)

/** Clears every filter. */
export const noFilter = { publisher: undefined, type: undefined } satisfies HistoryQuery
