// @vitest-environment node
import { afterEach, beforeEach, expect, test } from 'vitest'
import { News } from '../../src/contract/news.ts'
import type { OfferRow } from '../../src/contract/offerList.ts'
import { type OfferKey, type Service, startService } from '../support/service.ts'

type Browser = ReturnType<Service['browser']>

let service: Service
let browser: Browser
beforeEach(async () => {
  service = await startService({ at: '2026-03-02T09:00:00.000Z' })
  browser = await signedIn()
})
afterEach(() => service.close())

async function signedIn(accountId = 'avery') {
  const browser = service.browser()
  await browser('/api/portal/session')
  await browser('/api/portal/session', { method: 'POST', body: JSON.stringify({ accountId }) })
  return browser
}
const news = async (who = browser) => News.parse(await (await who('/api/portal/news')).json())
const post = (path: string, body: unknown, who = browser) =>
  who(`/api/portal${path}`, { method: 'POST', body: JSON.stringify(body) })
const pathOf = ({ publisherId, offerId }: OfferKey) => `/publishers/${publisherId}/offers/${offerId}`
const rows = async (query = '', who = browser): Promise<OfferRow[]> =>
  (await (await who(`/api/portal/offers${query}`)).json()).items
const fresh = async (who = browser) => (await rows('', who)).flatMap(({ offerId, isNew }) => (isNew ? [offerId] : []))

async function atSignOff(name: string, publisherId = 'contoso') {
  const offer = await service.anOffer({ name, publisherId })
  await service.publish(offer)
  await service.settle()
  return offer
}

test('what changes after the first visit is new until it is seen, for each account by itself (U15)', async () => {
  expect(await news()).toMatchObject({ changed: 0, since: '2026-03-02T09:00:00.000Z' })
  const relay = await atSignOff('Relay')
  await atSignOff('Proxy')
  const camille = await signedIn('camille')
  expect([(await news()).changed, (await news(camille)).changed]).toEqual([2, 0])
  expect((await fresh()).sort()).toEqual(['proxy', 'relay'])
  expect((await rows('?news=unseen')).map(({ offerId }) => offerId).sort()).toEqual(['proxy', 'relay'])

  const { revision } = (await rows()).find(({ offerId }) => offerId === 'relay')!
  expect((await post(`${pathOf(relay)}/seen`, { revision })).status).toBe(204)
  expect((await news()).changed).toBe(1)
  expect(await fresh()).toEqual(['proxy'])

  await service.cancel(relay)
  expect((await fresh()).sort()).toEqual(['proxy', 'relay'])
  expect(await fresh(camille)).toEqual(['relay'])
})

test('a step that passes as expected is no news, and neither is a draft (U15)', async () => {
  const relay = await service.anOffer({ name: 'Relay' })
  expect((await news()).changed).toBe(0)
  await service.publish(relay)
  const { upTo } = await news()
  await post('/news/seen', { upTo })
  await service.step()
  expect((await rows())[0]).toMatchObject({ indicator: 'inProgress' })
  expect((await news()).changed).toBe(0)
})

test('dismissing marks what the answer told of as seen, and nothing that happened since (U15)', async () => {
  const relay = await atSignOff('Relay')
  const { upTo } = await news()
  await service.cancel(relay)
  await atSignOff('Twin', 'fabrikam')
  service.clock.advance(3_600_000)
  await post('/news/seen', { upTo })
  expect((await fresh()).sort()).toEqual(['relay', 'twin'])
  expect((await news()).since).toBe(service.clock.now().toISOString())
  await post('/news/seen', { upTo: (await news()).upTo })
  expect([await fresh(), (await news()).changed]).toEqual([[], 0])
  // An answer that is older does not bring back what was seen.
  await post('/news/seen', { upTo })
  expect((await news()).changed).toBe(0)
})

test('seeing an offer that is no news writes nothing', async () => {
  const relay = await atSignOff('Relay')
  await post('/news/seen', { upTo: (await news()).upTo })
  const before = await service.deps.stamp()
  await post(`${pathOf(relay)}/seen`, { revision: 1 })
  expect(await service.deps.stamp()).toBe(before)
})

test('counts end at a hundred', async () => {
  const relay = await atSignOff('Relay')
  const { db } = service.deps
  const offer = await db.selectFrom('offer').selectAll().where('id', '=', relay.offerId).executeTakeFirstOrThrow()
  const more = Array.from({ length: 150 }, (_, index) => ({ ...offer, id: `copy-${index}` }))
  await db.insertInto('offer').values(more).execute()
  expect(await news()).toMatchObject({ changed: 100, hasMore: { changed: true, unread: false } })
})

test('notifications of the account’s publishers are unread until they are read (asked 9)', async () => {
  await atSignOff('Relay')
  const told = await news()
  expect(told.unread).toBe(2)
  expect((await post('/news/read', { newest: told.newest })).status).toBe(204)
  expect(await news()).toMatchObject({ unread: 0 })
  await atSignOff('Twin', 'fabrikam')
  expect((await news()).unread).toBe(2)
  const camille = await signedIn('camille')
  expect((await news(camille)).unread).toBe(0)
})

test('an account watches offers, until it stops, and others do not (asked 9)', async () => {
  const relay = await atSignOff('Relay')
  const minjun = await signedIn('minjun')
  await post(`${pathOf(relay)}/watch`, { watching: true }, minjun)
  await post(`${pathOf(relay)}/watch`, { watching: true }, minjun)
  expect((await news(minjun)).watched).toEqual([
    {
      publisherId: 'contoso',
      offerId: 'relay',
      name: 'Relay',
      indicator: 'awaitingSignoff',
      revision: expect.anything(),
    },
  ])
  expect((await news()).watched).toEqual([])
  await post(`${pathOf(relay)}/watch`, { watching: false }, minjun)
  expect((await news(minjun)).watched).toEqual([])
})

test('news are refused to a browser without session', async () => {
  expect((await service.browser()('/api/portal/news')).status).toBe(401)
})
