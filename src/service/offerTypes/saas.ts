import { hyphenatedId } from './checks/ids.ts'
import { leadDestinationRequired } from './checks/leads.ts'
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

/** The documented table begins with Certification, surely an omission: every publishing validates prerequisites first. */
export const saas: OfferType = {
  id: 'microsoft-azure-saas',
  displayText: 'SaaS application',
  storefront: 'azureMarketplace',
  offerId: hyphenatedId,
  prerequisites: [
    required(...wholeListing, 'microsoft-azure-saas.callToAction', 'microsoft-azure-saas.appUrl'),
    webAddresses('microsoft-azure-saas.appUrl', 'microsoft-azure-saas.connectionWebhook'),
    ...limits,
  ],
  steps: [
    validatePrerequisites,
    { ...certificationByPeople, estimatedTimeFrame: '2 weeks' },
    { ...packaging, estimatedTimeFrame: '1 hour', check: leadDestinationRequired },
    { ...publisherSignOff, stepName: 'Publisher sign off' },
    { ...replication, estimatedTimeFrame: '1 hour' },
    { ...live, estimatedTimeFrame: '4 days' },
  ],
}
