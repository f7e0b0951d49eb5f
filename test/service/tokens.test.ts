// @vitest-environment node
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { membershipStore } from '../../src/service/store/memberships.ts'
import { audience, type Issuer, startIssuer } from '../support/issuer.ts'
import { type Service, startService } from '../support/service.ts'
import { visitorOf } from '../support/visitor.ts'

const day = 86_400_000
let issuer: Issuer
let service: Service
let ada: ReturnType<typeof visitorOf>
let logged: string[]

beforeAll(async () => {
  issuer = await startIssuer()
})
afterAll(() => issuer.close())
beforeEach(async () => {
  logged = []
  service = await startService({ deps: () => ({ ...issuer.deps(), log: ({ message }) => void logged.push(message) }) })
  await service.anOffer({ name: 'Server' })
  ada = visitorOf(service.fetch)
  await ada.visit('/sign-in')
})
afterEach(async () => {
  issuer.away = false
  vi.useRealTimers()
  await service.close()
})

const send = (method: string, path: string, body?: unknown) =>
  ada.send(path, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
const tokens = '/api/portal/account/tokens'
const wish = { name: 'Build server', publisherId: 'contoso', role: 'contributor', days: 30 }
const create = async (more = {}) => (await send('POST', tokens, { ...wish, ...more })).json()
const listed = async () => (await (await send('GET', tokens)).json()).items
const as = (token: string, path = '/api/portal/session', init: RequestInit = {}) =>
  Promise.resolve(
    service.fetch(
      new Request(new URL(path, 'http://localhost'), { ...init, headers: { authorization: `Bearer ${token}` } }),
    ),
  )
const offer = '/api/publishers/contoso/offers/server'
const version = '?api-version=2017-10-31'
const publish = (token: string) => as(token, `${offer}/publish${version}`, { method: 'POST', body: '{}' })

describe('a personal access token', () => {
  test('gives a tool one publisher and one role, in the name of the person', async () => {
    const { token } = await create()
    expect(token).toMatch(/^pdt_[\w-]{43}$/)
    expect(await (await as(token)).json()).toMatchObject({
      account: { name: 'Ada Byron' },
      publishers: [{ id: 'contoso', role: 'contributor' }],
    })
    expect((await publish(token)).status).toBe(202)
    const { items } = await (await as(token, '/api/portal/history')).json()
    expect(items[0]).toMatchObject({ type: 'OfferPublishRequested', actor: 'ada@contoso.com' })
  })

  test('for a reader changes nothing', async () => {
    const { token } = await create({ role: 'reader' })
    expect([(await as(token, offer + version)).status, (await publish(token)).status]).toEqual([200, 403])
  })

  test('is shown once, and the database keeps only its hash', async () => {
    const { token, ...told } = await create()
    expect(await listed()).toEqual([told])
    const rows = JSON.stringify(await service.deps.db.selectFrom('personal_token').selectAll().execute())
    expect(rows).not.toContain(token)
    expect(rows).not.toContain(token.slice(4))
  })

  test('tells when it was used last', async () => {
    const { token } = await create()
    const uses = async () => (await listed())[0].usedTime
    expect(await uses()).toBeUndefined()
    await as(token)
    const first = await uses()
    expect(first).toBeDefined()
    const known = (await as(token)).headers.get('etag')!
    service.clock.advance(60_000)
    await as(token)
    expect(await uses()).toBe(first)
    service.clock.advance(4 * 60_000)
    await service.fetch(
      new Request('http://localhost/api/portal/session', {
        headers: { authorization: `Bearer ${token}`, 'if-none-match': known },
      }),
    )
    expect(Date.parse(await uses())).toBeGreaterThan(Date.parse(first))
  })

  test('ends on its day, even where nothing has changed since', async () => {
    const { token } = await create({ days: 1 })
    const etag = (await as(token)).headers.get('etag')!
    service.clock.advance(day)
    const known = new Request('http://localhost/api/portal/session', {
      headers: { authorization: `Bearer ${token}`, 'if-none-match': etag },
    })
    expect((await service.fetch(known)).status).toBe(401)
    expect((await publish(token)).status).toBe(401)
    await ada.visit('/sign-in')
    expect((await listed())[0]).toMatchObject({ name: 'Build server' })
  })

  test('that is revoked opens nothing any more', async () => {
    const { id, token } = await create()
    expect((await as(token)).status).toBe(200)
    expect((await send('DELETE', `${tokens}/${id}`)).status).toBe(204)
    expect([(await as(token)).status, await listed()]).toEqual([401, []])
    expect((await send('DELETE', `${tokens}/${id}`)).status).toBe(404)
  })

  test('never gives more than the person has: neither at first nor later', async () => {
    expect((await send('POST', tokens, { ...wish, publisherId: 'fabrikam' })).status).toBe(404)
    const { token } = await create({ role: 'owner' })
    const { db } = service.deps
    const { account_id } = await db.selectFrom('identity').select('account_id').executeTakeFirstOrThrow()
    await membershipStore(db).setClaimed(account_id, new Map([['contoso', 'reader']]))
    expect((await send('POST', tokens, wish)).status).toBe(403)
    expect((await publish(token)).status).toBe(403)
    await membershipStore(db).setClaimed(account_id, new Map())
    expect((await as(token)).status).toBe(401)
  })

  test('shares no answer with its person, who sees more', async () => {
    await service.anOffer({ name: 'Theirs', publisherId: 'fabrikam' })
    const { db } = service.deps
    const { account_id } = await db.selectFrom('identity').select('account_id').executeTakeFirstOrThrow()
    await membershipStore(db).set(account_id, 'fabrikam', 'granted', 'owner')
    const { token } = await create()
    const total = async (answer: Promise<Response>) => (await (await answer).json()).total
    expect([await total(send('GET', '/api/portal/offers')), await total(as(token, '/api/portal/offers'))]).toEqual([
      2, 1,
    ])
  })

  test('can neither make tokens nor end sessions', async () => {
    const { id, token } = await create({ role: 'owner' })
    const [session] = (await (await send('GET', '/api/portal/account/sessions')).json()).items
    const tries = [
      as(token, tokens, { method: 'POST', body: JSON.stringify(wish) }),
      as(token, `${tokens}/${id}`, { method: 'DELETE' }),
      as(token, `/api/portal/account/sessions/${session.id}`, { method: 'DELETE' }),
      as(token, '/api/portal/account/signOut', { method: 'POST', body: '{"everywhere":true}' }),
    ]
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual([403, 403, 403, 403])
    expect((await send('GET', tokens)).status).toBe(200)
  })

  test.each([{ name: '' }, { name: 'x'.repeat(81) }, { days: 0 }, { days: 367 }, { days: 1.5 }, { role: 'operator' }])(
    'is refused with %j',
    async (more) => {
      expect((await send('POST', tokens, { ...wish, ...more })).status).toBe(400)
    },
  )

  test('belongs to its person: nobody else can see or revoke it', async () => {
    const { id } = await create()
    const rui = visitorOf(service.fetch)
    issuer.person = 'rui'
    await rui.visit('/sign-in')
    issuer.person = 'ada'
    expect((await (await rui.send(tokens)).json()).items).toEqual([])
    expect((await rui.send(`${tokens}/${id}`, { method: 'DELETE' })).status).toBe(404)
  })
})

describe('an access token of the issuer', () => {
  const now = () => Math.floor(Date.now() / 1000)
  const claims = () => ({
    iss: issuer.issuer,
    aud: audience,
    sub: 'tool',
    iat: now(),
    exp: now() + 600,
    groups: ['Tools'],
  })

  test('lets a tool in, with the roles that its claims give', async () => {
    const token = await issuer.tokenOfTool()
    expect(await (await as(token)).json()).toMatchObject({
      account: { email: 'tool' },
      publishers: [{ id: 'fabrikam', role: 'contributor' }],
    })
  })

  test.each<[string, () => Promise<string>]>([
    ['for another audience', () => issuer.sign({ ...claims(), aud: 'https://other.example' })],
    ['for the client, as ID tokens are', () => issuer.sign({ ...claims(), aud: 'dashboard' })],
    ['with a nonce, as ID tokens have', () => issuer.sign({ ...claims(), nonce: 'x' })],
    ['of another issuer', () => issuer.sign({ ...claims(), iss: 'https://login.example' })],
    ['that has expired', () => issuer.sign({ ...claims(), exp: now() - 61 })],
    ['that does not end', () => issuer.sign({ ...claims(), exp: undefined })],
    ['without a subject', () => issuer.sign({ ...claims(), sub: undefined })],
    ['signed by somebody else', async () => issuer.sign(claims(), {}, await issuer.newKey())],
    ['without a signature', async () => `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify(claims()))}.`],
  ])('is refused %s', async (_, token) => {
    expect((await as(await token())).status).toBe(401)
  })

  test('may come from a clock that differs by a minute', async () => {
    expect((await as(await issuer.sign({ ...claims(), exp: now() - 50 }))).status).toBe(200)
    expect((await as(await issuer.sign({ ...claims(), iat: now() + 50, nbf: now() + 50 }))).status).toBe(200)
  })

  test('cannot be checked while the issuer is away: 503, and not 401', async () => {
    issuer.away = true
    expect((await as(await issuer.sign(claims()))).status).toBe(503)
    expect(logged).toEqual([expect.stringMatching(/^The sign-in issuer does not answer: /)])
    issuer.away = false
    expect((await as(await issuer.sign(claims()))).status).toBe(200)
  })

  test('may be signed with a key that is new', async () => {
    expect((await as(await issuer.sign(claims()))).status).toBe(200)
    vi.spyOn(console, 'warn').mockReturnValue()
    await issuer.rotateKeys()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31_000 })
    expect((await as(await issuer.sign(claims()))).status).toBe(200)
  })
})

