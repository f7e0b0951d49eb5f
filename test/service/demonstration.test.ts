// @vitest-environment node
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Notifications } from '../../src/contract/notifications.ts'
import { indicators, OfferList, type OfferRow, pageSize } from '../../src/contract/offerList.ts'
import { OfferStatus, stepStatuses } from '../../src/contract/status.ts'
import { addOffers } from '../../src/service/demo/offers.ts'
import { offerTypes } from '../../src/service/offerTypes/catalogue.ts'
import { type Service, startService } from '../support/service.ts'

const shown = [
  'microsoft-azure-virtualmachines',
  'microsoft-azure-applications',
  'microsoft-consulting-services',
] as const

let service: Service
let offers: OfferRow[]
let statuses: OfferStatus[]
const read = async (path: string) => (await service.request(path)).json()

beforeAll(async () => {
  service = await startService()
  await addOffers(service.deps.db, service.clock.now())
  const { total } = OfferList.parse(await read('/api/portal/offers'))
  const pages = Array.from({ length: Math.ceil(total / pageSize) }, (_, index) => index + 1)
  const lists = await Promise.all(pages.map((page) => read(`/api/portal/offers?page=${page}`)))
  offers = lists.flatMap((list) => OfferList.parse(list).items)
  statuses = await Promise.all(
    offers.map(async ({ publisherId, offerId }) =>
      OfferStatus.parse(await read(`/api/publishers/${publisherId}/offers/${offerId}/status?api-version=2017-10-31`)),
    ),
  )
})
afterAll(() => service.close())

test('the first page load shows at least sixty offers of the three types, for both publishers', () => {
  const own = offers.filter(({ offerTypeId }) => shown.some((type) => type === offerTypeId))
  expect(own.length).toBeGreaterThanOrEqual(60)
  for (const type of shown) expect(own.filter(({ offerTypeId }) => offerTypeId === type).length).toBeGreaterThan(5)
  expect(new Set(own.map(({ publisherId }) => publisherId))).toEqual(new Set(['contoso', 'fabrikam']))
})

test('each offer type has offers in several states', () => {
  for (const { id, displayText } of offerTypes) {
    const states = offers.filter(({ offerTypeId }) => offerTypeId === id).map(({ indicator }) => indicator)
    expect(new Set(states).size, displayText).toBeGreaterThanOrEqual(3)
  }
})

test('Northwind Traders has one offer, and its owner sees only that one', async () => {
  const answer = await service.request('/api/portal/offers', { as: 'noor' })
  const { items } = OfferList.parse(await answer.json())
  expect(items.map(({ name, publisherId }) => [name, publisherId])).toEqual([['Northwind Order Tracking', 'northwind']])
  expect(items[0]?.indicator).toBe('awaitingSignoff')
})

test('no notification claims to have been sent', async () => {
  const { items, total } = Notifications.parse(await read('/api/portal/notifications'))
  expect(total).toBeGreaterThan(50)
  expect(new Set(items.map(({ state, sentTime }) => [state, sentTime].join()))).toEqual(new Set(['example,']))
})

test('half of the virtual machine offers have useful links, for tools that cannot read them', async () => {
  const machines = offers.filter(({ offerTypeId }) => offerTypeId === 'microsoft-azure-virtualmachines')
  const drafts = await Promise.all(
    machines.map(({ publisherId, offerId }) =>
      read(`/api/publishers/${publisherId}/offers/${offerId}?api-version=2017-10-31`),
    ),
  )
  const linked = drafts.filter(
    ({ definition }) => definition.offer['microsoft-azure-marketplace.usefulLinks'] !== undefined,
  )
  expect(linked.length).toBe(machines.length / 2)
})

test('every indicator and every step status occurs', () => {
  expect(new Set(offers.map(({ indicator }) => indicator))).toEqual(new Set(indicators))
  expect(new Set(statuses.flatMap(({ steps }) => steps.map(({ status }) => status)))).toEqual(new Set(stepStatuses))
})

test('their histories are plausible: days old, in order, not in the future, one overdue', () => {
  const now = service.clock.now().toISOString()
  for (const { steps, offer } of statuses) {
    const times = steps
      .flatMap(({ startedTime, endedTime }) => [startedTime, endedTime])
      .filter((time) => time !== undefined)
    expect(times, offer?.name).toEqual([...times].sort())
    for (const time of times) expect(time <= now, offer?.name).toBe(true)
  }
  const days = 2 * 86_400_000
  expect(offers.filter(({ changedTime }) => Date.parse(changedTime) < Date.parse(now) - days).length).toBeGreaterThan(
    20,
  )
  expect(offers.some(({ step }) => step?.overdueTime !== undefined && step.overdueTime < now)).toBe(true)
})

test('some offers move while one watches, and most do not', async () => {
  const before = offers.filter(({ indicator }) => indicator === 'inProgress').length
  service.clock.advance(10 * 60_000)
  await service.tick()
  const { counts } = OfferList.parse(await read('/api/portal/offers'))
  expect(counts?.inProgress).toBeLessThan(before)
  expect(counts?.inProgress).toBeGreaterThan(before / 3)
})

test('a database with offers is not changed', async () => {
  const { total } = OfferList.parse(await read('/api/portal/offers'))
  await addOffers(service.deps.db, service.clock.now())
  expect(OfferList.parse(await read('/api/portal/offers')).total).toBe(total)
})
