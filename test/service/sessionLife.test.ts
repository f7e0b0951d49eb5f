// @vitest-environment node
import { Hono } from 'hono'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { accountStore } from '../../src/service/store/accounts.ts'
import { membershipStore } from '../../src/service/store/memberships.ts'
import { type Issuer, startIssuer } from '../support/issuer.ts'
import { type Service, startService } from '../support/service.ts'
import { visitorOf } from '../support/visitor.ts'

const minute = 60_000
let issuer: Issuer
let service: Service
let ada: ReturnType<typeof visitorOf>

beforeAll(async () => {
  issuer = await startIssuer()
})
afterAll(() => issuer.close())
beforeEach(async () => {
  service = await startService({
    page: { routes: new Hono().get('*', (c) => c.html('The page')) },
    deps: issuer.deps,
  })
  ada = visitorOf(service.fetch)
  await ada.visit('/offers')
})
afterEach(() => service.close())

const ask = (headers: Record<string, string> = {}) => ada.send('/api/portal/offers', { headers })
const poll = (headers: Record<string, string> = {}) => ask({ unattended: '?1', ...headers })

describe('a session ends', () => {
  test('when nobody has used it for two hours, however often the page asked by itself', async () => {
    for (let minutes = 5; minutes < 120; minutes += 5) {
      service.clock.advance(5 * minute)
      expect((await poll()).status).toBe(200)
    }
    service.clock.advance(5 * minute)
    expect((await poll()).status).toBe(401)
    expect((await ask()).status).toBe(401)
  })

  test('after half a day, although a person used it all the time', async () => {
    for (let minutes = 60; minutes < 720; minutes += 60) {
      service.clock.advance(60 * minute)
      expect([minutes, (await ask()).status]).toEqual([minutes, 200])
    }
    service.clock.advance(60 * minute)
    expect((await ask()).status).toBe(401)
  })

  test('even where nothing has changed since the last answer', async () => {
    const known = { 'if-none-match': (await poll()).headers.get('etag')! }
    expect((await poll(known)).status).toBe(304)
    service.clock.advance(120 * minute)
    expect((await poll(known)).status).toBe(401)
  })
})

test('answers that say that nothing has changed count as use too', async () => {
  const known = { 'if-none-match': (await ask()).headers.get('etag')! }
  for (let minutes = 60; minutes <= 300; minutes += 60) {
    service.clock.advance(60 * minute)
    expect([minutes, (await ask(known)).status]).toEqual([minutes, 304])
  }
})

test('the use of a session is written down seldom, so that polls stay cheap', async () => {
  const { db, stamp } = service.deps
  const used = () => db.selectFrom('session').select('used_time').execute()
  const [first, before] = [await used(), await stamp()]
  service.clock.advance(4 * minute)
  await ask()
  expect([await used(), await stamp()]).toEqual([first, before])
  service.clock.advance(1 * minute)
  await ask()
  expect(await used()).not.toEqual(first)
})

test('when a role changes, the session goes on with another token, and the old one ends after a minute', async () => {
  const old = ada.cookies().get('session')!
  const { accountId } = (await accountStore(service.deps.db).caller(
    (
      await service.deps.db.selectFrom('identity').select('account_id').executeTakeFirstOrThrow()
    ).account_id,
  ))!
  await membershipStore(service.deps.db).set(accountId, 'fabrikam', 'granted', 'reader')
  // Requests at the same time: one of them gets the new token, and the others are not refused.
  const answers = await Promise.all([ask(), ask(), ask()])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(answers.flatMap(({ headers }) => headers.getSetCookie())).toHaveLength(1)
  expect(ada.cookies().get('session')).not.toBe(old)
  const withOld = () =>
    service.fetch(new Request('http://localhost/api/portal/offers', { headers: { cookie: `session=${old}` } }))
  expect((await withOld()).status).toBe(200)
  service.clock.advance(minute)
  expect([(await withOld()).status, (await ask()).status]).toEqual([401, 200])
})
