import { hyphenatedId } from './checks/ids.ts'
import { leadDestinationValid } from './checks/leads.ts'
import { usageAttribution } from './checks/usageAttribution.ts'
import { address, choice, json, required, versions } from './fields/field.ts'
import { contacts, inAzure, legal, listing, settings, testDrive } from './fields/listing.ts'
import { plans } from './fields/plans.ts'
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
  form: [
    settings,
    plans('microsoft-azure-applications', [
      required(choice('skuType', ['solutionTemplate', 'managedApplication'])),
      required(versions('package', [address('packageUrl'), json('templates')])),
    ]),
    testDrive,
    listing('marketplace', [...legal, ...inAzure]),
    contacts('support'),
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
