import { apiVersion } from '../../contract/apiVersion.ts'
import { isMoving } from '../../contract/indicators.ts'
import { OfferStatus } from '../../contract/status.ts'
import type { OfferAddress } from '../paths.ts'
import { call } from './http.ts'
import { paces } from './pace.ts'
import { polled } from './polled.ts'

/** Where the documented API has an offer's status and actions. */
export const offerPath = ({ publisherId, offerId }: OfferAddress, part: string) =>
  `/publishers/${encodeURIComponent(publisherId)}/offers/${encodeURIComponent(offerId)}/${part}`

/** Where this service has what the page needs of an offer besides. */
export const portalPath = (offer: OfferAddress, part: string) => `/portal${offerPath(offer, part)}`

export const statusQuery = ({ publisherId, offerId }: OfferAddress) =>
  polled({
    queryKey: ['status', publisherId, offerId],
    ask: () =>
      call(offerPath({ publisherId, offerId }, 'status'), { query: { 'api-version': apiVersion }, reply: OfferStatus }),
    base: (status) => (status && isMoving(status) ? paces.status : paces.rest),
  })
