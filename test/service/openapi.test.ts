// @vitest-environment node
import { Validator } from '@seriousme/openapi-schema-validator'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiOperation, apiOperations } from '../../src/contract/api.ts'
import { createApp } from '../../src/service/app.ts'
import { sampleDefinition } from '../../src/service/demo/content.ts'
import { offerTypes } from '../../src/service/offerTypes/catalogue.ts'
import { hostileTexts, type JsonSchema, spoiled, valuesOf } from '../support/arbitrary.ts'
import { conversation, documentAnswer } from '../support/conversation.ts'
import { type Service, startService } from '../support/service.ts'

let service: Service
/** Offers in every state, whose ids requests may name. */
const offers = ['never-published', 'at-sign-off', 'live-and-edited', 'failed', 'canceled', 'in-review', 'brand-new']

beforeAll(async () => {
  service = await startService({ at: '2026-03-02T09:00:00.000Z' })
  const [, atSignOff, live, failed, canceled] = await Promise.all(
    offers.slice(0, 5).map((offerId) => service.anOffer({ offerId })),
  )
  await service.anOffer({ offerId: 'in-review', type: 'microsoft-azure-applications' })
  for (const offer of [atSignOff!, live!, canceled!, { publisherId: 'contoso', offerId: 'in-review' }]) {
    await service.publish(offer)
    await service.settle()
  }
  await service.goLive(live!)
  await service.cancel(canceled!)
  await service.goLive({ publisherId: 'contoso', offerId: 'in-review' })
  await service.settle()
  await service.publish(failed!)
})
afterAll(() => service.close())

const description = async (): Promise<OpenApi> =>
  (await service.fetch(new Request('http://localhost/api/openapi.json'))).json()
type OpenApi = {
  paths: Record<string, Record<string, { requestBody?: { content: { 'application/json': { schema: JsonSchema } } } }>>
  components: { schemas: Record<string, JsonSchema> }
}

