// @vitest-environment node
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sampleDefinition } from '../../src/service/demo/content.ts'
import { type OfferKey, type Service, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

const type = 'microsoft-azure-applications'
let service: Service
let offer: OfferKey

beforeEach(async () => {
  service = await startService()
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

test('each of two concurrent decisions is answered with the offer as that decision left it', async () => {
  await service.publish(offer)
  await service.settle()
  await service.operator.hold(offer)
  await service.goLive(offer)
  await service.settle()
  const decide = async (action: string) => {
    const path = `/api/portal/marketplace/publishers/contoso/offers/server/${action}`
    return (await service.request(path, { method: 'POST', as: 'operator', body: '{}' })).json()
  }
  const answers = await Promise.all([decide('release'), decide('cancel')])
  expect(new Set(answers.map(({ revision }) => revision)).size).toBe(2)
})
