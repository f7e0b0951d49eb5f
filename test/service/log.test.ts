// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { sampleDefinition } from '../../src/service/demo/content.ts'
import type { Deps } from '../../src/service/http/deps.ts'
import { logger } from '../../src/service/log.ts'
import { readSettings, secretsOf } from '../../src/service/settings.ts'
import { audience, clientSecret, startIssuer } from '../support/issuer.ts'
import { startService } from '../support/service.ts'
import { visitorOf } from '../support/visitor.ts'

/** All that is written to the outputs of the process. */
let written: string
beforeEach(() => {
  written = ''
  for (const output of [process.stdout, process.stderr])
    vi.spyOn(output, 'write').mockImplementation((text) => {
      written += text
      return true
    })
})
const lines = () =>
  written
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

const json = { LOG_LEVEL: 'debug', LOG_FORMAT: 'json' } as const
const logged = (settings = json, secrets: string[] = []) => {
  const { error, answered } = logger(settings, secrets)
  return { log: error, watch: { answered } }
}

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})
async function service(deps: Partial<Deps>) {
  const started = await startService({ deps: () => deps })
  closing.push(started.close)
  return started
}

const uuid = /^[0-9a-f-]{36}$/
const broken = () => {
  throw new Error('The marketplace is upside down')
}

describe('the ID of a request', () => {
  test('stands in the answer, in the error and in each log line, also when requests run at the same time', async () => {
    const { request } = await service({ ...logged(), marks: { look: broken, holds: () => false } })
    const answers = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const answer = await request('/api/portal/session')
        return [answer.headers.get('x-request-id'), (await answer.json()).error.requestId]
      }),
    )
    const ids = answers.map(([id]) => id)
    expect(new Set(ids).size).toBe(5)
    for (const [id, inBody] of answers) expect([id, inBody]).toEqual([expect.stringMatching(uuid), id])
    const faults = lines().filter(({ level }) => level === 'error')
    expect(faults.map((line) => line.request).sort()).toEqual(ids.sort())
    expect(faults.map(({ msg }) => msg)).toEqual(Array(5).fill('The marketplace is upside down'))
    // The stack is repeated once a minute, not at each request.
    expect(faults.filter(({ stack }) => stack?.includes('log.test.ts'))).toHaveLength(1)
  })

  test('is the one that a proxy of our own gave it, and nobody else', async () => {
    const [behind, open] = [await service({ proxies: 1 }), await service({ proxies: 0 })]
    const answered = async ({ request }: typeof open, id: string) =>
      (await request('/healthz', { headers: { 'x-request-id': id } })).headers.get('x-request-id')
    expect(await answered(behind, 'edge-7f3a.91:22_b')).toBe('edge-7f3a.91:22_b')
    for (const id of ['short', 'a'.repeat(101), 'with a blank', '"quoted-words"', 'one-of-two, two-of-two'])
      expect(await answered(behind, id)).toMatch(uuid)
    expect(await answered(open, 'edge-7f3a.91:22_b')).toMatch(uuid)
  })
})

test('at debug level each request is one line: its route, never its address', async () => {
  const { request, anOffer } = await service(logged())
  const { offerId } = await anOffer()
  await request(`/api/publishers/contoso/offers/${offerId}/status?api-version=2017-10-31&token=s3cret`)
  await request('/no/such/place?token=s3cret')
  expect(lines()).toEqual([
    {
      level: 'debug',
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      pid: process.pid,
      hostname: expect.any(String),
      request: expect.stringMatching(uuid),
      method: 'GET',
      route: '/api/publishers/:publisherId/offers/:offerId/status',
      status: 200,
      milliseconds: expect.any(Number),
      msg: 'answered',
    },
    expect.objectContaining({ route: '/*', status: 404 }),
  ])
})

