import fc from 'fast-check'
import type { ApiOperation } from '../../src/contract/api/operation.ts'
import { sampleDefinition } from '../../src/service/demo/content.ts'
import { offerTypes } from '../../src/service/offerTypes/catalogue.ts'
import { hostileTexts, type JsonSchema, spoiled, valuesOf } from './arbitrary.ts'

/** Offers in every state, whose ids requests can name. */
export const offers = [
  'never-published',
  'at-sign-off',
  'live-and-edited',
  'failed',
  'canceled',
  'in-review',
  'brand-new',
]

/** A webhook of contoso that requests can name, and delete. */
export const aWebhook = {
  id: 'build-server',
  plan: { name: 'Build server', address: 'https://build.example/hook', enabled: true },
  secret: '',
}

const encoded = (text: string) => encodeURIComponent(text.toWellFormed())
const ids: Record<string, fc.Arbitrary<string>> = {
  publisherId: fc.constantFrom('contoso', 'contoso', 'contoso', 'fabrikam', 'nobody'),
  offerId: fc.constantFrom(...offers, ...offers, 'unknown'),
  version: fc.constantFrom('1', '2', '0', '99', '1.5', '-1', '999999999', '9999999999'),
  slot: fc.constantFrom('Draft', 'preview', 'PRODUCTION', 'staging'),
  operationId: fc.uuid(),
  sessionId: fc.uuid(),
  tokenId: fc.uuid(),
  accountId: fc.constantFrom('camille', 'nobody'),
  invitationId: fc.uuid(),
  webhookId: fc.constantFrom(aWebhook.id, aWebhook.id, 'unknown'),
  deliveryId: fc.constantFrom('1', '2', '0', '-1', '1.5', '99999999999999999999'),
  offerTypeId: fc.constantFrom('microsoft-azure-virtualmachines', 'microsoft-consulting-services', 'unknown'),
  name: fc.constantFrom('contoso$at-sign-off$1$preview', 'contoso$live-and-edited$1$production', 'a$b$1$draft'),
}

/** Without the characters that would change the rest of the address. */
const hostileIds = hostileTexts.filter((text) => !['', '.', '..'].includes(text))

export const addresses = ({ path }: ApiOperation) =>
  fc
    .tuple(
      ...path.split('/').map((part) => {
        const name = /^\{(\w+)\}$/.exec(part)?.[1]
        return name
          ? fc.oneof({ weight: 6, arbitrary: ids[name]! }, { weight: 1, arbitrary: hostileIds }).map(encoded)
          : fc.constant(part)
      }),
    )
    .map((parts) => parts.join('/'))

export const queries = ({ part, query }: ApiOperation) => {
  const names = Object.keys(query?.shape ?? {}).filter((name) => name !== 'api-version')
  const value = fc.oneof(
    hostileTexts,
    fc.constantFrom('contoso', 'live', 'running', 'Running', '-changed', 'name', '1', '2', 'microsoft-azure-saas'),
  )
  const version =
    part === 'documented'
      ? fc.constantFrom('2017-10-31', '2017-10-31', '2017-10-31', '2016-08-01-preview', undefined)
      : fc.constant(undefined)
  return fc
    .record({
      'api-version': version,
      ...Object.fromEntries(names.map((name) => [name, fc.option(value, { nil: undefined, freq: 2 })])),
    })
    .map((given) => {
      const sent = Object.entries(given).flatMap(([name, text]) =>
        text === undefined ? [] : [`${name}=${encoded(text)}`],
      )
      return sent.length ? `?${sent.join('&')}` : ''
    })
}

const visible = fc.string({ unit: 'grapheme-ascii', maxLength: 300 })
/** Mostly headers that let a request through. */
export const headers = ({ path }: ApiOperation) => {
  const knows = path.startsWith('/api/portal/marketplace/') ? 'operator' : 'avery'
  const who = fc.constantFrom(...Array<string>(6).fill(knows), 'camille', 'minjun', 'operator')
  return fc
    .record(
      {
        authorization: fc.oneof(
          { weight: 12, arbitrary: who.map((name) => `Bearer token-of-${name}`) },
          { weight: 1, arbitrary: fc.oneof(fc.constantFrom('Bearer', 'Bearer x y', 'Basic YTpi'), visible) },
        ),
        'if-match': fc.oneof(fc.constantFrom('*', '*', '*', 'W/"draft-1"', '""', '"a", "b"'), visible),
        'if-none-match': fc.oneof(fc.constant('*'), visible),
        'idempotency-key': fc.oneof(fc.uuid(), fc.uuid(), fc.constantFrom('the-same', ''), visible),
        'content-type': fc.constantFrom(
          'application/json',
          'Application/JSON; charset=utf-8',
          'text/plain',
          'text/xml',
        ),
        'accept-encoding': fc.constantFrom('identity', '*', ';;q='),
        'sec-fetch-site': fc.constantFrom('same-origin', 'cross-site', 'none'),
        cookie: fc.constantFrom('session=x', 'session', '=;;', 'session=%00'),
      },
      { requiredKeys: ['if-match'] },
    )
    .chain((given) =>
      fc
        .boolean()
        .map((kept) => (kept || given.authorization ? given : { ...given, authorization: `Bearer token-of-${knows}` })),
    )
}

const anOfferType = fc.constantFrom(...offerTypes.map(({ id }) => id))
export const wholeOffers = fc.oneof(fc.constant('microsoft-azure-virtualmachines'), anOfferType).map((offerTypeId) => ({
  offerTypeId,
  definition: sampleDefinition(offerTypeId, 'Contoso Freight'),
}))

export const bodies = (
  schema: JsonSchema | undefined,
  find: (ref: string) => JsonSchema,
  { id }: ApiOperation,
): fc.Arbitrary<string | undefined> => {
  const fitting = schema ? valuesOf(schema, find) : fc.jsonValue()
  const values = id === 'putOffer' ? fc.oneof(wholeOffers, fitting) : fitting
  return fc.oneof(
    { weight: 4, arbitrary: values.map((value) => JSON.stringify(value)) },
    { weight: 2, arbitrary: spoiled(values).map((value) => JSON.stringify(value) ?? '') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        undefined,
        '',
        '{',
        '[]',
        'null',
        '"',
        '{"a":1}}',
        'metadata=x',
        '\ufeff{}',
        '{"__proto__":{}}',
      ),
    },
    { weight: 1, arbitrary: hostileTexts },
  )
}
