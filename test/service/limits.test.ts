// @vitest-environment node
import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listen } from '../../src/service/http/listen.ts'
import { rateLimit } from '../../src/service/http/rateLimit.ts'
import { type Issuer, startIssuer } from '../support/issuer.ts'
import { type Service, startService } from '../support/service.ts'

const session = '/api/portal/session'
const views = '/api/portal/views'
const view = JSON.stringify({ list: 'offers', name: 'Mine', search: '', isDefault: false })

let service: Service
afterEach(() => service.close())

const send = (path: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
  Promise.resolve(service.fetch(new Request(new URL(path, 'http://localhost'), { ...init, headers })))

describe('how much a caller may do in a minute', () => {
  beforeEach(async () => {
    service = await startService({
      at: '2026-03-02T09:00:00.000Z',
      deps: ({ now }) => ({ limits: { writes: rateLimit(6, now), entries: rateLimit(3, now) }, proxies: 1 }),
    })
  })
  const save = (as: 'avery' | 'camille' = 'avery') =>
    service.request(views, { as, method: 'PUT', body: view, headers: { 'content-type': 'application/json' } })

  test('each account writes so often; then the answer says when there is room again', async () => {
    for (let times = 0; times < 6; times++) expect((await save()).status).toBe(204)
    const refused = await save()
    expect([refused.status, refused.headers.get('retry-after'), (await refused.json()).error.code]).toEqual([
      429,
      '10',
      'TooManyRequests',
    ])
    expect([(await save('camille')).status, (await service.request(views)).status]).toEqual([204, 200])
    service.clock.advance(9_000)
    expect((await save()).status).toBe(429)
    service.clock.advance(1_000)
    expect([(await save()).status, (await save()).status]).toEqual([204, 429])
  })

  test('each address tries so many tokens, and a good one of another address is not held up', async () => {
    const trying = (token: string, address: string) =>
      send(session, { authorization: `Bearer ${token}`, 'x-forwarded-for': address })
    for (let times = 0; times < 3; times++) expect((await trying('guess', '203.0.113.7')).status).toBe(401)
    const refused = await trying('guess', '203.0.113.7')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '20'])
    expect((await trying('token-of-avery', '203.0.113.7')).status).toBe(429)
    expect((await trying('token-of-avery', '203.0.113.8')).status).toBe(200)
    // What the caller writes ahead of the proxy's own part changes nothing.
    expect((await trying('guess', '198.51.100.1, 203.0.113.7')).status).toBe(429)
    service.clock.advance(20_000)
    expect((await trying('token-of-avery', '203.0.113.7')).status).toBe(200)
  })
})

describe('signing in', () => {
  let issuer: Issuer
  beforeAll(async () => {
    issuer = await startIssuer()
  })
  afterAll(() => issuer.close())

  test('begins so often at an address', async () => {
    service = await startService({
      at: '2026-03-02T09:00:00.000Z',
      deps: ({ now, limits }) => ({ ...issuer.deps(), limits: { ...limits, entries: rateLimit(2, now) } }),
    })
    expect([(await send('/sign-in')).status, (await send('/sign-in/callback')).status]).toEqual([302, 302])
    const refused = await send('/sign-in')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30'])
  })
})

describe('X-Forwarded headers', () => {
  const asked = async (proxies: number, headers: Record<string, string>, host = 'dashboard.example') => {
    service = await startService({ deps: () => ({ hosts: ['dashboard.example'], proxies }) })
    const answer = await send(`http://${host}${session}`, { 'sec-fetch-site': 'same-origin', ...headers })
    await service.close()
    return answer.status
  }

  test('count only behind the proxies that the settings name', async () => {
    expect(await asked(0, { 'x-forwarded-host': 'evil.example' })).toBe(200)
    expect(await asked(0, { 'x-forwarded-host': 'dashboard.example' }, 'internal')).toBe(403)
    expect(await asked(1, { 'x-forwarded-host': 'dashboard.example:443' }, 'internal')).toBe(200)
    expect(await asked(1, { 'x-forwarded-host': 'evil.example' })).toBe(403)
    expect(await asked(1, { 'x-forwarded-host': 'dashboard.example, evil.example' })).toBe(403)
    service = await startService()
  })
})

describe('what is too large', () => {
  beforeEach(async () => {
    service = await startService()
  })

  test('an address of more than 8,000 characters is refused with 414', async () => {
    const answer = await service.request(`/api/portal/offers?q=${'x'.repeat(8_000)}`)
    expect([answer.status, (await answer.json()).error.code]).toEqual([414, 'AddressTooLong'])
  })

  test('headers of more than 16 KB are refused with 431', async () => {
    const server = await listen(service.fetch, { HOST: '127.0.0.1', PORT: 0 })
    const socket = connect(Number(new URL(server.address).port), '127.0.0.1')
    await once(socket, 'connect')
    socket.end(`GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Much: ${'x'.repeat(17_000)}\r\n\r\n`)
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 431 /)
    await server.close()
  })

  test.each([
    ['a search', `/api/portal/offers?q=${'x'.repeat(201)}`],
    ['a page number', '/api/portal/offers?page=100001'],
    ['a publisher', `/api/portal/history?publisher=${'x'.repeat(51)}`],
  ])('%s of a list is refused with 400', async (_, path) => {
    expect((await service.request(path)).status).toBe(400)
  })
})

describe('a writing request of a browser', () => {
  beforeEach(async () => {
    service = await startService()
  })
  const write = async (headers: Record<string, string>) => {
    const { headers: given } = await send(session, { 'sec-fetch-site': 'same-origin' })
    const cookie = given.get('set-cookie')!.split(';')[0]!
    return (await send(views, { cookie, ...headers }, { method: 'PUT', body: view })).status
  }
  const json = { 'content-type': 'application/json' }
  const ours = { 'sec-fetch-site': 'same-origin' }

  test('is accepted from this site, as JSON', async () => {
    expect(await write({ ...ours, ...json })).toBe(204)
    expect(await write({ 'x-requested-with': 'publisher-dashboard', ...json })).toBe(204)
  })

  test('needs no type where it has no body, as over a real connection', async () => {
    const server = await listen(service.fetch, { HOST: '127.0.0.1', PORT: 0 })
    const { headers } = await fetch(server.address + session, { headers: { 'x-requested-with': 'test' } })
    const cookie = headers.get('set-cookie')!.split(';')[0]!
    const { status } = await fetch(`${server.address}${views}?list=offers&name=Mine`, {
      method: 'DELETE',
      headers: { cookie, 'x-requested-with': 'test' },
    })
    expect(status).toBe(204)
    await server.close()
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp', ''])(
    'is refused as %s, which a form of another site could send',
    async (type) => {
      expect(await write({ ...ours, 'content-type': type })).toBe(415)
    },
  )

  test.each<Record<string, string>>([
    {},
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'none' },
  ])('is refused with %j', async (headers) => {
    expect(await write({ ...json, ...headers })).toBe(403)
  })
})
