import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import type { NewOffer } from '../../contract/newOffer.ts'
import { Offer } from '../../contract/offers.ts'
import { TestLead } from '../../contract/testLead.ts'
import type { OfferAddress } from '../paths.ts'
import { call } from './http.ts'
import { invalidateLists } from './offerList.ts'
import { portalPath } from './status.ts'

const offersPath = (publisherId: string) => `/portal/publishers/${encodeURIComponent(publisherId)}/offers`

export const createMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ publisherId, ...body }: NewOffer & { publisherId: string }) =>
      call(offersPath(publisherId), { post: true, body: body satisfies NewOffer, reply: Offer }),
    onSettled: () => void invalidateLists(client),
  })

export const deleteMutation = (client: QueryClient, { publisherId, offerId }: OfferAddress) =>
  mutationOptions({
    mutationFn: () => call<void>(`${offersPath(publisherId)}/${encodeURIComponent(offerId)}`, { method: 'DELETE' }),
    onSettled: () => void invalidateLists(client),
  })

/** Tries the lead destination of the saved draft. */
export const testLeadMutation = (offer: OfferAddress) =>
  mutationOptions({
    mutationFn: () => call(portalPath(offer, 'testLead'), { post: true, reply: TestLead }),
  })
