import { appJsonDependencies, appJsonIdentity } from './checks/appJson.ts'
import { hyphenatedId } from './checks/ids.ts'
import { leadDestinationValid } from './checks/leads.ts'
import { together } from './checks/together.ts'
import { address, json, required, rows, text } from './fields/field.ts'
import { contacts, legal, listing, settings, technical, testDrive } from './fields/listing.ts'
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
  form: [
    settings,
    technical('microsoft-dynamics365-businesscentral', [
      ...[
        text('extensionId'),
        text('extensionName'),
        text('extensionPublisher'),
        text('extensionVersion'),
        address('packageUrl'),
        json('appJson'),
      ].map(required),
      rows('libraryApps', [text('id'), text('name'), text('publisher'), text('version')]),
    ]),
    testDrive,
    listing('storefront', legal),
    contacts('contacts'),
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
