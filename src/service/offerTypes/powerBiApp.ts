import { hyphenatedId } from './checks/ids.ts'
import { installUrlWorks } from './checks/installUrl.ts'
import { leadDestinationValid } from './checks/leads.ts'
import { limits, webAddresses } from './checks/limits.ts'
import { required } from './checks/required.ts'
import { wholeListing } from './marketplaceFields.ts'
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
  prerequisites: [
    required(...wholeListing, 'microsoft-powerbi-app.installUrl'),
    webAddresses('microsoft-powerbi-app.installUrl'),
    ...limits,
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
