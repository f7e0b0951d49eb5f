import { hyphenatedId } from './checks/ids.ts'
import { defaultTagPresent, edgePlatforms, fixedTagPresent, platformsSupported } from './checks/images.ts'
import { leadDestinationValid } from './checks/leads.ts'
import { together } from './checks/together.ts'
import { choices, required } from './fields/field.ts'
import { contacts, legal, listing, settings } from './fields/listing.ts'
import { imageRepository, plans } from './fields/plans.ts'
import type { OfferType } from './offerType.ts'
import {
  certificationByPeople,
  live,
  packaging,
  publisherSignOff,
  replication,
  validatePrerequisites,
} from './steps.ts'

/** A container whose certification also looks at what devices in the field rely on. */
export const iotEdgeModule: OfferType = {
  id: 'microsoft-azure-iotedgemodule',
  displayText: 'IoT Edge module',
  storefront: 'azureMarketplace',
  offerId: hyphenatedId,
  form: [
    settings,
    plans('microsoft-azure-iotedgemodule', [imageRepository, required(choices('platforms', [...edgePlatforms]))]),
    listing('marketplace', legal),
    contacts('support'),
  ],
  steps: [
    { ...validatePrerequisites, estimatedTimeFrame: '15 min' },
    {
      ...certificationByPeople,
      estimatedTimeFrame: '1 week',
      check: together(
        defaultTagPresent('microsoft-azure-iotedgemodule.imageRepository'),
        fixedTagPresent('microsoft-azure-iotedgemodule.imageRepository'),
        platformsSupported('microsoft-azure-iotedgemodule.platforms'),
      ),
    },
    { ...packaging, estimatedTimeFrame: '1 hour', check: leadDestinationValid },
    { ...publisherSignOff, stepName: 'Publisher sign off' },
    { ...replication, estimatedTimeFrame: '1 hour' },
    { ...live, estimatedTimeFrame: '4 days' },
  ],
}
