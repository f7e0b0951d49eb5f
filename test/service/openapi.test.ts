// @vitest-environment node
import { Validator } from '@seriousme/openapi-schema-validator'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiOperations } from '../../src/contract/api/all.ts'
import { createApp } from '../../src/service/http/app.ts'
import { change } from '../../src/service/store/changes.ts'
import { insertWebhook } from '../../src/service/store/webhooks.ts'
import { type JsonSchema, spoiled } from '../support/arbitrary.ts'
import { conversation, documentAnswer } from '../support/conversation.ts'
import { addresses, aWebhook, bodies, headers, offers, queries, wholeOffers } from '../support/requests.ts'
import { type Service, startService } from '../support/service.ts'

let service: Service

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
  const { db, now } = service.deps
  for (const id of [aWebhook.id, 'kept'])
    await change(db, 'contoso', (open) => insertWebhook(open, { ...aWebhook, id }, now()))
})
afterAll(() => service.close())

const description = async (): Promise<OpenApi> =>
  (await service.fetch(new Request('http://localhost/api/openapi.json'))).json()
type OpenApi = {
  paths: Record<string, Record<string, { requestBody?: { content: { 'application/json': { schema: JsonSchema } } } }>>
  components: { schemas: Record<string, JsonSchema> }
}

describe('the API description', () => {
  test('is valid OpenAPI 3.1, and can be read without a token', async () => {
    const validator = new Validator()
    expect(await validator.validate(JSON.parse(JSON.stringify(await description())))).toEqual({ valid: true })
    expect(validator.version).toBe('3.1')
  })

  test('contains exactly the existing routes', async () => {
    const { paths } = await description()
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const routes = createApp(service.deps)
      .routes.filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)(?:\{[^/]*\})?/g, '{$1}')}`)
    expect(described.sort()).toEqual([...new Set(routes)].sort())
  })

  test('gives each operation a unique name, and every reference resolves', async () => {
    const ids = apiOperations.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const document = await description()
    const named = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name)
    expect(named.filter((name) => !Object.hasOwn(document.components.schemas, name!))).toEqual([])
  })
})

describe.each(apiOperations)('$method $path', (operation) => {
  const { method } = operation

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
})

const polled = apiOperations.filter(({ method, answers }) => method === 'get' && answers[304])

test.each(polled)('$path gives the same answer twice, and 304 to a caller that has it', async (operation) => {
  const { method } = operation
  const inState = {
    publisherId: 'contoso',
    offerId: 'at-sign-off',
    version: '1',
    slot: 'Draft',
    offerTypeId: 'microsoft-azure-virtualmachines',
    name: 'contoso$at-sign-off$1$preview',
    webhookId: 'kept',
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
  expect([again.response.status, again.text]).toEqual([304, ''])
  documentAnswer(operation, again)
})

test('an offer with any content is saved, returned, checked and published as documented', async () => {
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
