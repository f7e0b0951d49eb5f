import { hyphenatedId } from './checks/ids.ts'
import { defaultTagPresent, fixedTagPresent, platformsSupported } from './checks/images.ts'
import { leadDestinationValid } from './checks/leads.ts'
import { limits } from './checks/limits.ts'
import { atLeastOnePlan, required } from './checks/required.ts'
import { together } from './checks/together.ts'
import { wholeListing } from './marketplaceFields.ts'
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
  prerequisites: [
    required(
      ...wholeListing,
      'plans.microsoft-azure-iotedgemodule.skuTitle',
      'plans.microsoft-azure-iotedgemodule.skuSummary',
      'plans.microsoft-azure-iotedgemodule.skuDescription',
      'plans.microsoft-azure-iotedgemodule.imageRepository',
      'plans.microsoft-azure-iotedgemodule.platforms',
    ),
    atLeastOnePlan,
    ...limits,
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
