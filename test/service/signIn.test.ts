// @vitest-environment node
import { Hono } from 'hono'
import { decodeJwt } from 'jose'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Issuer, startIssuer } from '../support/issuer.ts'
import { type Service, startService } from '../support/service.ts'
import { visitorOf } from '../support/visitor.ts'

let issuer: Issuer
let service: Service
let logged: string[]

beforeAll(async () => {
  issuer = await startIssuer()
})
afterAll(() => issuer.close())

beforeEach(async () => {
  logged = []
  service = await startService({
    page: { routes: new Hono().get('*', (c) => c.html('The page')) },
    deps: () => ({ ...issuer.deps(), log: ({ message }) => void logged.push(message) }),
  })
})
afterEach(async () => {
  Object.assign(issuer, { person: 'ada', away: false, spoil: undefined })
  vi.useRealTimers()
  await service.close()
})

const session = '/api/portal/session'
const visitor = () => visitorOf(service.fetch)
const rolesOf = async (who: ReturnType<typeof visitor>) =>
  (await (await who.send(session)).json()).publishers.map(
    (one: { id: string; role: string }) => `${one.id}/${one.role}`,
  )
const now = () => Math.floor(Date.now() / 1000)
const failedWith = (reason: string) => expect.stringMatching(`^/sign-in-failed\\?reason=${reason}&`)

/** Goes to the issuer and back, and returns the address of the callback without asking for it. */
async function comeBack(who: ReturnType<typeof visitor>) {
  let at = (await who.send('/sign-in?returnTo=/approvals')).headers.get('location')!
  for (;;) {
    const path = new URL(at, issuer.issuer).pathname
    const answer = await who.send(
      new URL(at, issuer.issuer),
      path.startsWith('/interaction/') ? { method: 'POST' } : {},
    )
    at = answer.headers.get('location')!
    if (at.startsWith('http://localhost/')) return new URL(at)
  }
}

describe('a person signs in', () => {
  test('and lands on the page that they asked for, with the roles that their groups give', async () => {
    const ada = visitor()
    const { address, answer } = await ada.visit('/offers?q=server')
    expect([address, answer.status, await answer.text()]).toEqual(['/offers?q=server', 200, 'The page'])
    const known = await (await ada.send(session)).json()
    expect(known).toMatchObject({
      account: { name: 'Ada Byron', email: 'ada@contoso.com' },
      accounts: [],
      publishers: [{ id: 'contoso', role: 'owner' }],
      signsIn: true,
    })
  })

  test('and keeps their account at the next visit, with the roles of that time', async () => {
    const [first, second] = [visitor(), visitor()]
    await first.visit('/offers')
    issuer.people.get('ada')!.groups = [
      'publisher-northwind-contributors',
      'Contoso Readers',
      'publisher-..-contributors',
    ]
    await second.visit('/offers')
    issuer.people.get('ada')!.groups = ['Contoso Owners']
    expect(await rolesOf(second)).toEqual(['contoso/reader', 'northwind/contributor'])
    // The older session has the same rights, with another token.
    expect(await rolesOf(first)).toEqual(['contoso/reader', 'northwind/contributor'])
    expect(await service.deps.db.selectFrom('identity').selectAll().execute()).toHaveLength(1)
  })

  test('a publisher that a rule names for the first time is added; support reads all of them', async () => {
    const [rui, support] = [visitor(), visitor()]
    issuer.people.set('zoe', { name: 'Zoe', email: 'zoe@contoso.com', groups: ['publisher-tailspin-contributors'] })
    issuer.people.set('sam', { name: 'Sam', email: 'sam@contoso.com', groups: ['Support', 'Contoso Owners'] })
    issuer.person = 'zoe'
    await rui.visit('/offers')
    expect(await rolesOf(rui)).toEqual(['tailspin/contributor'])
    issuer.person = 'sam'
    await support.visit('/offers')
    expect(await rolesOf(support)).toEqual(['contoso/owner', 'fabrikam/reader', 'northwind/reader', 'tailspin/reader'])
  })

  test('without a role nobody gets in', async () => {
    const eve = visitor()
    issuer.person = 'eve'
    expect((await eve.visit('/offers')).address).toEqual(failedWith('noAccess'))
    expect((await eve.send(session)).status).toBe(401)
  })

  test('with a cookie that scripts and other sites do not get, and no token of the issuer', async () => {
    const ada = visitor()
    await ada.visit('/offers')
    expect([...ada.cookies().keys()].sort()).toEqual(['session', 'sign-in'])
    for (const value of ada.cookies().values()) expect(value).toMatch(/^[\w-]{43}$/)
    const tables = ['session', 'account', 'identity', 'sign_in_attempt'] as const
    const rows = JSON.stringify(
      await Promise.all(tables.map((table) => service.deps.db.selectFrom(table).selectAll().execute())),
    )
    expect(rows).not.toContain('eyJ')
    for (const value of ada.cookies().values()) expect(rows).not.toContain(value)
  })

  test('over HTTPS the cookie is bound to the host', async () => {
    const { signIn } = issuer.deps()
    const secure = await startService({
      page: { routes: new Hono().get('*', (c) => c.html('The page')) },
      deps: () => ({ ...issuer.deps(), signIn: { ...signIn!, home: 'https://localhost' } }),
    })
    const { headers } = await secure.fetch(new Request('http://localhost/sign-in'))
    expect(headers.get('set-cookie')).toMatch(/^__Host-sign-in=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    await secure.close()
  })

  test('a new sign-in replaces the session of the browser', async () => {
    const ada = visitor()
    await ada.visit('/offers')
    const first = ada.cookies().get('session')
    await ada.visit('/sign-in')
    expect(ada.cookies().get('session')).not.toBe(first)
    expect(await service.deps.db.selectFrom('session').selectAll().execute()).toHaveLength(1)
  })
})

describe('after signing in, the browser stays on this site', () => {
  test.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/%2f/../..//evil.example',
    'javascript:alert(1)',
    '/api/portal/session',
    '/sign-in/logout',
    `/${'x'.repeat(3000)}`,
  ])('%s', async (returnTo) => {
    const { address } = await visitor().visit(`/sign-in?${new URLSearchParams({ returnTo })}`)
    expect(address).toMatch(/^\/(?:$|%2f|evil\.example)/)
  })
})

