import type { QueryClient } from '@tanstack/react-query'
import { OfferList, type OfferListQuery } from '../../contract/offerList.ts'
import { call } from './http.ts'
import { paces } from './pace.ts'
import { polled } from './polled.ts'
import { sessionQuery } from './session.ts'

/** The two lists of offers: all of them, and those that are published or being published. */
export type ListName = 'offers' | 'approvals'

export const offersQuery = (list: ListName, filter: OfferListQuery) =>
  polled({
    queryKey: ['offers', list, filter],
    ask: () => call(`/portal/${list}`, { query: filter, reply: OfferList }),
    base: (offers) => ((offers?.counts.inProgress ?? 0) > 0 ? paces.list : paces.rest),
  })

/** An offer moved: what the lists and the navigation say of it is old. */
export const invalidateLists = (client: QueryClient) =>
  Promise.all([
    client.invalidateQueries({ queryKey: ['offers'] }),
    client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  ])
