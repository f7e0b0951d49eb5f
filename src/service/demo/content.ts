import type { Definition } from '../../contract/offers.ts'
import { azureApplicationContent, virtualMachineContent } from './azureContent.ts'
import { consultingServiceContent } from './consultingServiceContent.ts'
import { containerContent, iotEdgeModuleContent } from './containerContent.ts'
import { businessCentralContent, customerEngagementContent, operationsContent } from './dynamicsContent.ts'
import { marketplaceContent } from './marketplaceContent.ts'
import { powerBiAppContent, saasContent } from './saasContent.ts'

type OwnContent = Omit<Definition, 'displayText'>

/** What each offer type has besides the marketplace listing. */
const ownContent: Record<string, OwnContent> = {
  'microsoft-azure-virtualmachines': virtualMachineContent,
  'microsoft-azure-applications': azureApplicationContent,
  'microsoft-azure-container': containerContent,
  'microsoft-azure-iotedgemodule': iotEdgeModuleContent,
  'microsoft-azure-saas': saasContent,
  'microsoft-consulting-services': consultingServiceContent,
  'microsoft-dynamics365-businesscentral': businessCentralContent,
  'microsoft-dynamics365-customerengagement': customerEngagementContent,
  'microsoft-dynamics365-operations': operationsContent,
  'microsoft-powerbi-app': powerBiAppContent,
}

/** A complete offer that passes every check of its type. */
export function sampleDefinition(offerTypeId: string, name: string): Definition {
  const own = ownContent[offerTypeId]
  if (!own) throw new Error(`There is no sample content for the offer type ${offerTypeId}.`)
  return structuredClone({
    displayText: name,
    offer: { ...marketplaceContent(name), ...own.offer },
    plans: own.plans,
  })
}

const withOffer = (definition: Definition, changes: Record<string, unknown>): Definition => ({
  ...definition,
  offer: { ...definition.offer, ...changes },
})

const withPlans = (definition: Definition, changes: Record<string, unknown>): Definition => ({
  ...definition,
  plans: definition.plans.map((plan) => ({ ...plan, ...changes })),
})

/** An incomplete draft, which Publish refuses. */
export const incomplete = (definition: Definition): Definition =>
  withOffer(definition, {
    'microsoft-azure-marketplace.summary': '',
    'microsoft-azure-marketplace.supportContactEmail': '',
  })

/** Fails where the lead destination is checked, in types that require one. */
export const withoutLeadDestination = (definition: Definition): Definition =>
  withOffer(definition, { 'microsoft-azure-marketplace.leadDestination': 'none' })

/** A virtual machine whose image cannot be copied: the address lacks its period and its signature. */
export const withBrokenSas = (definition: Definition): Definition =>
  withPlans(definition, {
    'microsoft-azure-virtualmachines.vmImages': {
      '1.0.0': { osVhdUrl: 'https://contosoimages.blob.core.windows.net/vhds/web-1-0-0.vhd?sv=2017-04-17&sp=rl' },
    },
  })

/** A virtual machine whose plans have no image. */
export const withoutImage = (definition: Definition): Definition =>
  withPlans(definition, { 'microsoft-azure-virtualmachines.vmImages': {} })

/** An Azure application whose template lacks the tracking resource. */
export const withoutUsageAttribution = (definition: Definition): Definition =>
  withPlans(definition, {
    'microsoft-azure-applications.package': {
      '1.0.0': { templates: { 'mainTemplate.json': { contentVersion: '1.0.0.0', resources: [] } } },
    },
  })

/** A Business Central app whose app.json has another version than the offer. */
export const withAppJsonMismatch = (definition: Definition): Definition =>
  withOffer(definition, { 'microsoft-dynamics365-businesscentral.extensionVersion': '1.0.0.9' })

export const withoutUsefulLinks = ({ offer, ...rest }: Definition): Definition => {
  const { 'microsoft-azure-marketplace.usefulLinks': _, ...others } = offer
  return { ...rest, offer: others }
}
