import { hyphenatedId } from './checks/ids.ts'
import { leadDestinationRequired } from './checks/leads.ts'
import { address, choice, required } from './fields/field.ts'
import { contacts, legal, listing, settings, technical, testDrive } from './fields/listing.ts'
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
  form: [
    settings,
    technical('microsoft-azure-saas', [
      required(choice('callToAction', ['free', 'trial', 'contactMe'])),
      required(address('appUrl')),
      address('connectionWebhook'),
    ]),
    testDrive,
    listing('storefront', legal),
    contacts('contacts'),
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
