import { offerTypeById } from '../../offerTypes/catalogue.ts'
import type { OfferType } from '../../offerTypes/offerType.ts'
import { found } from '../../problems.ts'
import type { Submission } from '../../publishing/submission.ts'
import type { OfferRecord } from '../../store/offers.ts'
import type { Links } from '../marketplace.ts'

const storefronts: Record<OfferType['storefront'], { displayText: string; address: string }> = {
  azureMarketplace: {
    displayText: 'Azure Marketplace',
    address: 'https://azuremarketplace.microsoft.com/marketplace/apps/',
  },
  appSource: { displayText: 'AppSource', address: 'https://appsource.microsoft.com/product/' },
}

/** Addresses of a simulated storefront: they look like the real ones and lead nowhere. */
export function links(offer: OfferRecord, latest: Submission | undefined): Links {
  const { storefront } = found(offerTypeById(offer.offer_type_id), `Offer type ${offer.offer_type_id}`)
  const { displayText, address } = storefronts[storefront]
  const uri = `${address}${offer.publisher_id}.${offer.id}`
  const link = { displayText, storefront }
  const inPreview = latest?.state === 'waitingForPublisherReview'
  const listed = offer.live_version !== null && offer.delisted_time === null
  return {
    previewLinks: inPreview ? [{ ...link, uri: `${uri}?flightCodes=${latest.id.slice(0, 8)}` }] : [],
    liveLinks: listed ? [{ ...link, uri }] : [],
  }
}
