import { hyphenatedId } from './checks/ids.ts'
import { defaultTagPresent } from './checks/images.ts'
import { leadDestinationValid } from './checks/leads.ts'
import { limits } from './checks/limits.ts'
import { atLeastOnePlan, required } from './checks/required.ts'
import { wholeListing } from './marketplaceFields.ts'
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
  prerequisites: [
    required(
      ...wholeListing,
      'plans.microsoft-azure-container.skuTitle',
      'plans.microsoft-azure-container.skuSummary',
      'plans.microsoft-azure-container.skuDescription',
      'plans.microsoft-azure-container.imageRepository',
    ),
    atLeastOnePlan,
    ...limits,
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
