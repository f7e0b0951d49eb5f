import * as z from 'zod'

/** The form of answers according to the documents, the published schemas and clients; no other fields. */
const durableId = z.string().regex(/^[a-z](-?[a-z0-9]+)*\/[a-z0-9-]+(\/?[a-z0-9-])*$/)
const schemaName = (type: string) =>
  z
    .string()
    .regex(new RegExp(`^https://(schema\\.mp\\.microsoft\\.com|product-ingestion\\.azureedge\\.net)/schema/${type}/`))
const time = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{7}Z)?$/)
const identity = z.union([z.strictObject({ externalId: z.string() }), z.strictObject({ externalID: z.string() })])

export const productTypes = [
  'azureApplication',
  'azureContainer',
  'azureVirtualMachine',
  'consultingService',
  'containerApp',
  'coreVirtualMachine',
  'cosellOnly',
  'dynamics365BusinessCentral',
  'dynamics365ForCustomerEngagement',
  'dynamics365ForOperations',
  'iotEdgeModule',
  'managedService',
  'powerBiApp',
  'powerBiVisual',
  'softwareAsAService',
  'xbox360NonBackcompat',
] as const

const lifecycleStates = [
  'notAvailable',
  'neverUsed',
  'test',
  'preview',
  'generallyAvailable',
  'deprecated',
  'decommissioned',
  'deleted',
] as const

export const ProductResource = z.strictObject({
  $schema: schemaName('product'),
  id: durableId,
  identity,
  type: z.enum(productTypes),
  alias: z.string().max(120),
  lifecycleState: z.enum(lifecycleStates),
})

const target = (type: string) => z.strictObject({ targetType: z.literal(type) })
const submission = { $schema: schemaName('submission'), id: durableId, product: durableId }
const draftRow = z.strictObject({ ...submission, target: target('draft') })
const moving = { status: z.enum(['notStarted', 'running']), result: z.literal('pending') }
const over = { status: z.literal('completed'), result: z.enum(['succeeded', 'failed']) }
const previewRow = { ...submission, target: target('preview'), created: time }
const liveRow = {
  ...submission,
  target: target('live'),
  created: time,
  lifecycleState: z.enum(['generallyAvailable', 'deprecated']),
}
export const SubmissionResource = z.union([
  draftRow,
  z.strictObject({ ...previewRow, ...moving }),
  z.strictObject({ ...previewRow, ...over }),
  z.strictObject({ ...liveRow, ...moving }),
  z.strictObject({ ...liveRow, ...over }),
])

const AnyResource = z.looseObject({ $schema: schemaName('[a-z0-9-]+'), id: durableId })

export const ListOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ value: z.array(item), '@nextLink': z.optional(z.url()) })

export const PlanResource = z.looseObject({
  $schema: schemaName('plan'),
  id: z.string().regex(/^plan\/[^/]+\/[^/]+$/),
  product: durableId,
  identity,
  alias: z.string().max(125),
  azureRegions: z.array(z.enum(['azureGlobal', 'azureGovernment', 'azureGermany', 'azureChina'])),
})

export const ResourceTree = z.strictObject({
  $schema: schemaName('resource-tree'),
  root: durableId,
  target: z.strictObject({ targetType: z.enum(['draft', 'preview', 'live']) }),
  resources: z.array(AnyResource),
})

const innerCodes = [
  'businessValidationError',
  'collectionLimitExceeded',
  'invalidId',
  'invalidEntityStatus',
  'invalidRequest',
  'invalidResource',
  'invalidState',
  'notDeployed',
  'notSupported',
  'operationCanceled',
  'productLocked',
  'resourceNotFound',
  'schemaValidationError',
] as const
const outerCodes = [
  'badRequest',
  'unauthorized',
  'forbidden',
  'notFound',
  'methodNotAllowed',
  'requestTimeout',
  'conflict',
  'locked',
  'internalServerError',
  'notImplemented',
  'serviceUnavailable',
  'tooManyRequests',
] as const
const details = <T extends z.ZodType>(inner: T) =>
  z.optional(z.union([z.array(z.union([inner, z.string()])), z.strictObject({})]))
const innerFields = { code: z.enum(innerCodes), message: z.optional(z.string()), resourceId: z.optional(durableId) }
const Innermost = z.strictObject({ ...innerFields, details: details(z.never()) })
const Inner = z.strictObject({ ...innerFields, details: details(Innermost) })
const Outer = z.strictObject({
  code: z.enum(outerCodes),
  message: z.optional(z.string()),
  resourceId: z.optional(durableId),
  details: details(Inner),
})
export const ErrorAnswer = z.strictObject({ error: Outer })

const job = {
  $schema: schemaName('configure-status'),
  jobStatus: z.enum(['notStarted', 'running', 'completed']),
  jobResult: z.enum(['pending', 'succeeded', 'failed', 'cancelled']),
  jobStart: time,
  jobEnd: time,
  errors: z.array(Outer),
}
export const ConfigureStatus = z.union([
  z.strictObject({ ...job, jobId: z.uuid() }),
  z.strictObject({ ...job, jobID: z.uuid() }),
])
export const ConfigureDetail = z.strictObject({
  $schema: schemaName('configure-detail'),
  resources: z.array(AnyResource),
})

export const Token = z.strictObject({
  token_type: z.literal('Bearer'),
  expires_in: z.number(),
  ext_expires_in: z.number(),
  access_token: z.string(),
})
export const TokenOfOlderLogin = z.strictObject({
  token_type: z.literal('Bearer'),
  expires_in: z.string().regex(/^\d+$/),
  ext_expires_in: z.string().regex(/^\d+$/),
  expires_on: z.string().regex(/^\d+$/),
  not_before: z.string().regex(/^\d+$/),
  resource: z.url(),
  access_token: z.string(),
})
export const TokenError = z.strictObject({ error: z.string(), error_description: z.string().startsWith('AADSTS') })

export const OlderProducts = z.strictObject({
  value: z.array(
    z.strictObject({
      resourceType: z.string(),
      name: z.string(),
      externalIDs: z.array(z.strictObject({ type: z.literal('AzureOfferId'), value: z.string() })),
      isModularPublishing: z.boolean(),
      id: z.uuid(),
    }),
  ),
  nextLink: z.optional(z.string().startsWith('v1.0/ingestion/')),
})
const OlderSubmission = z.looseObject({
  state: z.enum(['InProgress', 'Published']),
  substate: z.enum([
    'InDraft',
    'Submitted',
    'Failed',
    'FailedInCertification',
    'ReadyToPublish',
    'Publishing',
    'Published',
    'InStore',
  ]),
  id: z.string(),
})
export const OlderSubmissions = z.strictObject({ value: z.array(OlderSubmission) })
export const Workflows = z.array(
  z.strictObject({
    type: z.literal('Push'),
    state: z.string(),
    targetEnvironment: z.enum(['Preview', 'Live']),
    workflowSteps: z.array(
      z.strictObject({
        name: z.string(),
        state: z.string(),
        startDateTimeInUtc: z.optional(z.iso.datetime()),
        completeDateTimeInUtc: z.optional(z.iso.datetime()),
      }),
    ),
  }),
)
