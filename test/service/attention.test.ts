// @vitest-environment node
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OfferList } from '../../src/contract/offerList.ts'
import { Session } from '../../src/contract/session.ts'
import { withBrokenSas } from '../../src/service/demo/content.ts'
import { type Service, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

const application = 'microsoft-azure-applications'
let service: Service
beforeAll(async () => {
  service = await startService({ at: '2026-03-02T09:00:00.000Z' })
  await service.publish(await service.anOffer({ name: 'Preview', type: application }))
  await service.publish(await service.anOffer({ name: 'Broken', content: withBrokenSas }))
  await service.settle()
  const held = await service.anOffer({ name: 'Held', type: 'microsoft-azure-container' })
  await service.operator.hold(held)
  await service.publish(held)
  await service.anOffer({ name: 'Resting' })
  await service.settle()
  await service.publish(await service.anOffer({ name: 'Moving' }))
})
afterAll(() => service.close())

const listOf = async (query: string, as: 'avery' | 'minjun' = 'avery') =>
  OfferList.parse((await toolOf(service).get(`/api/portal/offers?${query}`, { as })).json)
const names = ({ items }: OfferList) => items.map(({ name }) => name)

test('offers that wait for me are a filter with a count, within the other filters (U2, U4)', async () => {
  const list = await listOf('attention=needsYou&sort=name')
  expect(names(list)).toEqual(['Broken', 'Preview'])
  expect([list.total, list.counts, list.attention?.needsYou]).toEqual([2, { failed: 1, awaitingSignoff: 1 }, 2])
  expect((await listOf('status=failed')).attention?.needsYou).toBe(1)
})

test('a reader has nothing to do, so nothing waits for them (U13)', async () => {
  const list = await listOf('attention=needsYou', 'minjun')
  expect([list.total, list.attention?.needsYou]).toEqual([0, 0])
  const all = await listOf('', 'minjun')
  expect([all.counts?.failed, all.attention]).toEqual([1, { needsYou: 0, overdue: 1 }])
  const session = Session.parse((await toolOf(service).get('/api/portal/session', { as: 'minjun' })).json)
  expect(session.waiting).toBe(0)
})

test('overdue offers are a filter and a sort, longest first; what waits for me is never overdue (U4, asked 1)', async () => {
  const list = await listOf('attention=overdue')
  expect([names(list), list.attention?.overdue]).toEqual([['Held'], 1])
  expect(names(await listOf('sort=overdue'))[0]).toBe('Held')
})

test.each(['', 'status=failed', 'status=inProgress', 'type=microsoft-azure-container', 'q=e', 'publisher=fabrikam'])(
  'the counts of what needs attention are those of the filtered lists: %s',
  async (filters) => {
    const { attention } = await listOf(filters)
    for (const name of ['needsYou', 'overdue'] as const) {
      const filtered = await listOf(`${filters}&attention=${name}`)
      expect([filtered.total, filtered.attention]).toEqual([attention?.[name], attention])
    }
  },
)

test('a row tells the step, its place, the estimate, and why and when an attempt failed (U3)', async () => {
  const { items } = await listOf('sort=name')
  const rowOf = (name: string) => items.find((row) => row.name === name)!
  expect(rowOf('Broken')).toMatchObject({ reason: { code: expect.stringMatching(/^sas/) } })
  expect(rowOf('Broken').step).toMatchObject({ endedTime: expect.any(String), number: expect.any(Number) })
  expect(rowOf('Moving').step).toMatchObject({ number: 1, estimatedTimeFrame: expect.any(String) })
  expect(rowOf('Preview').step).not.toHaveProperty('overdueTime')
  expect(rowOf('Resting')).not.toHaveProperty('step')
})
