import { appJsonDependencies, appJsonIdentity } from './checks/appJson.ts'
import { hyphenatedId } from './checks/ids.ts'
import { leadDestinationValid } from './checks/leads.ts'
import { limits, webAddresses } from './checks/limits.ts'
import { required } from './checks/required.ts'
import { together } from './checks/together.ts'
import { wholeListing } from './marketplaceFields.ts'
import type { OfferType } from './offerType.ts'
import {
  appSourcePackaging,
  automatedAppValidation,
  leadValidation,
  live,
  marketingAndTechnicalValidation,
  publisherSignOff,
  publishWithService,
  testDriveValidation,
  validatePrerequisites,
} from './steps.ts'

/** The documents give no times but "more than a week" for the validation by people, which is no bound. */
export const dynamics365BusinessCentral: OfferType = {
  id: 'microsoft-dynamics365-businesscentral',
  displayText: 'Dynamics 365 Business Central',
  storefront: 'appSource',
  offerId: hyphenatedId,
  prerequisites: [
    required(
      ...wholeListing,
      'microsoft-dynamics365-businesscentral.extensionName',
      'microsoft-dynamics365-businesscentral.extensionVersion',
      'microsoft-dynamics365-businesscentral.extensionPublisher',
      'microsoft-dynamics365-businesscentral.extensionId',
      'microsoft-dynamics365-businesscentral.packageUrl',
      'microsoft-dynamics365-businesscentral.appJson',
    ),
    webAddresses('microsoft-dynamics365-businesscentral.packageUrl'),
    ...limits,
  ],
  steps: [
    { ...validatePrerequisites, stepName: 'Validate Prerequisites' },
    { ...automatedAppValidation, check: together(appJsonIdentity, appJsonDependencies) },
    testDriveValidation,
    { ...leadValidation, check: leadDestinationValid },
    appSourcePackaging,
    publisherSignOff,
    marketingAndTechnicalValidation,
    publishWithService,
    live,
  ],
}