describe('a sign-in is refused', () => {
  test('with another state, or none', async () => {
    for (const state of ['x', undefined]) {
      const ada = visitor()
      const callback = await comeBack(ada)
      if (state) callback.searchParams.set('state', state)
      else callback.searchParams.delete('state')
      expect((await ada.visit(callback.href)).address).toEqual(failedWith('expired'))
      expect(ada.cookies().has('session')).toBe(false)
    }
  })

  test('in another browser than the one that began it', async () => {
    const [ada, victim] = [visitor(), visitor()]
    const callback = await comeBack(ada)
    await victim.send('/sign-in')
    expect((await victim.visit(callback.href)).address).toEqual(failedWith('expired'))
  })

  test('when its answer is sent a second time, or after a quarter of an hour', async () => {
    const ada = visitor()
    const callback = await comeBack(ada)
    expect((await ada.visit(callback.href)).address).toBe('/approvals')
    expect((await ada.visit(callback.href)).address).toEqual(failedWith('expired'))
    const late = await comeBack(ada)
    service.clock.advance(15 * 60_000)
    expect((await ada.visit(late.href)).address).toEqual(failedWith('expired'))
  })

  test('when the person refuses at the issuer', async () => {
    const ada = visitor()
    const callback = await comeBack(ada)
    callback.searchParams.delete('code')
    callback.searchParams.set('error', 'access_denied')
    expect((await ada.visit(callback.href)).address).toEqual(failedWith('refused'))
    expect(logged).toEqual([])
  })

  test.each<[string, (claims: Record<string, unknown>) => Record<string, unknown>]>([
    ['with another nonce', (claims) => ({ ...claims, nonce: 'another' })],
    ['without a nonce', ({ nonce: _, ...claims }) => claims],
    ['for another audience', (claims) => ({ ...claims, aud: 'another' })],
    ['of another issuer', (claims) => ({ ...claims, iss: 'https://login.example' })],
    ['that has expired', (claims) => ({ ...claims, exp: now() - 70, iat: now() - 700 })],
    ['that is not valid yet', (claims) => ({ ...claims, nbf: now() + 70 })],
  ])('when the ID token comes %s', async (_, change) => {
    issuer.spoil = async (answer) => ({ ...answer, id_token: await issuer.sign(change(decodeJwt(answer.id_token))) })
    const ada = visitor()
    expect((await ada.visit('/offers')).address).toEqual(failedWith('invalid'))
    expect(ada.cookies().has('session')).toBe(false)
    expect(logged).toEqual([expect.stringMatching(/^A sign-in was refused: /)])
    expect(logged[0]).not.toContain('eyJ')
  })

  test('when the ID token is signed with a key that is not the issuer’s, or not at all', async () => {
    const foreign = await issuer.newKey()
    for (const id_token of [
      (claims: Record<string, unknown>) => issuer.sign(claims, {}, foreign),
      async (claims: Record<string, unknown>) =>
        `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`,
    ]) {
      issuer.spoil = async (answer) => ({ ...answer, id_token: await id_token(decodeJwt(answer.id_token)) })
      expect((await visitor().visit('/offers')).address).toEqual(failedWith('invalid'))
    }
  })
})

