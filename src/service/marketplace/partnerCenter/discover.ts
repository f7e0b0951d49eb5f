import { type FoundOffer, rename, takeOver } from '../../offers/discover.ts'
import type { Database } from '../../store/database.ts'
import { addRemoteOffer, remoteOfferStore } from '../../store/remoteOffers.ts'
import type { SeenProduct } from './answers.ts'
import type { partnerCenterClient } from './client.ts'
import { offerTypeIdOf } from './types.ts'

type Client = Pick<ReturnType<typeof partnerCenterClient>, 'products'>

/** Follows the list of products: adds new ones, renames, and counts in how many lists one was missing. */
export async function discover(db: Database, client: Client, publisherId: string, now: Date): Promise<number> {
  const offers = remoteOfferStore(db)
  const products = (await client.products()).filter(({ lifecycleState }) => lifecycleState !== 'deleted')
  const renamed: { offerId: string; name: string }[] = []
  for (const { offerId, name, guid, unseen } of await offers.known(publisherId)) {
    // A product that was deleted and created again has another ID.
    const product =
      products.find((one) => one.guid === guid) ?? products.find((one) => idOf(one) === offerId && offerTypeIdOf(one))
    if (product && product.alias !== name) renamed.push({ offerId, name: product.alias })
    if (!product || unseen > 0 || product.guid !== guid)
      await offers.listed(
        { publisherId, offerId },
        product ? { guid: product.guid, unseen: 0 } : { guid, unseen: unseen + 1 },
      )
  }
  await rename(db, publisherId, renamed, now)
  return takeOver(db, publisherId, await newOf(products), now)

  /** Products of unknown types are left out. */
  async function newOf(listed: SeenProduct[]): Promise<FoundOffer[]> {
    const known = new Set((await offers.known(publisherId)).map(({ guid }) => guid))
    return listed.flatMap((product) => {
      const offerTypeId = offerTypeIdOf(product)
      if (!offerTypeId || known.has(product.guid)) return []
      const id = idOf(product)
      const definition = { displayText: product.alias, offer: {}, plans: [] }
      return [
        {
          offer: { id, offerTypeId, marketplace: 'partnerCenter', definition },
          also: ({ tx }, time) => addRemoteOffer(tx, { publisherId, offerId: id }, product.guid, time),
        },
      ]
    })
  }
}

const idOf = ({ externalId }: SeenProduct) => externalId.toLowerCase()