describe('the description of the API', () => {
  test('is valid OpenAPI 3.1, and read without a token', async () => {
    const validator = new Validator()
    expect(await validator.validate(JSON.parse(JSON.stringify(await description())))).toEqual({ valid: true })
    expect(validator.version).toBe('3.1')
  })

  test('tells of every route there is, and of no other', async () => {
    const { paths } = await description()
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const routes = createApp(service.deps)
      .routes.filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)(?:\{[^/]*\})?/g, '{$1}')}`)
    expect(described.sort()).toEqual([...new Set(routes)].sort())
  })

  test('gives each operation a name of its own, and names no shape that it lacks', async () => {
    const ids = apiOperations.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const document = await description()
    const named = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name)
    expect(named.filter((name) => !Object.hasOwn(document.components.schemas, name!))).toEqual([])
  })
})

const encoded = (text: string) => encodeURIComponent(text.toWellFormed())
const ids: Record<string, fc.Arbitrary<string>> = {
  publisherId: fc.constantFrom('contoso', 'contoso', 'contoso', 'fabrikam', 'nobody'),
  offerId: fc.constantFrom(...offers, ...offers, 'unknown'),
  version: fc.constantFrom('1', '2', '0', '99', '1.5', '-1', '999999999', '9999999999'),
  slot: fc.constantFrom('Draft', 'preview', 'PRODUCTION', 'staging'),
  operationId: fc.uuid(),
  name: fc.constantFrom('contoso$at-sign-off$1$preview', 'contoso$live-and-edited$1$production', 'a$b$1$draft'),
}

const addresses = ({ path }: ApiOperation) =>
  fc
    .tuple(
      ...path.split('/').map((part) => {
        const name = /^\{(\w+)\}$/.exec(part)?.[1]
        return name
          ? fc.oneof({ weight: 6, arbitrary: ids[name]! }, { weight: 1, arbitrary: hostileTexts }).map(encoded)
          : fc.constant(part)
      }),
    )
    .map((parts) => parts.join('/'))

const queries = ({ part, query }: ApiOperation) => {
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
/** Mostly what lets a request through. */
const headers = ({ path }: ApiOperation) => {
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
const wholeOffers = fc.oneof(fc.constant('microsoft-azure-virtualmachines'), anOfferType).map((offerTypeId) => ({
  offerTypeId,
  definition: sampleDefinition(offerTypeId, 'Contoso Freight'),
}))

const bodies = (
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

describe.each(apiOperations)('$method $path', (operation) => {
  const { method, answers } = operation

  test('answers any request as documented', async () => {
    const document = await description()
    const find = (ref: string) => document.components.schemas[ref.split('/').at(-1)!]!
    const schema = document.paths[operation.path]![method]!.requestBody?.content['application/json'].schema
    const requests = fc.record({
      address: addresses(operation),
      query: queries(operation),
      headers: headers(operation),
      body: method === 'get' ? fc.constant(undefined) : bodies(schema, find, operation),
    })
    await fc.assert(
      fc.asyncProperty(requests, async ({ address, query, headers, body }) => {
        const answer = await conversation(service.fetch, { method, path: address + query, headers, body })
        documentAnswer(operation, answer)
      }),
      { numRuns: 100 },
    )
  })

  test.runIf(method === 'get' && answers[304])('answers the same twice, and 304 to who has the answer', async () => {
    const inState = {
      publisherId: 'contoso',
      offerId: 'at-sign-off',
      version: '1',
      slot: 'Draft',
      name: 'contoso$at-sign-off$1$preview',
    }
    const { operationId } = await (
      await service.request('/api/publishers/contoso/offers/at-sign-off/status?api-version=2017-10-31')
    ).json()
    const known: Record<string, string> = { ...inState, operationId }
    const path = `${operation.path.replaceAll(/\{(\w+)\}/g, (_, name) => known[name]!)}?api-version=2017-10-31`
    const authorization = `Bearer token-of-${/\/marketplace\//.test(path) ? 'operator' : 'avery'}`
    const ask = (more = {}) => conversation(service.fetch, { method, path, headers: { authorization, ...more } })
    const [first, second] = [await ask(), await ask()]
    expect([first.response.status, second.text]).toEqual([200, first.text])
    const etag = first.response.headers.get('etag')!
    expect(etag).toMatch(/^W\/"[^"]+"$/)
    const again = await ask({ 'if-none-match': etag })
    // The draft's tag is for If-Match: it stays the same while the offer's status changes.
    if (!etag.startsWith('W/"draft-')) expect([again.response.status, again.text]).toEqual([304, ''])
    documentAnswer(operation, again)
  })
})

test('whatever an offer holds, it is kept, shown, checked and published as documented', async () => {
  const headers = { authorization: 'Bearer token-of-avery', 'content-type': 'application/json', 'if-match': '*' }
  const ask = async (id: string, offerId: string, body?: unknown) => {
    const operation = apiOperations.find((one) => one.id === id)!
    const address = operation.path.replace('{publisherId}', 'contoso').replace('{offerId}', offerId)
    const answer = await conversation(service.fetch, {
      method: operation.method,
      path: `${address}?api-version=2017-10-31`,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    documentAnswer(operation, answer)
    return answer.response
  }
  let count = 0
  await fc.assert(
    fc.asyncProperty(spoiled(wholeOffers), async (content) => {
      const offerId = `strange-${++count}`
      const put = await ask('putOffer', offerId, content)
      if (!put.ok) return
      await ask('getOffer', offerId)
      await ask('getOfferStatus', offerId)
      await ask('publishOffer', offerId, { metadata: { 'notification-emails': 'avery@contoso.com' } })
      await service.settle()
      await ask('getOfferStatus', offerId)
      await ask('goLive', offerId)
      await service.settle()
      await ask('listSubmissions', offerId)
      await ask('getOfferStatus', offerId)
    }),
    { numRuns: 150 },
  )
})
