const sas = (vhd: string) =>
  `https://contosoimages.blob.core.windows.net/vhds/${vhd}.vhd?sv=2017-04-17&sr=c&st=2018-06-01T00:00:00Z&se=2030-06-01T00:00:00Z&sp=rl&sig=c2FtcGxlLXNpZ25hdHVyZQ%3D%3D`

export const virtualMachineContent = {
  offer: {},
  plans: [
    {
      planId: 'standard',
      'microsoft-azure-virtualmachines.skuTitle': 'Standard',
      'microsoft-azure-virtualmachines.skuSummary': 'For teams of up to fifty people.',
      'microsoft-azure-virtualmachines.skuDescription': 'One server with daily backup and monitoring.',
      'microsoft-azure-virtualmachines.hideSKUForSolutionTemplate': false,
      'microsoft-azure-virtualmachines.cloudAvailability': ['PublicAzure'],
      'microsoft-azure-virtualmachines.operatingSystemFamily': 'Linux',
      'microsoft-azure-virtualmachines.operationSystem': 'Ubuntu 18.04 LTS',
      'microsoft-azure-virtualmachines.recommendedVMSizes': ['d2s-v3', 'd4s-v3'],
      'microsoft-azure-virtualmachines.openPorts': ['443'],
      'microsoft-azure-virtualmachines.vmImages': {
        '1.0.0': { osVhdUrl: sas('server-1-0-0'), lunVhdDetails: [] },
        '1.1.0': {
          osVhdUrl: sas('server-1-1-0'),
          lunVhdDetails: [{ lun: 0, lunVhdUrl: sas('server-1-1-0-data') }],
        },
      },
      virtualMachinePricing: { isByol: false, freeTrialDurationInMonths: 1 },
      regions: ['AZ'],
    },
  ],
}

const mainTemplate = {
  $schema: 'https://schema.management.azure.com/schemas/2015-01-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  resources: [
    {
      apiVersion: '2018-02-01',
      type: 'Microsoft.Resources/deployments',
      name: 'pid-6f4d2c1a-0b7e-4c35-9a51-2d8e7f3b9c10',
      properties: { mode: 'Incremental', template: { contentVersion: '1.0.0.0', resources: [] } },
    },
    { apiVersion: '2018-02-01', type: 'Microsoft.Storage/storageAccounts', name: 'contosodata' },
  ],
}

export const azureApplicationContent = {
  offer: {},
  plans: [
    {
      planId: 'standard',
      'microsoft-azure-applications.skuTitle': 'Standard',
      'microsoft-azure-applications.skuSummary': 'The whole solution in your own subscription.',
      'microsoft-azure-applications.skuDescription': 'Deploys the servers, the storage and the monitoring.',
      'microsoft-azure-applications.skuType': 'solutionTemplate',
      'microsoft-azure-applications.package': {
        '1.0.0': {
          packageUrl: 'https://contoso.com/packages/solution-1-0-0.zip',
          templates: { 'mainTemplate.json': mainTemplate },
        },
      },
      regions: ['AZ'],
    },
  ],
}
