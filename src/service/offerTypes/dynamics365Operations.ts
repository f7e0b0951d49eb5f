import { hyphenatedId } from './checks/ids.ts'
import { leadDestinationValid } from './checks/leads.ts'
import { limits, webAddresses } from './checks/limits.ts'
import { required } from './checks/required.ts'
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

/** No document lists these steps; they and their times are those of Dynamics 365 for Customer Engagement. */
export const dynamics365Operations: OfferType = {
  id: 'microsoft-dynamics365-operations',
  displayText: 'Dynamics 365 for Operations',
  storefront: 'appSource',
  offerId: hyphenatedId,
  prerequisites: [
    required(
      ...wholeListing,
      'microsoft-dynamics365-operations.solutionIdentifier',
      'microsoft-dynamics365-operations.carValidationAsset',
      'microsoft-dynamics365-operations.productVersion',
    ),
    webAddresses('microsoft-dynamics365-operations.carValidationAsset'),
    ...limits,
  ],
  steps: [
    { ...validatePrerequisites, estimatedTimeFrame: '15 min' },
    { ...certificationByPeople, estimatedTimeFrame: '1 week' },
    { ...packaging, estimatedTimeFrame: '1 hour', check: leadDestinationValid },
    publisherSignOff,
    { ...replication, estimatedTimeFrame: '1 hour' },
    { ...live, estimatedTimeFrame: '4 days' },
  ],
}
