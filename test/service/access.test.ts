// @vitest-environment node
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiOperations } from '../../src/contract/api/all.ts'
import { sampleDefinition } from '../../src/service/demo/content.ts'
import { type Service, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

const type = 'microsoft-azure-virtualmachines'
const whole = (name: string) => ({ offerTypeId: type, definition: sampleDefinition(type, name) })
const publishBody = JSON.stringify({ metadata: { 'notification-emails': 'avery@contoso.com' } })
const version = '?api-version=2017-10-31'
const ours = '/api/publishers/contoso/offers/server'

let service: Service
let tool: ReturnType<typeof toolOf>
let operation: string
beforeAll(async () => {
  service = await startService({ at: '2026-03-02T09:00:00.000Z' })
  tool = toolOf(service)
  await service.anOffer({ name: 'Server' })
  await service.anOffer({ publisherId: 'fabrikam', name: 'Theirs' })
  await service.publish({ publisherId: 'fabrikam', offerId: 'theirs' })
  await service.settle()
  operation = (await toolOf(service, 'fabrikam').statusOf('theirs')).operationId
})
afterAll(() => service.close())

const send = (method: string, path: string, headers: Record<string, string> = {}, body?: string) =>
  Promise.resolve(service.fetch(new Request(`http://localhost${path}`, { method, headers, ...(body && { body }) })))
const problemOf = async (answer: Response) => [answer.status, (await answer.json()).error.code]
const authorized = (who: string) => ({ authorization: `Bearer token-of-${who}` })
const everything = () =>
  Promise.all([tool.get(''), tool.get('/server'), tool.get('/server/status'), tool.get('/server/submissions/')])

const sameSite = { 'sec-fetch-site': 'same-origin' }

describe('read access', () => {
  const asked = apiOperations.filter(({ part, id }) => part !== 'open' && !/Session$|^switchAccount$/.test(id))
  test.each(asked)('requires a token: $method $path', async ({ method, path, body }) => {
    const address = path.replaceAll(/\{\w+\}/g, 'server') + version
    const sent = body || method !== 'get' ? '{}' : undefined
    const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
    expect(await problemOf(await send(method.toUpperCase(), address, headers, sent))).toEqual([401, 'Unauthorized'])
    for (const authorization of [
      'Bearer',
      'Bearer nonsense',
      'Basic YXZlcnk6eA==',
      'Bearer token-of-avery extra',
      'token-of-avery',
    ])
      expect(await problemOf(await send(method.toUpperCase(), address, { ...headers, authorization }, sent))).toEqual([
        401,
        'Unauthorized',
      ])
    expect((await send(method.toUpperCase(), address, { ...headers, cookie: 'session=guessed' }, sent)).status).toBe(
      401,
    )
  })

  test('a browser on this machine is signed in, a tool is not', async () => {
    expect((await send('GET', '/api/portal/session', sameSite)).headers.get('set-cookie')).toMatch(
      /^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    const tool = await send('GET', '/api/portal/session', authorized('nobody'))
    expect([tool.status, tool.headers.get('set-cookie')]).toEqual([401, null])
  })

  const theirs = '/api/publishers/fabrikam/offers'
  test.each([
    ['GET', theirs],
    ['GET', `${theirs}/theirs`],
    ['GET', `${theirs}/theirs/versions/1`],
    ['GET', `${theirs}/theirs/slot/Preview`],
    ['GET', `${theirs}/theirs/status`],
    ['GET', `${theirs}/theirs/submissions/`],
    ['GET', '/api/portal/publishers/fabrikam/offers/theirs/attempts'],
    ['GET', '/api/portal/publishers/fabrikam/offers/theirs/publishCheck'],
    ['GET', '/api/portal/publishers/fabrikam/offers/theirs/changes'],
    ['GET', '/api/portal/publishers/fabrikam/offers/theirs/draft'],
    ['POST', '/api/portal/publishers/fabrikam/offers'],
    ['POST', '/api/portal/publishers/fabrikam/offers/theirs/testLead'],
    ['DELETE', '/api/portal/publishers/fabrikam/offers/theirs'],
    ['GET', `${theirs}/theirs/operations/{operation}`],
    ['GET', '/api/publishers/contoso/offers/server/operations/{operation}'],
    ['GET', '/api/operations/fabrikam$theirs$1$preview'],
    ['PUT', `${theirs}/theirs`],
    ['PUT', '/api/portal/publishers/fabrikam/offers/theirs/goLiveSchedule'],
    ['DELETE', '/api/portal/publishers/fabrikam/offers/theirs/goLiveSchedule'],
    ['POST', '/api/portal/publishers/fabrikam/offers/theirs/seen'],
    ['POST', '/api/portal/publishers/fabrikam/offers/theirs/watch'],
    ['POST', `${theirs}/theirs/publish`],
    ['POST', `${theirs}/theirs/golive`],
    ['POST', `${theirs}/theirs/cancel`],
  ])('another publisher’s offers read as missing: %s %s', async (method, path) => {
    const body = method === 'PUT' ? JSON.stringify(whole('Mine')) : method === 'POST' ? publishBody : undefined
    const answer = await send(method, path.replace('{operation}', operation) + version, authorized('camille'), body)
    expect(await problemOf(answer)).toEqual([404, 'NotFound'])
  })

  test('a missing offer and an inaccessible offer get the same answer', async () => {
    const words = async (publisher: string) =>
      (await toolOf(service, publisher).get('/x', { as: 'camille' })).json.error.message.replace(publisher, '…')
    expect(await words('fabrikam')).toBe(await words('nobody'))
  })

  test('lists contain only offers of the caller’s publishers', async () => {
    const names = async (who: string, query = '') => {
      const { items, counts, total } = await (await send('GET', `/api/portal/offers${query}`, authorized(who))).json()
      return [items.map(({ offerId }: { offerId: string }) => offerId).sort(), total, counts]
    }
    expect(await names('avery')).toEqual([['server', 'theirs'], 2, { none: 1, awaitingSignoff: 1 }])
    expect(await names('camille')).toEqual([['server'], 1, { none: 1 }])
    expect(await names('camille', '?publisher=fabrikam')).toEqual([[], 0, {}])
    expect(await names('operator')).toEqual([[], 0, {}])
    const session = await (await send('GET', '/api/portal/session', authorized('camille'))).json()
    expect([session.waiting, session.publishers.map(({ id }: { id: string }) => id)]).toEqual([0, ['contoso']])
    expect(JSON.stringify((await tool.get('/api/publishers', { as: 'camille' })).json)).not.toContain('fabrikam')
  })
})

describe('write access', () => {
  test('a reader can view and change nothing', async () => {
    const before = await everything()
    expect((await tool.get('/server/status', { as: 'minjun' })).json.actions).toMatchObject({
      publish: { allowed: false, reason: 'role' },
      goLive: { allowed: false, reason: 'role' },
      cancel: { allowed: false, reason: 'role' },
    })
    const reader = { as: 'minjun', headers: { 'if-match': '*' } } as const
    const refused = [
      await tool.put('/server', whole('Changed'), reader),
      await tool.put('/made-by-reader', whole('Made'), reader),
      await tool.post('/server/publish', publishBody, reader),
      await tool.post('/server/golive', undefined, reader),
      await tool.post('/server/cancel', undefined, reader),
      await tool.post('/unknown/cancel', undefined, reader),
      await tool.post('/api/portal/publishers/contoso/offers', { id: 'mine', name: 'Mine', copyOf: 'server' }, reader),
      await tool.post('/api/portal/publishers/contoso/offers/server/testLead', undefined, reader),
      await tool.delete('/api/portal/publishers/contoso/offers/server', reader),
    ]
    expect(refused.map(({ status, json }) => `${status} ${json.error.code}`)).toEqual(
      refused.map(() => '403 Forbidden'),
    )
    expect((await everything()).map(({ text }) => text)).toEqual(before.map(({ text }) => text))
  })

  test('a contributor can edit, publish, sign off and cancel', async () => {
    const contributor = { as: 'camille', headers: { 'if-match': '*' } } as const
    expect((await tool.put('/hers', whole('Hers'), { as: 'camille' })).status).toBe(201)
    expect((await tool.put('/hers', whole('Hers, bettered'), contributor)).status).toBe(200)
    expect((await tool.publish('hers', { as: 'camille' })).status).toBe(202)
    await service.settle()
    expect((await tool.post('/hers/cancel', undefined, contributor)).status).toBe(200)
    await tool.publish('hers', { as: 'camille' })
    await service.settle()
    expect((await tool.post('/hers/golive', undefined, contributor)).status).toBe(202)
  })

  test('a publisher cannot act as operator, nor an operator as publisher', async () => {
    const operator = '/api/portal/marketplace/publishers/contoso/offers/server/hold'
    for (const who of ['avery', 'camille', 'minjun'])
      expect(await problemOf(await send('POST', operator, authorized(who), '{}'))).toEqual([403, 'Forbidden'])
    expect(
      await problemOf(await send('POST', `${ours}/publish${version}`, authorized('operator'), publishBody)),
    ).toEqual([404, 'NotFound'])
  })
})

describe('requests from other sites', () => {
  const browserCookie = async () =>
    (await send('GET', '/api/portal/session', sameSite)).headers.get('set-cookie')!.split(';')[0]!

  test('another site cannot act with a browser’s session', async () => {
    const cookie = await browserCookie()
    const before = await everything()
    const forged: Record<string, string>[] = [
      {},
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site', 'x-requested-with': 'x' },
    ]
    for (const headers of forged)
      for (const address of [`${ours}/publish${version}`, `${ours}/cancel${version}`, '/api/portal/session'])
        for (const contentType of ['text/plain', 'application/json'])
          expect(
            await problemOf(
              await send('POST', address, { cookie, 'content-type': contentType, ...headers }, publishBody),
            ),
          ).toEqual([403, 'Forbidden'])
    expect((await everything()).map(({ text }) => text)).toEqual(before.map(({ text }) => text))
  })

  test('the page can act with its session', async () => {
    const cookie = await browserCookie()
    const ways: Record<string, string>[] = [
      { 'sec-fetch-site': 'same-origin' },
      { 'x-requested-with': 'publisher-dashboard' },
    ]
    for (const headers of ways)
      expect(
        (
          await send(
            'POST',
            `${ours}/publish${version}`,
            { cookie, 'content-type': 'application/json', ...headers },
            publishBody,
          )
        ).status,
      ).toBe(202)
  })

  test.each(['dashboard.example', 'localhost.example', '169.254.169.254', 'contoso'])(
    'the API is not served under the host name %s',
    async (host) => {
      for (const path of [`${ours}${version}`, '/api/openapi.json', '/api/portal/session']) {
        const answer = await service.fetch(new Request(`http://${host}${path}`, { headers: authorized('avery') }))
        expect([answer.headers.get('set-cookie'), ...(await problemOf(answer))]).toEqual([null, 403, 'Forbidden'])
      }
    },
  )
})

describe('the API version', () => {
  const sentence = 'Invalid api version. Allowed values are [2017-10-31]'
  test.each([
    '',
    '?api-version=',
    '?api-version=2016-08-01-preview',
    '?api-version=2017-10-31x',
    '?Api-Version=2017-10-31',
  ])('is required: %j is refused', async (query) => {
    for (const path of ['/api/publishers', ours, `${ours}/status`]) {
      const answer = await send('GET', path + query, authorized('avery'))
      expect([answer.status, await answer.json()]).toEqual([
        400,
        { error: { code: 'InvalidAPIVersion', message: sentence, requestId: answer.headers.get('x-request-id') } },
      ])
    }
  })
})

test('unknown addresses and methods get the same error envelope', async () => {
  for (const [method, path] of [
    ['DELETE', `${ours}${version}`],
    ['PATCH', `${ours}${version}`],
    ['GET', `${ours}/publish${version}`],
    ['GET', `/api/nothing${version}`],
    ['GET', '/api/portal/nothing'],
    ['DELETE', '/api/portal/session'],
    ['GET', `${ours}/versions/latest${version}`],
    ['GET', `${ours}/operations/unknown${version}`],
    ['GET', `/api/operations/contoso$server$99$preview${version}`],
    ['GET', `/api/operations/nonsense${version}`],
    ['GET', `/api/publishers/contoso/offers/unknown/status${version}`],
  ] as const)
    expect([path, ...(await problemOf(await send(method, path, authorized('avery'))))]).toEqual([path, 404, 'NotFound'])
})

test('anyone can ask whether the service is running and its database answers', async () => {
  expect(await (await send('GET', '/healthz')).text()).toBe('alive')
  expect(await (await send('GET', '/readyz')).text()).toBe('ready')
  const log: string[] = []
  const broken = await startService({
    deps: () => ({ stamp: () => Promise.reject(new Error('gone')), log: ({ message }) => void log.push(message) }),
  })
  expect((await broken.fetch(new Request('http://localhost/healthz'))).status).toBe(200)
  expect(await problemOf(await broken.fetch(new Request('http://localhost/readyz')))).toEqual([503, 'Unavailable'])
  expect(log).toEqual(['gone'])
  await broken.close()
})
