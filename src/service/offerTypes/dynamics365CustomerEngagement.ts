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

export const dynamics365CustomerEngagement: OfferType = {
  id: 'microsoft-dynamics365-customerengagement',
  displayText: 'Dynamics 365 for Customer Engagement',
  storefront: 'appSource',
  offerId: hyphenatedId,
  prerequisites: [
    required(
      ...wholeListing,
      'microsoft-dynamics365-customerengagement.packageUrl',
      'microsoft-dynamics365-customerengagement.supportedVersions',
    ),
    webAddresses('microsoft-dynamics365-customerengagement.packageUrl'),
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
