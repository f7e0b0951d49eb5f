import { randomUUID } from 'node:crypto'

export type Resource = { $schema: string; id: string } & Record<string, unknown>

export const schemaHost = 'schema.mp.microsoft.com'

/** The newest version that this fake knows of each type of resource. */
export const versions: Record<string, string> = {
  product: '2022-03-01-preview3',
  plan: '2022-03-01-preview2',
  property: '2022-03-01-preview3',
  listing: '2022-03-01-preview3',
  'listing-asset': '2022-03-01-preview2',
  'plan-listing': '2022-03-01-preview3',
  'price-and-availability-offer': '2022-03-01-preview3',
  'price-and-availability-plan': '2022-03-01-preview3',
  'customer-leads': '2022-03-01-preview3',
  reseller: '2022-03-01-preview2',
  'commercial-marketplace-setup': '2022-03-01-preview2',
  'software-as-a-service-technical-configuration': '2022-03-01-preview3',
  'virtual-machine-plan-technical-configuration': '2022-03-01-preview5',
  'core-virtual-machine-plan-technical-configuration': '2022-03-01-preview5',
  'container-plan-technical-configuration': '2022-03-01-preview3',
  submission: '2022-03-01-preview2',
  'resource-tree': '2022-03-01-preview2',
  configure: '2022-03-01-preview2',
  'configure-status': '2022-03-01-preview2',
  'configure-detail': '2022-03-01-preview2',
}

export const schemaOf = (type: string, host: string = schemaHost) => `https://${host}/schema/${type}/${versions[type]}`

/** The type that a `$schema` names, whichever its host and version. */
export const typeOf = ({ $schema }: { $schema: string }) => /\/schema\/([^/]+)\//.exec(`${$schema}/`)?.[1] ?? ''

const resource = (type: string, id: string, fields: Record<string, unknown>): Resource => ({
  $schema: schemaOf(type),
  id,
  ...fields,
})

/** Types of products that the Product Ingestion API can edit. */
const editable = ['softwareAsAService', 'azureVirtualMachine', 'coreVirtualMachine', 'azureContainer', 'containerApp']
export const isEditable = (type: string) => editable.includes(type)

export type Identity = { guid: string; externalId: string; type: string; alias: string }

/** The draft of a product with one plan, as the portal's own pages would have filled it in. */
export function treeOf({ guid, externalId, type, alias }: Identity): Resource[] {
  const product = `product/${guid}`
  const plan = `plan/${guid}/${randomUUID()}`
  const planGuid = plan.split('/')[2]
  const listing = `listing/${guid}/public/main/default/en-us`
  const kind = type.endsWith('VirtualMachine') ? 'azureVM' : 'azureSaaS'
  return [
    resource('property', `property/${guid}/public/main`, {
      product,
      kind,
      categories: { analytics: ['visualization-and-reporting'] },
      termsConditions: 'standardMicrosoft',
    }),
    resource('listing', listing, {
      product,
      kind,
      languageId: 'en-us',
      title: alias,
      searchResultSummary: `${alias}, ready to use in minutes.`,
      description: `<p>${alias} comes with sensible defaults and support on every working day.</p>`,
      privacyPolicyLink: 'https://fabrikam.com/privacy',
    }),
    resource('listing-asset', `listing-asset/${guid}/public/main/default/en-us/azurelogosmall/1`, {
      product,
      kind: 'azure',
      type: 'azureLogoSmall',
      listing,
      languageId: 'en-us',
      fileName: 'logo-48.png',
      url: 'https://ingestion.blob.core.windows.net/assets/logo-48.png',
      displayOrder: 0,
    }),
    resource('customer-leads', `customer-leads/${guid}`, {
      product,
      leadDestination: 'table',
      tableLeadConfiguration: { connectionString: 'AccountName=fabrikamleads;AccountKey=c2FtcGxl' },
    }),
    resource('price-and-availability-offer', `price-and-availability-offer/${guid}`, {
      product,
      previewAudiences: [{ type: 'subscription', id: '3f2c8a10-7d54-4c1e-9b7a-1f6f0d0a5b21', label: 'Testers' }],
    }),
    resource('plan', plan, {
      product,
      identity: { externalId: `${externalId}-standard` },
      alias: 'Standard',
      azureRegions: ['azureGlobal'],
    }),
    resource('plan-listing', `plan-listing/${guid}/public/main/${planGuid}/en-us`, {
      product,
      plan,
      kind: 'azureVM-plan',
      languageId: 'en-us',
      name: 'Standard',
      summary: 'For teams of up to fifty people.',
    }),
    resource('price-and-availability-plan', `price-and-availability-plan/${guid}/${planGuid}`, {
      product,
      plan,
      visibility: 'visible',
      audience: 'public',
      markets: ['us', 'fr', 'kr'],
    }),
    ...technicalConfiguration(type, guid, product, plan),
  ]
}

function technicalConfiguration(type: string, guid: string, product: string, plan: string): Resource[] {
  const planGuid = plan.split('/')[2]
  if (type === 'softwareAsAService')
    return [
      resource(
        'software-as-a-service-technical-configuration',
        `software-as-a-service-technical-configuration/${guid}`,
        {
          product,
          landingPageUrl: 'https://app.fabrikam.com/signup',
          connectionWebhook: 'https://app.fabrikam.com/marketplace/webhook',
          azureAdTenantId: '72a4f1c0-5b0e-4d0b-8a1e-6d9b0c9f2e11',
          azureAdAppId: '0f1e2d3c-4b5a-4968-8776-655443322110',
        },
      ),
    ]
  const prefix = type === 'coreVirtualMachine' ? 'core-' : ''
  if (type.endsWith('VirtualMachine'))
    return [
      resource(
        `${prefix}virtual-machine-plan-technical-configuration`,
        `${prefix}virtual-machine-plan-technical-configuration/${guid}/${planGuid}`,
        {
          product,
          plan,
          operatingSystem: { family: 'linux', type: 'ubuntu' },
          skus: [{ imageType: 'x64Gen2', skuId: 'standard-gen2' }],
          vmImageVersions: [image('1.0.0')],
        },
      ),
    ]
  return []
}

export const image = (versionNumber: string) => ({
  versionNumber,
  vmImages: [
    {
      imageType: 'x64Gen2',
      source: {
        sourceType: 'sasUri',
        osDisk: {
          uri: `https://fabrikamimages.blob.core.windows.net/vhds/${versionNumber}.vhd?sv=2024-11-04&sig=c2lnbmF0dXJl`,
        },
        dataDisks: [],
      },
    },
  ],
  lifecycleState: 'generallyAvailable',
})

const masked = '*********'
const secretFields = ['connectionString', 'password', 'accessKey', 'authorizationHeader']
export const isMasked = (value: unknown): boolean =>
  value === masked || (typeof value === 'object' && value !== null && Object.values(value).some(isMasked))

/** The resource as it is read: links to files are signed anew each time, secrets are masked. */
export function asRead(stored: Resource): Resource {
  const { url, ...rest } = stored
  const read: Resource = { ...rest, $schema: stored.$schema, id: stored.id }
  if (typeof url === 'string') read.url = `${url}?sv=2024-11-04&se=2030-01-01&sp=r&sig=${randomUUID()}`
  for (const [field, value] of Object.entries(read))
    if (field.endsWith('LeadConfiguration') && typeof value === 'object' && value !== null)
      read[field] = Object.fromEntries(
        Object.entries(value).map(([name, each]) => [name, secretFields.includes(name) ? masked : each]),
      )
  return read
}