describe('the sessions of an account', () => {
  const sessions = '/api/portal/account/sessions'
  const all = async () => (await (await send('GET', sessions)).json()).items

  test('are listed, and can be ended one by one', async () => {
    const other = visitorOf(service.fetch)
    await other.visit('/sign-in')
    expect((await all()).map(({ current }: { current: boolean }) => current).sort()).toEqual([false, true])
    const { id } = (await all()).find(({ current }: { current: boolean }) => !current)
    expect((await send('DELETE', `${sessions}/${id}`)).status).toBe(204)
    expect([(await other.send(sessions)).status, (await all()).length]).toEqual([401, 1])
    expect((await send('DELETE', `${sessions}/${id}`)).status).toBe(404)
  })

  test('end with a sign-out here, or everywhere, and the browser goes on to the issuer', async () => {
    const [other, third] = [visitorOf(service.fetch), visitorOf(service.fetch)]
    for (const who of [other, third]) await who.visit('/sign-in')
    const signOut = (who: typeof other, everywhere: boolean) =>
      who.send('/api/portal/account/signOut', {
        method: 'POST',
        body: JSON.stringify({ everywhere }),
        headers: { 'content-type': 'application/json' },
      })
    const { address } = await (await signOut(other, false)).json()
    expect(address).toMatch(new RegExp(`^${issuer.issuer}/session/end\\?client_id=dashboard&post_logout_redirect_uri=`))
    expect(other.cookies().has('session')).toBe(false)
    expect([(await other.send(sessions)).status, (await third.send(sessions)).status]).toEqual([401, 200])
    issuer.away = true
    expect(await (await signOut(third, true)).json()).toEqual({ address: expect.stringContaining('/session/end?') })
    expect((await send('GET', sessions)).status).toBe(401)
  })

  test('belong to their person: nobody else can end them', async () => {
    const [{ id }] = await all()
    const rui = visitorOf(service.fetch)
    issuer.person = 'rui'
    await rui.visit('/sign-in')
    issuer.person = 'ada'
    expect((await rui.send(`${sessions}/${id}`, { method: 'DELETE' })).status).toBe(404)
    expect(await all()).toHaveLength(1)
  })
})
