import { otherNamesOf } from './checks/fields.ts'
import { hyphenatedId } from './checks/ids.ts'
import { leadDestinationValid } from './checks/leads.ts'
import { together } from './checks/together.ts'
import { vmImagePresent, vmImagesCopyable } from './checks/vmImages.ts'
import {
  address,
  choice,
  choices,
  flag,
  number,
  record,
  required,
  rows,
  text,
  texts,
  versions,
} from './fields/field.ts'
import { contacts, inAzure, legal, listing, settings, testDrive } from './fields/listing.ts'
import { plans } from './fields/plans.ts'
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

const namespace = 'microsoft-azure-virtualmachines'

const planFields = plans(
  namespace,
  [
    flag('hideSKUForSolutionTemplate'),
    choices('cloudAvailability', ['PublicAzure', 'Fairfax']),
    required(choice('operatingSystemFamily', ['Linux', 'Windows'])),
    text('windowsOSType', { when: { name: 'operatingSystemFamily', is: 'Windows' } }),
    text('operationSystem'),
    texts('recommendedVMSizes'),
    texts('openPorts'),
    versions('vmImages', [address('osVhdUrl'), rows('lunVhdDetails', [number('lun'), address('lunVhdUrl')])]),
  ],
  [record('virtualMachinePricing', [flag('isByol'), number('freeTrialDurationInMonths')])],
)

/** Newer tools write the same fields under other names. */
const skus = {
  ...planFields,
  fields: planFields.fields.map((field) => {
    const otherNames = otherNamesOf(field.name)
    return otherNames.length > 0 ? { ...field, otherNames } : field
  }),
}

/** Names, descriptions and times are those of the REST API's sample, to the letter. */
export const virtualMachine: OfferType = {
  id: 'microsoft-azure-virtualmachines',
  displayText: 'Virtual machine',
  storefront: 'azureMarketplace',
  offerId: hyphenatedId,
  form: [settings, skus, testDrive, listing('marketplace', [...legal, ...inAzure]), contacts('support')],
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
