// @vitest-environment node
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startService } from '../support/service.ts'

const list = '/api/portal/offers'
const session = '/api/portal/session'

test('a poll is answered 304 until anything changes, and then with the change', async () => {
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

test('what another process writes is seen by the next poll', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'polled-'))
  const place = join(folder, 'dashboard.db')
  const [one, other] = [await startService({ place }), await startService({ place })]
  const etag = (await one.request(list)).headers.get('etag')!
  await other.anOffer()
  expect((await one.request(list, { headers: { 'if-none-match': etag } })).status).toBe(200)
  await one.close()
  await other.close()
  await rm(folder, { recursive: true })
})

test('nobody is answered 304 for what another caller was shown', async () => {
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

test('a person who is looked at through other eyes is not shown what was there before', async () => {
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

test('a browser whose session the database does not know gets a new one', async () => {
  const service = await startService()
  const answer = await service.fetch(
    new Request(`http://localhost${session}`, { headers: { cookie: 'session=stale' } }),
  )
  expect(answer.status).toBe(200)
  expect(answer.headers.getSetCookie()).toHaveLength(1)
  await service.close()
})

test('a browser that lost its session is given one, though it has the answer already', async () => {
  const service = await startService()
  const etag = (await service.browser()(session)).headers.get('etag')!
  const answer = await service.browser()(session, { headers: { 'if-none-match': etag } })
  expect(answer.status).toBe(200)
  expect(answer.headers.getSetCookie()).toHaveLength(1)
  await service.close()
})
