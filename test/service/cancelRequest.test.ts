// @vitest-environment node
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type OfferKey, type Service, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

let service: Service
let tool: ReturnType<typeof toolOf>
let offer: OfferKey
beforeEach(async () => {
  service = await startService({ at: '2026-03-02T09:00:00.000Z' })
  tool = toolOf(service)
  offer = await service.anOffer({ name: 'Data Lake', type: 'microsoft-azure-applications' })
  await service.publish(offer)
  await service.settle()
  await service.goLive(offer)
})
afterEach(() => service.close())

const statusOf = () => tool.statusOf('data-lake')
const cancel = () => tool.post('/data-lake/cancel', { metadata: { reason: 'Wrong price' } })
const row = async () => (await tool.get('/api/portal/offers')).json.items[0]
const cancelEvents = async () => {
  const { items } = (await tool.get('/api/portal/history?offer=data-lake')).json
  return items
    .map(({ type, actor }: { type: string; actor: string }) => `${type} ${actor}`)
    .filter((event: string) => event.includes('Cancel'))
    .reverse()
}
const mailKinds = async () => {
  const { items } = (await tool.get('/api/portal/notifications?offer=data-lake')).json
  return items.map(({ kind }: { kind: string }) => kind).filter((kind: string) => kind.startsWith('cancel'))
}
const requested = { actor: 'avery@contoso.com', reason: 'Wrong price' }

test('while Microsoft works on an offer, a cancel is requested first, and then canceled (asked 3)', async () => {
  const answer = await cancel()
  expect([answer.status, answer.headers.get('operation-location')]).toEqual([
    202,
    expect.stringContaining((await statusOf()).operationId),
  ])
  const status = await statusOf()
  expect([status.status, status.cancellationRequestState]).toEqual(['running', 'cancelRequested'])
  expect(status.cancelRequest).toMatchObject(requested)
  expect(status.actions.cancel).toEqual({ allowed: false, reason: 'cancelRequested' })
  expect((await row()).cancelRequest).toBe('requested')
  expect((await cancel()).status).toBe(202)
  expect(await cancelEvents()).toEqual(['OfferCancelRequested avery@contoso.com'])

  await service.settle()
  const { status: ended, cancellation, cancelRequest } = await statusOf()
  expect([ended, cancelRequest, (await row()).cancelRequest]).toEqual(['canceled', undefined, undefined])
  expect(cancellation).toMatchObject(requested)
  expect((await cancelEvents())[1]).toBe('OfferPublishCanceled avery@contoso.com')
  expect(await mailKinds()).toEqual(['canceled'])
})

test('a cancel comes too late when the offer goes on to Live first, and everything says so (asked 3, 8)', async () => {
  await service.operator.hold(offer)
  await cancel()
  await service.operator.approve(offer)
  const status = await statusOf()
  expect([status.status, status.cancellationRequestState]).toEqual(['running', 'cannotCancel'])
  expect(status.cancelRequest).toMatchObject({ ...requested, outcome: 'tooLate' })
  expect(status.actions.cancel.reason).toBe('goingLive')
  expect((await row()).cancelRequest).toBe('tooLate')
  await service.settle()
  expect((await statusOf()).status).toBe('succeeded')
  expect((await row()).cancelRequest).toBeUndefined()
  expect(await cancelEvents()).toEqual(['OfferCancelRequested avery@contoso.com', 'OfferCancelTooLate marketplace'])
  expect(await mailKinds()).toEqual(['cancelTooLate'])
})

test('a rejection ends the wish to cancel, and the next attempt begins without it', async () => {
  await service.operator.hold(offer)
  await cancel()
  await service.operator.reject({ ...offer, issues: [] })
  expect(await statusOf()).toMatchObject({ status: 'failed', cancellationRequestState: 'cannotCancel' })
  await service.publish(offer)
  expect((await statusOf()).cancelRequest).toBeUndefined()
})
