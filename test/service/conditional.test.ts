// @vitest-environment node
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startService } from '../support/service.ts'

const list = '/api/portal/offers'
const session = '/api/portal/session'
const history = '/api/portal/history'

test('a poll gets 304 until something changes, and then the change', async () => {
  const service = await startService()
  const offer = await service.anOffer()
  const etag = (await service.request(list)).headers.get('etag')!
  const poll = () => service.request(list, { headers: { 'if-none-match': etag } })
  expect((await poll()).status).toBe(304)
  await service.publish(offer)
  const answer = await poll()
  expect(answer.status).toBe(200)
  expect(answer.headers.get('etag')).not.toBe(etag)
  await service.close()
})

test.each(['"other", %', 'W/"other" , %', '*'])('a poll gets 304 for If-None-Match: %s', async (sent) => {
  const service = await startService()
  const { offerId } = await service.anOffer()
  const draft = `/api/publishers/contoso/offers/${offerId}?api-version=2017-10-31`
  for (const path of [list, draft, draft.replace('?', '/versions/1?'), draft.replace('?', '/slot/draft?')]) {
    const etag = (await service.request(path)).headers.get('etag')!
    for (const tag of [etag, etag.replace('W/', '')]) {
      const headers = { 'if-none-match': sent.replace('%', tag) }
      expect([path, (await service.request(path, { headers })).status]).toEqual([path, 304])
    }
    const headers = { 'if-none-match': '"other", W/"another"' }
    expect((await service.request(path, { headers })).status).toBe(200)
  }
  await service.close()
})

test('a draft read before its offer was published gets no 304, and can still be saved', async () => {
  const service = await startService()
  const offer = await service.anOffer()
  const draft = `/api/publishers/contoso/offers/${offer.offerId}?api-version=2017-10-31`
  const before = await service.request(draft)
  const etag = before.headers.get('etag')!
  await service.publish(offer)
  const after = await service.request(draft, { headers: { 'if-none-match': etag } })
  expect([after.status, (await after.json()).status]).toEqual([200, 'running'])
  const { offerTypeId, definition } = await before.json()
  const body = JSON.stringify({ offerTypeId, definition })
  expect((await service.request(draft, { method: 'PUT', headers: { 'if-match': etag }, body })).status).toBe(200)
  expect((await service.request(draft, { method: 'PUT', headers: { 'if-match': etag }, body })).status).toBe(412)
  await service.close()
})

/** Milliseconds for which replicas on PostgreSQL share a look at the database. */
const staleness = process.env.TEST_DATABASE_URL ? 100 : 0

test('the next poll sees what another process wrote, on PostgreSQL a tenth of a second later', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'polled-'))
  const place = join(folder, 'dashboard.db')
  const [one, other] = [await startService({ place }), await startService({ place })]
  const etag = (await one.request(list)).headers.get('etag')!
  await other.anOffer()
  await wait(staleness)
  expect((await one.request(list, { headers: { 'if-none-match': etag } })).status).toBe(200)
  await one.close()
  await other.close()
  await rm(folder, { recursive: true })
})

test('no caller gets 304 for another caller’s answer', async () => {
  const service = await startService()
  await service.anOffer({ publisherId: 'fabrikam' })
  const etag = (await service.request(list)).headers.get('etag')!
  const headers = { 'if-none-match': etag }
  expect((await service.request(list, { headers, as: 'camille' })).status).toBe(200)
  const stranger = await service.request(list, { headers: { ...headers, authorization: 'Bearer nobody' } })
  expect(stranger.status).toBe(401)
  const elsewhere = new Request(`http://evil.example${list}`, {
    headers: { ...headers, authorization: 'Bearer token-of-avery' },
  })
  expect((await service.fetch(elsewhere)).status).toBe(403)
  await service.close()
})

test('a blank Authorization header does not give access to another caller’s answer', async () => {
  const service = await startService()
  const { headers } = await service.browser()(session)
  const cookie = headers.getSetCookie()[0]!.split(';')[0]!
  const ask = (sent: Record<string, string>) => service.fetch(new Request(`http://localhost${list}`, { headers: sent }))
  expect((await ask({ cookie, authorization: '' })).status).toBe(401)
  const etag = (await ask({ cookie })).headers.get('etag')!
  expect((await ask({ authorization: '', 'if-none-match': etag })).status).toBe(401)
  expect((await ask({ authorization: '', cookie, 'if-none-match': etag })).status).toBe(401)
  await service.close()
})

test('public addresses and very long ones take no memory', async () => {
  let looks = 0
  const service = await startService({
    deps: ({ marks }) => ({
      marks: {
        look: () => {
          looks++
          return marks.look()
        },
        // Every remembered answer is computed again.
        holds: () => false,
      },
    }),
  })
  const isRemembered = async (path: string) => {
    const etag = (await service.request(path)).headers.get('etag')!
    const before = looks
    expect((await service.request(path, { headers: { 'if-none-match': etag } })).status).toBe(304)
    return looks - before > 1
  }
  expect(await isRemembered(`${history}?q=x`)).toBe(true)
  expect(await isRemembered('/api/openapi.json')).toBe(false)
  expect(await isRemembered('/api/openapi.json?x=1')).toBe(false)
  expect(await isRemembered(`${history}?x=${'x'.repeat(2_000)}`)).toBe(false)
  await service.close()
})

test('after a switch of account the earlier account’s answers are not shown', async () => {
  const service = await startService()
  await service.anOffer({ publisherId: 'fabrikam' })
  const browser = service.browser()
  await browser(session)
  const etag = (await browser(list)).headers.get('etag')!
  await browser(session, { method: 'POST', body: JSON.stringify({ accountId: 'camille' }) })
  const answer = await browser(list, { headers: { 'if-none-match': etag } })
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ total: 0 })
  await service.close()
})

test('a browser whose session is lost gets a new one, even when it already has the answer', async () => {
  const service = await startService()
  const browser = service.browser()
  await browser(session)
  const etag = (await browser(session)).headers.get('etag')!
  const poll = () => browser(session, { headers: { 'if-none-match': etag } })
  expect((await poll()).status).toBe(304)
  await service.deps.db.deleteFrom('session').execute()
  expect((await browser(list)).status).toBe(401)
  const answer = await poll()
  expect([answer.status, (await answer.json()).account.name]).toEqual([200, 'Avery Stone'])
  expect(answer.headers.getSetCookie()).toHaveLength(1)
  expect((await browser(list)).status).toBe(200)
  await service.close()
})
