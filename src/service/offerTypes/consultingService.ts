import { underscoredId } from './checks/ids.ts'
import { leadDestinationRequired } from './checks/leads.ts'
import { limits } from './checks/limits.ts'
import { required } from './checks/required.ts'
import { contacts, listing, logos } from './marketplaceFields.ts'
import type { OfferType } from './offerType.ts'
import { leadValidation, live, microsoftReview, packaging, publisherSignOff, validatePrerequisites } from './steps.ts'

/** No document lists these steps or their times; Microsoft reviews, and may edit, before sign-off (D7). */
export const consultingService: OfferType = {
  id: 'microsoft-consulting-services',
  displayText: 'Consulting service',
  storefront: 'appSource',
  offerId: underscoredId,
  prerequisites: [
    required(
      ...listing,
      ...logos,
      'microsoft-consulting-services.serviceType',
      'microsoft-consulting-services.primaryProduct',
      'microsoft-consulting-services.duration',
      'microsoft-consulting-services.countries',
      ...contacts,
    ),
    ...limits,
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
