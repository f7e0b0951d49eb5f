import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { PictureCheck } from '../../contract/pictureCheck.ts'
import type { OfferAddress } from '../paths.ts'
import { call } from './http.ts'
import { portalPath } from './status.ts'

/** What is wrong with the pictures of the draft that `tag` names. Asked once: the service reads them from where they are. */
export const pictureCheckQuery = (offer: OfferAddress, tag: string) =>
  queryOptions({
    queryKey: ['pictureCheck', offer.publisherId, offer.offerId, tag],
    queryFn: () => call(portalPath(offer, 'pictureCheck'), { post: true, reply: PictureCheck }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    placeholderData: keepPreviousData,
  })
