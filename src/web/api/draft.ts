import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { apiVersion } from '../../contract/apiVersion.ts'
import { Draft } from '../../contract/draft.ts'
import { type Definition, Offer, OfferTypeForm, type PutOffer } from '../../contract/offers.ts'
import type { OfferAddress } from '../paths.ts'
import { repeated } from './actions.ts'
import { call } from './http.ts'
import { invalidateLists } from './offerList.ts'
import { publishCheckQuery } from './publishCheck.ts'
import { portalPath, statusQuery } from './status.ts'

/** Never asked again by itself: a poll must not reset what somebody types. */
const onRequest = { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, refetchOnReconnect: false }

export const draftQuery = (offer: OfferAddress) =>
  queryOptions({
    queryKey: ['draft', offer.publisherId, offer.offerId],
    queryFn: () => call(portalPath(offer, 'draft'), { reply: Draft }),
    ...onRequest,
    // Each visit of the Editor begins with the present draft.
    gcTime: 0,
  })

/** Asks for the draft as it is now. By its age alone the known one could count as new: a browser's clock can go back. */
export async function presentDraft(client: QueryClient, offer: OfferAddress) {
  const query = draftQuery(offer)
  await client.invalidateQueries({ queryKey: query.queryKey, refetchType: 'none' })
  return client.fetchQuery(query)
}

/** The fields of an offer type. */
export const formQuery = (offerTypeId: string) =>
  queryOptions({
    queryKey: ['form', offerTypeId],
    queryFn: () =>
      call(`/offerTypes/${encodeURIComponent(offerTypeId)}`, {
        query: { 'api-version': apiVersion },
        reply: OfferTypeForm,
      }),
    ...onRequest,
  })

/** `key` makes a repeated request the same request. */
export type Save = { offerTypeId: string; definition: Definition; tag: string; key: string }

/**
 * Saves a draft as long as it is the one that `tag` names, then asks what the checks find now. When the answer is lost, the
 * same request is repeated until the service says whether it was saved.
 */
export const saveMutation = (client: QueryClient, offer: OfferAddress) =>
  mutationOptions({
    mutationKey: ['save', offer.publisherId, offer.offerId],
    ...repeated,
    mutationFn: async ({ offerTypeId, definition, tag, key }: Save) => {
      const { publisherId, offerId } = offer
      await call(`/publishers/${encodeURIComponent(publisherId)}/offers/${encodeURIComponent(offerId)}`, {
        method: 'PUT',
        query: { 'api-version': apiVersion },
        headers: { 'If-Match': tag },
        idempotencyKey: key,
        body: { offerTypeId, definition } satisfies PutOffer,
        reply: Offer,
      })
      return presentDraft(client, offer)
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: publishCheckQuery(offer).queryKey })
      void client.invalidateQueries({ queryKey: statusQuery(offer).queryKey })
      void invalidateLists(client)
    },
  })
