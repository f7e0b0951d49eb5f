import { apiVersion } from '../../contract/apiVersion.ts'
import { isMoving } from '../../contract/indicators.ts'
import type { PublishRequest } from '../../contract/publish.ts'
import { OfferStatus } from '../../contract/status.ts'
import type { OfferAddress } from '../paths.ts'
import { call } from './http.ts'
import { paces } from './pace.ts'
import { polled } from './polled.ts'

const version = { 'api-version': apiVersion }
const pathOf = ({ publisherId, offerId }: OfferAddress, action: string) =>
  `/publishers/${encodeURIComponent(publisherId)}/offers/${encodeURIComponent(offerId)}/${action}`

export const statusQuery = ({ publisherId, offerId }: OfferAddress) =>
  polled({
    queryKey: ['status', publisherId, offerId],
    ask: () => call(pathOf({ publisherId, offerId }, 'status'), { query: version, reply: OfferStatus }),
    base: (status) => (status && isMoving(status) ? paces.status : paces.rest),
  })

export type ActionName = 'publish' | 'goLive' | 'cancel'

/** `key` identifies a repeated request, so that the service carries it out once. */
export type ActionRequest = {
  action: ActionName
  offer: OfferAddress
  key: string
  publish?: PublishRequest
  /** The submission on screen: Go Live and Cancel Publish are about no other. */
  operationId?: string | undefined
  /** Why publishing is canceled. */
  reason?: string
}

export const act = ({ action, offer, key, publish, operationId, reason }: ActionRequest) =>
  call<void>(pathOf(offer, action === 'goLive' ? 'golive' : action), {
    post: true,
    query: version,
    body: publish ?? { metadata: { operationId, ...(reason && { reason }) } },
    idempotencyKey: key,
  })