test('a person at the terminal reads sentences', async () => {
  const { info, error, answered } = logger({ LOG_LEVEL: 'debug', LOG_FORMAT: 'text' })
  info('The dashboard is open.')
  answered({ method: 'GET', route: '/healthz', status: 200, milliseconds: 1.4, isPoll: false })
  error(new Error('The database is away'))
  expect(written).toMatch(
    /^The dashboard is open\.\nGET \/healthz 200 1 ms\nError: The database is away\n {4}at .*log\.test/,
  )
})

const settings = readSettings({
  DATABASE_URL: 'postgres://dashboard:db-s3cret%21@db/x?password=query-s3cret',
  SMTP_URL: 'smtp://mailer:mail-s3cret%24@mail',
  OIDC_CLIENT_SECRET: 'oidc-s3cret',
  PARTNER_CENTER_TENANT_ID: 'tenant',
  PARTNER_CENTER_CLIENT_ID: 'app',
  PARTNER_CENTER_CLIENT_SECRET: 'partner-s3cret',
})

test('a secret of the settings that a fault quotes is not logged', () => {
  const { error, info } = logger(json, secretsOf(settings))
  for (const [name, value] of Object.entries(settings))
    if (/SECRET|_URL/.test(name)) {
      const cause = new Error(`cause: ${value}`)
      error(new Error(`${name} is ${value}, ${decodeURIComponent(String(value))}`, { cause }))
      info(String(value))
    }
  expect(written).toContain('…')
  expect(written).not.toContain('s3cret')
})

test('nothing that opens a door is logged while people sign in, make tokens and fail, at any level', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  const issuer = await startIssuer()
  closing.push(issuer.close)
  const { fetch, deps } = await service({ ...issuer.deps(), ...logged() })
  const ada = visitorOf(fetch)
  await ada.visit('/sign-in?returnTo=/offers')
  const asJson = { 'content-type': 'application/json' }
  const definition = sampleDefinition('microsoft-azure-saas', 'Notes')
  const lead = { 'microsoft-azure-marketplace.marketoLeadConfiguration': { apiKey: 'lead-s3cret' } }
  const body = JSON.stringify({ name: 'Build', publisherId: 'contoso', role: 'owner', days: 30 })
  const { token } = await (
    await ada.send('/api/portal/account/tokens', { method: 'POST', headers: asJson, body })
  ).json()
  const issued = await issuer.tokenOfTool()
  const bearers = [token, issued, `${issued}x`, `${token}x`, 'token-of-avery']
  const put = (authorization: string) =>
    Promise.resolve(
      fetch(
        new Request('http://localhost/api/publishers/contoso/offers/notes?api-version=2017-10-31', {
          method: 'PUT',
          headers: { ...asJson, authorization },
          body: JSON.stringify({
            offerTypeId: 'microsoft-azure-saas',
            definition: { ...definition, offer: { ...definition.offer, ...lead } },
          }),
        }),
      ),
    )
  for (const bearer of bearers) await put(`Bearer ${bearer}`)
  await ada.send('/sign-in/callback?code=code-s3cret&state=state-s3cret')
  await ada.send('/sign-in/logout', { method: 'POST', body: new URLSearchParams({ logout_token: 'logout-s3cret' }) })
  // From here on every request fails inside.
  await deps.db.destroy()
  await ada.send('/api/portal/session')
  for (const bearer of bearers) await put(`Bearer ${bearer}`)
  await ada.visit('/sign-in?returnTo=/offers').catch(() => undefined)

  expect(lines().filter(({ level }) => level === 'error').length).toBeGreaterThan(2)
  expect(lines().filter(({ level }) => level === 'debug').length).toBeGreaterThan(10)
  const secrets = ['s3cret', clientSecret, audience, 'eyJ', ...bearers, ...ada.cookies().values()]
  expect(secrets.filter((secret) => written.includes(secret))).toEqual([])
  expect(written).not.toMatch(/[?&]\w+=|pdt_|Bearer /)
})
