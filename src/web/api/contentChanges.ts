import { queryOptions } from '@tanstack/react-query'
import { ContentChanges } from '../../contract/contentChanges.ts'
import type { OfferAddress } from '../paths.ts'
import { call } from './http.ts'

/** What differs between two versions that were published, whose contents do not change any more. */
export const contentChangesQuery = ({ publisherId, offerId }: OfferAddress, from: number, to: number) =>
  queryOptions({
    queryKey: ['changes', publisherId, offerId, from, to],
    queryFn: () =>
      call(`/portal/publishers/${encodeURIComponent(publisherId)}/offers/${encodeURIComponent(offerId)}/changes`, {
        query: { from, to },
        reply: ContentChanges,
      }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
