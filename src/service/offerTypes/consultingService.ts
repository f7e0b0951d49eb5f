import { underscoredId } from './checks/ids.ts'
import { leadDestinationRequired } from './checks/leads.ts'
import { required, text, texts, within } from './fields/field.ts'
import { contacts, listing, settings } from './fields/listing.ts'
import type { OfferType } from './offerType.ts'
import { leadValidation, live, microsoftReview, packaging, publisherSignOff, validatePrerequisites } from './steps.ts'

/** No document lists these steps or their times; Microsoft reviews, and may edit, before sign-off (D7). */
export const consultingService: OfferType = {
  id: 'microsoft-consulting-services',
  displayText: 'Consulting service',
  storefront: 'appSource',
  offerId: underscoredId,
  form: [
    settings,
    listing(
      'storefront',
      [],
      within(
        'microsoft-consulting-services',
        [text('serviceType'), text('primaryProduct'), text('duration'), texts('countries')].map(required),
      ),
    ),
    contacts('contacts'),
  ],
  steps: [
    validatePrerequisites,
    { ...leadValidation, stepName: 'Lead management validation', check: leadDestinationRequired },
    microsoftReview,
    packaging,
    publisherSignOff,
    live,
  ],
}
