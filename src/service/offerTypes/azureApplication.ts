import { hyphenatedId } from './checks/ids.ts'
import { leadDestinationValid } from './checks/leads.ts'
import { limits } from './checks/limits.ts'
import { atLeastOnePlan, required } from './checks/required.ts'
import { usageAttribution } from './checks/usageAttribution.ts'
import { distinctVersions } from './checks/versions.ts'
import { contacts, legal, listing, logos } from './marketplaceFields.ts'
import type { OfferType } from './offerType.ts'
import {
  certification,
  influencedRevenue,
  live,
  microsoftReview,
  packagingAndLeads,
  publisherSignOff,
  testDriveValidation,
  validatePrerequisites,
} from './steps.ts'

/** Solution templates and managed applications alike; Microsoft reviews the whole of it after sign-off (D7). */
export const azureApplication: OfferType = {
  id: 'microsoft-azure-applications',
  displayText: 'Azure application',
  storefront: 'azureMarketplace',
  offerId: hyphenatedId,
  prerequisites: [
    required(
      ...listing,
      'microsoft-azure-marketplace.longSummary',
      'microsoft-azure-marketplace.offerMarketingUrlIdentifier',
      'microsoft-azure-marketplace.allowedSubscriptions',
      ...logos,
      ...legal,
      ...contacts,
      'plans.microsoft-azure-applications.skuTitle',
      'plans.microsoft-azure-applications.skuSummary',
      'plans.microsoft-azure-applications.skuDescription',
      'plans.microsoft-azure-applications.skuType',
      'plans.microsoft-azure-applications.package',
    ),
    atLeastOnePlan,
    distinctVersions('microsoft-azure-applications.package'),
    ...limits,
  ],
  steps: [
    { ...validatePrerequisites, estimatedTimeFrame: '< 15 min' },
    { ...influencedRevenue, estimatedTimeFrame: '< 15 min', check: usageAttribution },
    { ...certification, estimatedTimeFrame: '< 1 day' },
    { ...testDriveValidation, estimatedTimeFrame: '< 2 hours' },
    { ...packagingAndLeads, estimatedTimeFrame: '< 1 hour', check: leadDestinationValid },
    publisherSignOff,
    { ...microsoftReview, estimatedTimeFrame: '7-14 days' },
    { ...live, estimatedTimeFrame: '< 1 day' },
  ],
}
