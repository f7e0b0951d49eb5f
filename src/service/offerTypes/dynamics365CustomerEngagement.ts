import { hyphenatedId } from './checks/ids.ts'
import { leadDestinationValid } from './checks/leads.ts'
import { address, required, texts } from './fields/field.ts'
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

export const dynamics365CustomerEngagement: OfferType = {
  id: 'microsoft-dynamics365-customerengagement',
  displayText: 'Dynamics 365 for Customer Engagement',
  storefront: 'appSource',
  offerId: hyphenatedId,
  form: [
    settings,
    technical(
      'microsoft-dynamics365-customerengagement',
      [address('packageUrl'), texts('supportedVersions')].map(required),
    ),
    testDrive,
    listing('storefront', legal),
    contacts('contacts'),
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
