import { hyphenatedId } from './checks/ids.ts'
import { installUrlWorks } from './checks/installUrl.ts'
import { leadDestinationValid } from './checks/leads.ts'
import { address, required } from './fields/field.ts'
import { contacts, legal, listing, settings, technical } from './fields/listing.ts'
import type { OfferType } from './offerType.ts'
import {
  certificationByPeople,
  leadRegistration,
  live,
  packaging,
  publisherSignOff,
  validatePrerequisites,
} from './steps.ts'

export const powerBiApp: OfferType = {
  id: 'microsoft-powerbi-app',
  displayText: 'Power BI App',
  storefront: 'appSource',
  offerId: hyphenatedId,
  form: [
    settings,
    technical('microsoft-powerbi-app', [required(address('installUrl'))]),
    listing('storefront', legal),
    contacts('contacts'),
  ],
  steps: [
    { ...validatePrerequisites, estimatedTimeFrame: '15 minutes' },
    {
      ...certificationByPeople,
      description: 'The Power BI team installs your app and checks that it works and matches its description.',
      estimatedTimeFrame: '1-7 days',
      check: installUrlWorks,
    },
    { ...packaging, estimatedTimeFrame: '< 1 hour' },
    { ...leadRegistration, estimatedTimeFrame: '< 1 hour', check: leadDestinationValid },
    { ...publisherSignOff, stepName: 'Publisher signoff' },
    { ...live, estimatedTimeFrame: '< 3 hours' },
  ],
}
