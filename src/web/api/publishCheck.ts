import { queryOptions } from '@tanstack/react-query'
import { PublishCheck } from '../../contract/publishCheck.ts'
import type { OfferAddress } from '../paths.ts'
import { call } from './http.ts'
import { portalPath } from './status.ts'

/** Asked when a dialog opens, and again on request: no poll takes away what a person is filling in. */
export const publishCheckQuery = (offer: OfferAddress) =>
  queryOptions({
    queryKey: ['publishCheck', offer.publisherId, offer.offerId],
    queryFn: () => call(portalPath(offer, 'publishCheck'), { reply: PublishCheck }),
    staleTime: 0,
    gcTime: 0,
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
