import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import type { NewOffer } from '../../contract/newOffer.ts'
import { Offer } from '../../contract/offers.ts'
import { TestLead } from '../../contract/testLead.ts'
import type { OfferAddress } from '../paths.ts'
import { repeated } from './actions.ts'
import { call } from './http.ts'
import { invalidateLists } from './offerList.ts'
import { portalPath } from './status.ts'

const offersPath = (publisherId: string) => `/portal/publishers/${encodeURIComponent(publisherId)}/offers`

export const createMutation = (client: QueryClient) =>
  mutationOptions({
    ...repeated,
    mutationFn: ({ publisherId, key, ...body }: NewOffer & { publisherId: string; key: string }) =>
      call(offersPath(publisherId), { post: true, body: body satisfies NewOffer, idempotencyKey: key, reply: Offer }),
    onSettled: () => void invalidateLists(client),
  })

export const deleteMutation = (client: QueryClient, { publisherId, offerId }: OfferAddress) =>
  mutationOptions({
    ...repeated,
    mutationFn: (key: string) =>
      call<void>(`${offersPath(publisherId)}/${encodeURIComponent(offerId)}`, {
        method: 'DELETE',
        idempotencyKey: key,
      }),
    onSettled: () => void invalidateLists(client),
  })

/** Tries the lead destination of the saved draft. */
export const testLeadMutation = (offer: OfferAddress) =>
  mutationOptions({
    ...repeated,
    mutationFn: () => call(portalPath(offer, 'testLead'), { post: true, reply: TestLead }),
  })
