const extension = {
  id: '0f5b9c1e-7a3d-4e26-8c94-5d1a2b3c4e5f',
  name: 'Contoso Freight',
  publisher: 'Contoso',
  version: '1.0.0.0',
}
const library = {
  id: '8a6d4f2b-1c3e-4a57-9b80-6e5d4c3b2a19',
  name: 'Contoso Base',
  publisher: 'Contoso',
  version: '1.2.0.0',
}

export const businessCentralContent = {
  offer: {
    'microsoft-dynamics365-businesscentral.extensionId': extension.id,
    'microsoft-dynamics365-businesscentral.extensionName': extension.name,
    'microsoft-dynamics365-businesscentral.extensionPublisher': extension.publisher,
    'microsoft-dynamics365-businesscentral.extensionVersion': extension.version,
    'microsoft-dynamics365-businesscentral.packageUrl': 'https://contoso.com/packages/contoso-freight.app',
    'microsoft-dynamics365-businesscentral.appJson': {
      ...extension,
      dependencies: [
        {
          appId: '63ca2fa4-4f03-4f2b-a480-172fef340d3f',
          name: 'System App',
          publisher: 'Microsoft',
          version: '1.0.0.0',
        },
        { appId: library.id, name: library.name, publisher: library.publisher, version: '1.0.0.0' },
      ],
    },
    'microsoft-dynamics365-businesscentral.libraryApps': [library],
  },
  plans: [],
}

export const customerEngagementContent = {
  offer: {
    'microsoft-dynamics365-customerengagement.packageUrl': 'https://contoso.com/packages/field-service.zip',
    'microsoft-dynamics365-customerengagement.supportedVersions': ['9.0', '9.1'],
  },
  plans: [],
}

export const operationsContent = {
  offer: {
    'microsoft-dynamics365-operations.solutionIdentifier': 'ContosoWarehouse',
    'microsoft-dynamics365-operations.carValidationAsset': 'https://contoso.com/packages/warehouse-car.xlsx',
    'microsoft-dynamics365-operations.productVersion': '10.0',
  },
  plans: [],
}
