import { type QueryClient, replaceEqualDeep } from '@tanstack/react-query'
import { type ListName, OfferList, type OfferListQuery, type OfferRow } from '../../contract/offerList.ts'
import { call } from './http.ts'
import { paces } from './pace.ts'
import { polled } from './polled.ts'
import { sharedRows } from './rows.ts'
import { sessionQuery } from './session.ts'

/** While the filter is not known yet, the list waits without asking. */
export const offersQuery = (list: ListName, filter: OfferListQuery | undefined) =>
  polled({
    queryKey: ['offers', list, filter],
    ask: () => call(`/portal/${list}`, { query: filter, reply: OfferList }),
    base: (offers) => (offers?.hasMore || offers?.counts?.inProgress ? paces.list : paces.rest),
    share: shareRows,
    enabled: filter !== undefined,
  })

const nameOf = ({ publisherId, offerId }: OfferRow) => `${publisherId}/${offerId}`

function shareRows(known: OfferList, answer: OfferList): OfferList {
  const items = sharedRows(known.items, answer.items, nameOf)
  const counts = replaceEqualDeep(known.counts, answer.counts)
  const { total, hasMore, revision, epoch } = answer
  const isSame = items === known.items && counts === known.counts && known.total === total && known.hasMore === hasMore
  return isSame && known.revision === revision && known.epoch === epoch ? known : { ...answer, counts, items }
}

/** An offer changed: what the lists and the navigation show of it is out of date. */
export const invalidateLists = (client: QueryClient) =>
  Promise.all([
    client.invalidateQueries({ queryKey: ['offers'] }),
    client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  ])
