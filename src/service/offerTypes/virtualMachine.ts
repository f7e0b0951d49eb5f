import { hyphenatedId } from './checks/ids.ts'
import { leadDestinationValid } from './checks/leads.ts'
import { limits } from './checks/limits.ts'
import { atLeastOnePlan, required } from './checks/required.ts'
import { together } from './checks/together.ts'
import { distinctVersions } from './checks/versions.ts'
import { vmImagePresent, vmImagesCopyable } from './checks/vmImages.ts'
import { contacts, legal, listing, logos } from './marketplaceFields.ts'
import type { OfferType } from './offerType.ts'
import {
  certification,
  live,
  packagingAndLeads,
  provisioning,
  publisherSignOff,
  testDriveValidation,
  validatePrerequisites,
} from './steps.ts'

/** Names, descriptions and times are those of the REST API's sample, to the letter. */
export const virtualMachine: OfferType = {
  id: 'microsoft-azure-virtualmachines',
  displayText: 'Virtual machine',
  storefront: 'azureMarketplace',
  offerId: hyphenatedId,
  prerequisites: [
    required(
      ...listing,
      'microsoft-azure-marketplace.longSummary',
      'microsoft-azure-marketplace.offerMarketingUrlIdentifier',
      'microsoft-azure-marketplace.allowedSubscriptions',
      ...logos,
      ...legal,
      ...contacts,
      'plans.microsoft-azure-virtualmachines.skuTitle',
      'plans.microsoft-azure-virtualmachines.skuSummary',
      'plans.microsoft-azure-virtualmachines.skuDescription',
      'plans.microsoft-azure-virtualmachines.operatingSystemFamily',
    ),
    atLeastOnePlan,
    distinctVersions('microsoft-azure-virtualmachines.vmImages'),
    ...limits,
  ],
  steps: [
    { ...validatePrerequisites, stepName: 'Validate Pre-Requisites', estimatedTimeFrame: '< 15 min' },
    { ...testDriveValidation, estimatedTimeFrame: '2 hours' },
    { ...certification, estimatedTimeFrame: '~2-3 days', check: together(vmImagePresent, vmImagesCopyable) },
    {
      ...provisioning,
      description: 'Your virtual machine is being replicated in our production systems.',
      estimatedTimeFrame: '< 1 day',
    },
    {
      ...packagingAndLeads,
      stepName: 'Packaging and Lead Generation Registration',
      description:
        'Your virtual machine is being packaged for customers. Additionally, lead systems are being configured and set up.',
      estimatedTimeFrame: '< 1 hour',
      check: leadDestinationValid,
    },
    { ...publisherSignOff, stepName: 'Publisher signoff', estimatedTimeFrame: '< 1 hour' },
    { ...live, estimatedTimeFrame: '~2-5 days' },
  ],
}
