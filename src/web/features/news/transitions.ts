import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { indicatorShown } from '../../../contract/indicators.ts'
import type { News } from '../../../contract/news.ts'
import type { OfferList } from '../../../contract/offerList.ts'
import type { OfferStatus } from '../../../contract/status.ts'

export type OfferState = { publisherId: string; offerId: string; name: string; indicator: string; revision: number }

/** The offers in an answer to any question that tells of their status. */
function offersIn(client: QueryClient, queryKey: QueryKey): readonly OfferState[] {
  const [kind] = queryKey
  if (kind === 'offers') return client.getQueryData<OfferList>(queryKey)?.items ?? []
  if (kind === 'news') return client.getQueryData<News>(queryKey)?.watched ?? []
  const status = kind === 'status' ? client.getQueryData<OfferStatus>(queryKey) : undefined
  return status?.offer ? [{ ...status.offer, indicator: indicatorShown(status) }] : []
}

/**
 * Tells of each change of status once, whichever answer shows it first: a list, the watched offers or a status page.
 * What is seen for the first time is no change, and an older answer is none either.
 */
export function followTransitions(client: QueryClient, onChange: (offers: OfferState[]) => void) {
  const known = new Map<string, OfferState>()
  function learn(queryKey: QueryKey): OfferState[] {
    return offersIn(client, queryKey).filter((offer) => {
      const name = `${offer.publisherId}/${offer.offerId}`
      const before = known.get(name)
      if (before && before.revision >= offer.revision) return false
      known.set(name, offer)
      return before !== undefined && before.indicator !== offer.indicator
    })
  }
  const cache = client.getQueryCache()
  for (const { queryKey } of cache.getAll()) learn(queryKey)
  return cache.subscribe(({ type, query }) => {
    if (type !== 'updated') return
    const changed = learn(query.queryKey)
    if (changed.length > 0) onChange(changed)
  })
}
