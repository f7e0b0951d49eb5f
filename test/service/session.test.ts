// @vitest-environment node
import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Service, startService } from '../support/service.ts'

let service: Service
beforeEach(async () => {
  service = await startService({ page: { routes: new Hono().get('*', (c) => c.html('The page')) } })
})
afterEach(() => service.close())

const session = '/api/portal/session'
const ask = (address: string, headers: Record<string, string> = {}) =>
  Promise.resolve(service.fetch(new Request(new URL(address, 'http://localhost'), { headers })))
const sessions = async () => (await service.deps.db.selectFrom('session').selectAll().execute()).length

describe('a session begins', () => {
  test.each<[string, string, Record<string, string>]>([
    ['the page asks who looks', session, { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' }],
    ['the page asks in an older browser', session, { 'x-requested-with': 'publisher-dashboard' }],
    ['an address is typed', '/offers', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }],
    [
      'a link on another site is followed',
      '/offers',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    ],
  ])('when %s', async (_, address, headers) => {
    const answer = await ask(address, { accept: 'text/html', ...headers })
    expect([answer.status, answer.headers.getSetCookie().length, await sessions()]).toEqual([200, 1, 1])
  })

  test.each<[string, string, number, Record<string, string>]>([
    ['fetches', session, 401, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
    ['opens', session, 401, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
    ['on another port fetches', session, 401, { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }],
    ['fetches in an older browser', session, 401, { origin: 'https://example.com' }],
    ['fetches without a referrer in an older browser', session, 401, {}],
    ['fetches in an older browser', '/offers', 200, {}],
    ['fetches', '/offers', 200, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
    [
      'frames',
      '/offers',
      200,
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    ],
  ])('never when another site %s %s', async (_, address, status, headers) => {
    const answer = await ask(address, { accept: 'text/html', ...headers })
    expect([answer.status, answer.headers.getSetCookie(), await sessions()]).toEqual([status, [], 0])
  })
})

test('two dashboards on two ports of one host keep separate sessions', async () => {
  const cookieAt = async (origin: string, cookie = '') => {
    const answer = await ask(`${origin}${session}`, { 'sec-fetch-site': 'same-origin', cookie })
    return answer.headers.getSetCookie().map((given) => given.split(';')[0]!)
  }
  const [first] = await cookieAt('http://localhost:4280')
  const [second] = await cookieAt('http://localhost:4281', first)
  expect([first, second]).toEqual([
    expect.stringMatching(/^session-4280=[\w-]{43}$/),
    expect.stringMatching(/^session-4281=[\w-]{43}$/),
  ])
  // The browser sends both cookies to both ports, and neither starts a new session.
  for (const origin of ['http://localhost:4280', 'http://localhost:4281'])
    expect(await cookieAt(origin, `${first}; ${second}`)).toEqual([])
})
