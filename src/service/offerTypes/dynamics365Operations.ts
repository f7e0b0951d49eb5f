import { hyphenatedId } from './checks/ids.ts'
import { leadDestinationValid } from './checks/leads.ts'
import { address, required, text } from './fields/field.ts'
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

/** No document lists these steps; they and their times are those of Dynamics 365 for Customer Engagement. */
export const dynamics365Operations: OfferType = {
  id: 'microsoft-dynamics365-operations',
  displayText: 'Dynamics 365 for Operations',
  storefront: 'appSource',
  offerId: hyphenatedId,
  form: [
    settings,
    technical(
      'microsoft-dynamics365-operations',
      [text('solutionIdentifier'), address('carValidationAsset'), text('productVersion')].map(required),
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
