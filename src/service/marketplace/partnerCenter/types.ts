import type { SeenProduct } from './answers.ts'

/** Partner Center's word for each offer type of the dashboard. */
const offerTypeIds = new Map(
  Object.entries({
    azureApplication: 'microsoft-azure-applications',
    azureContainer: 'microsoft-azure-container',
    azureVirtualMachine: 'microsoft-azure-virtualmachines',
    consultingService: 'microsoft-consulting-services',
    containerApp: 'microsoft-azure-container',
    coreVirtualMachine: 'microsoft-azure-virtualmachines',
    dynamics365BusinessCentral: 'microsoft-dynamics365-businesscentral',
    dynamics365ForCustomerEngagement: 'microsoft-dynamics365-customerengagement',
    dynamics365ForOperations: 'microsoft-dynamics365-operations',
    iotEdgeModule: 'microsoft-azure-iotedgemodule',
    powerBiApp: 'microsoft-powerbi-app',
    softwareAsAService: 'microsoft-azure-saas',
  }),
)

/** The offer types that the API can publish; others it only lists. */
const publishable = ['microsoft-azure-saas', 'microsoft-azure-virtualmachines', 'microsoft-azure-container']

export const offerTypeIdOf = ({ type }: SeenProduct): string | undefined => offerTypeIds.get(type)
export const isPublishable = (offerTypeId: string) => publishable.includes(offerTypeId)

export const portalOf = (guid: string) =>
  `https://partner.microsoft.com/en-us/dashboard/commercial-marketplace/offers/${guid}/overview`
