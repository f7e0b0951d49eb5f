// @vitest-environment node
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sampleDefinition } from '../../src/service/demo/content.ts'
import type { Operator } from '../../src/service/marketplace/simulated/operator.ts'
import { type OfferKey, type Service, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

const type = 'microsoft-azure-applications'
let service: Service
let offer: OfferKey
/** What happens after an operator's release is committed and before it is answered. */
let follow: () => Promise<unknown>

beforeEach(async () => {
  follow = async () => {}
  const release = (operator: Operator) => async (order: Parameters<Operator['release']>[0]) => {
    const acted = await operator.release(order)
    await follow()
    return acted
  }
  service = await startService({ deps: ({ operator }) => ({ operator: { ...operator, release: release(operator) } }) })
  offer = await service.anOffer({ name: 'Server', type })
})
afterEach(() => service.close())

test('each of four concurrent saves is answered with its own content under its own tag', async () => {
  const tool = toolOf(service)
  const names = ['One', 'Two', 'Three', 'Four']
  const saves = await Promise.all(
    names.map((name) =>
      tool.put(
        '/server',
        { offerTypeId: type, definition: sampleDefinition(type, name) },
        { headers: { 'if-match': '*' } },
      ),
    ),
  )
  expect(saves.map(({ json }) => json.definition.displayText)).toEqual(names)
  expect(new Set(saves.map(({ headers }) => headers.get('etag'))).size).toBe(4)
})

test('a decision is answered with the offer as it left it, although another decision followed immediately', async () => {
  await service.publish(offer)
  await service.settle()
  await service.operator.hold(offer)
  await service.goLive(offer)
  await service.settle()
  follow = () => service.operator.cancel(offer)
  const path = '/api/portal/marketplace/publishers/contoso/offers/server/release'
  const answer = await service.request(path, { method: 'POST', as: 'operator', body: '{}' })
  const { items } = (await toolOf(service).get('/api/portal/offers')).json
  expect([(await answer.json()).indicator, items[0].indicator]).toEqual(['inProgress', 'canceled'])
})
