import { z } from 'zod'
import { apiOperations } from '../../contract/api/all.ts'
import type { Answer, ApiOperation } from '../../contract/api/operation.ts'
import { schemas } from '../../contract/api/schemas.ts'

type Json = Record<string, unknown>
type Schema = z.core.$ZodType

/** A reference to a named schema; a schema without a name is written inline. */
const reference = (name: string) => `#/components/schemas/${name}`

const names = z.registry<{ id: string }>()
for (const [name, schema] of Object.entries(schemas)) names.add(schema, { id: name })

const options = { io: 'input', unrepresentable: 'any' } as const

const components = Object.fromEntries(
  Object.entries(z.toJSONSchema(names, { ...options, uri: reference }).schemas).map(([name, schema]) => [
    name,
    withoutIdentity(schema),
  ]),
)

/** `$id` and `$schema` belong to the document, not to its parts. */
function withoutIdentity({ $schema: _, $id: __, ...schema }: Json): Json {
  return schema
}

function shape(schema: Schema): Json {
  const name = names.get(schema)?.id
  if (name) return { $ref: reference(name) }
  if (schema instanceof z.core.$ZodArray) return { type: 'array', items: shape(schema._zod.def.element) }
  return withoutIdentity(z.toJSONSchema(schema, { ...options, io: 'output' }))
}

const pathParameters: Record<string, string> = {
  publisherId: 'The id of a publisher, as contoso.',
  offerId: 'The id of an offer: up to 50 lower-case letters, digits, hyphens and underscores.',
  version: 'A version of the offer: 1, 2 and so on.',
  slot: 'Draft, Preview or Production, in any case.',
  operationId: 'As the Operation-Location header named it.',
  sessionId: 'The id of a session of the account.',
  accountId: 'The id of an account with a role at the publisher.',
  invitationId: 'The id of an invitation of the publisher.',
  tokenId: 'The id of a personal access token of the account.',
  webhookId: 'The id of a webhook of the publisher.',
  deliveryId: 'The id of a delivery to the webhook.',
  offerTypeId: 'The id of an offer type, as microsoft-azure-virtualmachines.',
  name: 'publisher$offer$publishing version$slot, as contoso$contoso-vm$2$preview.',
}

function parameters({ path, query, headers = {}, method, answers }: ApiOperation): Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    description: pathParameters[name],
    schema: { type: 'string' },
  }))
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !(schema instanceof z.core.$ZodOptional),
    schema: shape(schema instanceof z.core.$ZodOptional ? schema._zod.def.innerType : schema),
  }))
  const sent =
    method === 'get' && answers[304]
      ? { ...headers, 'If-None-Match': 'The ETag of the answer that the caller has.' }
      : headers
  const inHeaders = Object.entries(sent).map(([name, description]) => ({
    name,
    in: 'header',
    description,
    schema: { type: 'string' },
  }))
  return [...inPath, ...inQuery, ...inHeaders]
}

function response({ description, body, headers }: Answer): Json {
  const content =
    typeof body === 'string'
      ? { [body]: { schema: { type: 'string' } } }
      : body && { 'application/json': { schema: shape(body) } }
  return {
    description,
    ...(headers && {
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, meaning]) => [name, { description: meaning, schema: { type: 'string' } }]),
      ),
    }),
    ...(content && { content }),
  }
}

const fault: Answer = {
  description: 'A fault of the service: the message says whether anything was changed.',
  body: schemas.Problem,
}

const described = (operation: ApiOperation): Json => ({
  operationId: operation.id,
  summary: operation.summary,
  tags: [operation.part],
  security: operation.part === 'open' ? [] : [{ token: [] }, { session: [] }],
  parameters: parameters(operation),
  ...(operation.body && {
    requestBody: {
      required: operation.body.required,
      content: { 'application/json': { schema: shape(operation.body.schema) } },
    },
  }),
  responses: {
    ...Object.fromEntries(Object.entries(operation.answers).map(([status, answer]) => [status, response(answer)])),
    default: response(fault),
  },
})

const webhookHeaders = {
  'webhook-id': 'The id of the event, the same in every attempt.',
  'webhook-timestamp': 'When the attempt was made, in seconds since 1970.',
  'webhook-signature':
    'One signature or, for a day after the secret was replaced, two, separated by a space: v1, and the Base64 of the HMAC-SHA256 of id.timestamp.body.',
}

/** What this service sends to the webhooks of publishers. */
const webhookCall: Json = {
  operationId: 'receiveEvent',
  summary: 'An event of a publisher, sent to its webhooks as Standard Webhooks and CloudEvents describe',
  parameters: Object.entries(webhookHeaders).map(([name, description]) => ({
    name,
    in: 'header',
    required: true,
    description,
    schema: { type: 'string' },
  })),
  requestBody: {
    required: true,
    content: { 'application/cloudevents+json': { schema: shape(schemas.WebhookEvent) } },
  },
  responses: {
    '2XX': { description: 'The receiver has the event. After any other answer it is sent again, for three days.' },
  },
}

/** The whole API as an OpenAPI 3.1 document, generated from the contract that the routes parse with. */
export const openApi = {
  openapi: '3.1.1',
  info: {
    title: 'Publisher dashboard',
    version: '2017-10-31',
    description:
      'The Cloud Partner Portal REST API, version 2017-10-31, over a simulated marketplace; and what its dashboard needs beyond it. A slash may end any address.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/' }],
  tags: [
    { name: 'documented', description: 'The Cloud Partner Portal REST API.' },
    { name: 'portal', description: 'What the dashboard and the operator of the marketplace need beyond it.' },
    { name: 'open', description: 'Asked without signing in.' },
  ],
  paths: Object.fromEntries(
    [...Map.groupBy(apiOperations, ({ path }) => path)].map(([path, operations]) => [
      path,
      Object.fromEntries(operations.map((operation) => [operation.method, described(operation)])),
    ]),
  ),
  webhooks: { event: { post: webhookCall } },
  components: {
    schemas: components,
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer', description: 'What tools present.' },
      session: {
        type: 'apiKey',
        in: 'cookie',
        name: 'session',
        description: 'What the dashboard presents. Where the address has a port, its name is session-<port>.',
      },
    },
  },
}
