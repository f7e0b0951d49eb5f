import { queryOptions } from '@tanstack/react-query'
import { ContentChanges } from '../../contract/contentChanges.ts'
import type { OfferAddress } from '../paths.ts'
import { call } from './http.ts'
import { portalPath } from './status.ts'

/** What differs between two versions that were published, whose contents do not change any more. */
export const contentChangesQuery = ({ publisherId, offerId }: OfferAddress, from: number, to: number) =>
  queryOptions({
    queryKey: ['changes', publisherId, offerId, from, to],
    queryFn: () =>
      call(portalPath({ publisherId, offerId }, 'changes'), { query: { from, to }, reply: ContentChanges }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })

/** What differs between the saved draft and what is live or in preview. */
export const draftChangesQuery = (offer: OfferAddress, from: 'live' | 'preview') =>
  queryOptions({
    queryKey: ['changes', offer.publisherId, offer.offerId, 'draft', from],
    queryFn: () => call(portalPath(offer, 'changes'), { query: { from, to: 'draft' }, reply: ContentChanges }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })

/** What changes for customers when the preview of this submission goes live. */
export const goLiveChangesQuery = (offer: OfferAddress, operationId: string) =>
  queryOptions({
    queryKey: ['changes', offer.publisherId, offer.offerId, operationId],
    queryFn: () =>
      call(portalPath(offer, 'changes'), { query: { from: 'live', to: 'preview' }, reply: ContentChanges }),
    refetchOnWindowFocus: false,
  })
