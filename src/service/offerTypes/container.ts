import { hyphenatedId } from './checks/ids.ts'
import { defaultTagPresent } from './checks/images.ts'
import { leadDestinationValid } from './checks/leads.ts'
import { contacts, legal, listing, settings } from './fields/listing.ts'
import { imageRepository, plans } from './fields/plans.ts'
import type { OfferType } from './offerType.ts'
import {
  certificationByPeople,
  live,
  packaging,
  publisherSignOff,
  replication,
  validatePrerequisites,
} from './steps.ts'

export const container: OfferType = {
  id: 'microsoft-azure-container',
  displayText: 'Container',
  storefront: 'azureMarketplace',
  offerId: hyphenatedId,
  form: [
    settings,
    plans('microsoft-azure-container', [imageRepository]),
    listing('marketplace', legal),
    contacts('support'),
  ],
  steps: [
    { ...validatePrerequisites, estimatedTimeFrame: '15 min' },
    {
      ...certificationByPeople,
      estimatedTimeFrame: '1 week',
      check: defaultTagPresent('microsoft-azure-container.imageRepository'),
    },
    { ...packaging, estimatedTimeFrame: '1 hour', check: leadDestinationValid },
    publisherSignOff,
    { ...replication, estimatedTimeFrame: '1 hour' },
    { ...live, estimatedTimeFrame: '4 days' },
  ],
}
