const imageRepository = (repository: string) => ({
  registryName: 'contosoregistry.azurecr.io',
  repository,
  username: 'contosoregistry',
  password: 'sample-registry-password',
  defaultTag: 'latest',
  tags: ['latest', '1.0', '1.0.2'],
})

export const containerContent = {
  offer: {},
  plans: [
    {
      planId: 'standard',
      'microsoft-azure-container.skuTitle': 'Standard',
      'microsoft-azure-container.skuSummary': 'The image with a year of updates.',
      'microsoft-azure-container.skuDescription': 'A small image, rebuilt each month with the latest security updates.',
      'microsoft-azure-container.imageRepository': imageRepository('contoso/gateway'),
      regions: ['AZ'],
    },
  ],
}

export const iotEdgeModuleContent = {
  offer: {},
  plans: [
    {
      planId: 'standard',
      'microsoft-azure-iotedgemodule.skuTitle': 'Standard',
      'microsoft-azure-iotedgemodule.skuSummary': 'For gateways and small devices.',
      'microsoft-azure-iotedgemodule.skuDescription': 'Filters and compresses sensor data before it leaves the site.',
      'microsoft-azure-iotedgemodule.imageRepository': imageRepository('contoso/edge-filter'),
      'microsoft-azure-iotedgemodule.platforms': ['linux/amd64', 'linux/arm32v7'],
      regions: ['AZ'],
    },
  ],
}
