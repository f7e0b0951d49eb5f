import type { FoundOffer } from '../../offers/discover.ts'
import type { Database } from '../../store/database.ts'
import { addRemoteOffer, remoteOfferStore } from '../../store/remoteOffers.ts'
import type { partnerCenterClient } from './client.ts'
import { offerTypeIdOf } from './types.ts'

type Client = Pick<ReturnType<typeof partnerCenterClient>, 'products'>

/** The products of the account that are not in the database yet; types that the dashboard does not know stay out. */
export async function newProducts(db: Database, client: Client, publisherId: string): Promise<FoundOffer[]> {
  const known = await remoteOfferStore(db).guids()
  return (await client.products()).flatMap((product) => {
    const offerTypeId = offerTypeIdOf(product)
    if (!offerTypeId || known.has(product.guid)) return []
    const id = product.externalId.toLowerCase()
    return [
      {
        offer: {
          id,
          offerTypeId,
          marketplace: 'partnerCenter',
          definition: { displayText: product.alias, offer: {}, plans: [] },
        },
        also: ({ tx }, now) => addRemoteOffer(tx, { publisherId, offerId: id }, product.guid, now),
      },
    ]
  })
}
