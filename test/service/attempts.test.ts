// @vitest-environment node
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Attempts } from '../../src/contract/attempts.ts'
import { UsualTimes } from '../../src/contract/usualTimes.ts'
import { sampleDefinition, withBrokenSas } from '../../src/service/demo/content.ts'
import { type OfferKey, type Service, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

let service: Service
let tool: ReturnType<typeof toolOf>
beforeAll(async () => {
  service = await startService({ at: '2026-03-02T09:00:00.000Z' })
  tool = toolOf(service)
})
afterAll(() => service.close())

const attemptsOf = async ({ publisherId, offerId }: OfferKey) =>
  Attempts.parse((await tool.get(`/api/portal/publishers/${publisherId}/offers/${offerId}/attempts`)).json).items
const usualTimesOf = async (offerType: string) =>
  UsualTimes.parse((await tool.get(`/api/portal/offerTypes/${offerType}/usualTimes`)).json)

test('an attempt that was canceled keeps the steps it had reached, while the status starts over (U19)', async () => {
  const offer = await service.anOffer()
  await service.publish(offer)
  await service.settle()
  await service.cancel(offer, 'The price is wrong.')
  const [attempt] = await attemptsOf(offer)
  expect(attempt).toMatchObject({
    publishingVersion: 1,
    status: 'canceled',
    cancellation: { actorKind: 'person', reason: 'The price is wrong.' },
  })
  expect(attempt!.steps.findLast(({ status }) => status !== 'notStarted')).toMatchObject({
    id: 'publisher-signoff',
    status: 'waitingForPublisherReview',
  })
  const status = await tool.statusOf(offer.offerId)
  expect(new Set(status.steps.map((step: { status: string }) => step.status))).toEqual(new Set(['notStarted']))
  expect(status.cancellation).not.toHaveProperty('steps')
})

test('attempts are listed newest first, each with the faults it ended with (U19)', async () => {
  const offer = await service.anOffer({ content: withBrokenSas })
  await service.publish(offer)
  await service.settle()
  await service.publish(offer)
  const [second, first] = await attemptsOf(offer)
  expect([second!.publishingVersion, first!.publishingVersion]).toEqual([2, 1])
  expect(first!.steps.find(({ status }) => status === 'blocked')!.messages[0]!.code).toMatch(/^sas/)
  expect(second!.status).toBe('running')
})

test('what differs between the contents of two attempts is told by their versions, a secret without its value (U19)', async () => {
  const offer = await service.anOffer({ name: 'Contoso VPN Gateway', content: withBrokenSas })
  await service.publish(offer)
  await service.settle()
  const definition = sampleDefinition('microsoft-azure-virtualmachines', 'Contoso VPN Gateway 2')
  const draft = { offerTypeId: 'microsoft-azure-virtualmachines', definition }
  await tool.put(`/${offer.offerId}`, draft, { headers: { 'if-match': '*' } })
  await service.publish(offer)
  const [second, first] = await attemptsOf(offer)
  const address = `/api/portal/publishers/contoso/offers/${offer.offerId}/changes`
  const { json } = await tool.get(`${address}?from=${first!.offerVersion}&to=${second!.offerVersion}`)
  expect(json).toMatchObject({ from: 1, to: 2 })
  const name = { target: 'displayText', tab: 'settings', before: 'Contoso VPN Gateway', after: 'Contoso VPN Gateway 2' }
  expect(json.items).toContainEqual(name)
  expect(json.items.some(({ target }: { target: string }) => target.endsWith('.vmImages'))).toBe(true)
  expect(JSON.stringify(json)).not.toContain('c2FtcGxlLXNpZ25hdHVyZQ')
  expect((await tool.get(`${address}?from=1&to=99`)).status).toBe(404)
  expect((await tool.get(`${address}?from=0`)).status).toBe(400)
})

test('the usual time of a step appears after five measured attempts, without the publisher’s own time (asked 1)', async () => {
  const type = 'microsoft-consulting-services'
  const goLive = async () => {
    const offer = await service.anOffer({ type })
    await service.publish(offer)
    await service.settle()
    service.clock.advance(7 * 24 * 3_600_000)
    await service.goLive(offer)
    await service.settle()
  }
  for (let attempt = 0; attempt < 4; attempt++) await goLive()
  expect(await usualTimesOf(type)).toEqual({ steps: {} })
  await goLive()
  const { steps, whole } = await usualTimesOf(type)
  expect(steps).not.toHaveProperty('publisher-signoff')
  expect(steps.live!.count).toBe(5)
  expect(steps.live!.median).toBeLessThanOrEqual(steps.live!.ninetieth)
  expect(whole!.ninetieth).toBeLessThan(7 * 24 * 3_600_000)
})

test('the attempts of an unknown offer and the usual times of an unknown type are not found', async () => {
  const offer = await tool.get('/api/portal/publishers/contoso/offers/nothing/attempts')
  const type = await tool.get('/api/portal/offerTypes/nothing/usualTimes')
  expect([offer.status, type.status]).toEqual([404, 404])
})