describe('the issuer', () => {
  test('may have a clock that differs by a minute', async () => {
    const shifted =
      (seconds: number): NonNullable<Issuer['spoil']> =>
      async (answer) => {
        const { iat = 0, exp = 0, ...claims } = decodeJwt(answer.id_token)
        return { ...answer, id_token: await issuer.sign({ ...claims, iat: iat + seconds, exp: exp + seconds }) }
      }
    for (const seconds of [50, -650]) {
      issuer.spoil = shifted(seconds)
      expect([seconds, (await visitor().visit('/offers')).address]).toEqual([seconds, '/offers'])
    }
  })

  test('that is away is named, and works again without a restart', async () => {
    issuer.away = true
    const ada = visitor()
    expect((await ada.visit('/approvals')).address).toBe('/sign-in-failed?reason=issuerAway&returnTo=%2Fapprovals')
    expect(logged).toEqual([expect.stringMatching(/^The sign-in issuer does not answer: /)])
    issuer.away = false
    expect((await ada.visit('/approvals')).address).toBe('/approvals')
  })

  test('that goes away while a person signs in is named too', async () => {
    const ada = visitor()
    const callback = await comeBack(ada)
    issuer.away = true
    expect((await ada.visit(callback.href)).address).toEqual(failedWith('issuerAway'))
    expect(ada.cookies().has('session')).toBe(false)
  })

  test('may change its keys at any time', async () => {
    expect((await visitor().visit('/offers')).address).toBe('/offers')
    vi.spyOn(console, 'warn').mockReturnValue()
    await issuer.rotateKeys()
    // The keys that are known are asked for again after a minute.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 })
    expect((await visitor().visit('/offers')).address).toBe('/offers')
  })

  test('ends the sessions here when the person signs out there', async () => {
    const [ada, other, rui] = [visitor(), visitor(), visitor()]
    issuer.tell = service.fetch
    for (const who of [ada, other]) await who.visit('/offers')
    issuer.person = 'rui'
    await rui.visit('/offers')
    const page = await (await ada.send(`${issuer.issuer}/session/end`)).text()
    const [, xsrf = ''] = /name="xsrf" value="(\w+)"/.exec(page)!
    const body = new URLSearchParams({ xsrf, logout: 'yes' })
    await ada.send(`${issuer.issuer}/session/end/confirm`, { method: 'POST', body })
    await vi.waitFor(async () => expect((await ada.send(session)).status).toBe(401))
    // Another session of the same person at the issuer goes on, and so does everybody else.
    expect([(await other.send(session)).status, (await rui.send(session)).status]).toEqual([200, 200])
  })

  const told = (logout_token: string) =>
    visitor().send('/sign-in/logout', { method: 'POST', body: new URLSearchParams({ logout_token }) })
  const event = { 'http://schemas.openid.net/event/backchannel-logout': {} }
  const logout = () => ({
    iss: issuer.issuer,
    aud: 'dashboard',
    iat: now(),
    exp: now() + 120,
    events: event,
    sub: 'ada',
  })

  test('ends all sessions of a person at once', async () => {
    const [ada, other] = [visitor(), visitor()]
    for (const who of [ada, other]) await who.visit('/offers')
    expect((await told(await issuer.sign(logout()))).status).toBe(200)
    expect([(await ada.send(session)).status, (await other.send(session)).status]).toEqual([401, 401])
  })

  test.each<[string, () => Promise<string>]>([
    ['an ID token', () => issuer.sign({ ...logout(), nonce: 'x' })],
    ['a token for another service', () => issuer.sign({ ...logout(), aud: 'another' })],
    ['a token without the event', () => issuer.sign({ ...logout(), events: {} })],
    ['an old token', () => issuer.sign({ ...logout(), iat: now() - 400 })],
    ['a token of somebody else', async () => issuer.sign(logout(), {}, await issuer.newKey())],
    ['nothing', async () => ''],
  ])('ends no session with %s', async (_, token) => {
    const ada = visitor()
    await ada.visit('/offers')
    expect((await told(await token())).status).toBe(400)
    expect((await ada.send(session)).status).toBe(200)
  })
})
