// @vitest-environment node
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sampleDefinition } from '../../src/service/demo/content.ts'
import { type OfferKey, type Service, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

const type = 'microsoft-azure-applications'
let service: Service
let tool: ReturnType<typeof toolOf>
let offer: OfferKey
beforeEach(async () => {
  service = await startService()
  tool = toolOf(service)
  offer = await service.anOffer({ name: 'Server', type })
  await service.publish(offer)
  await service.settle()
})
afterEach(() => service.close())

const operationId = async () => (await tool.statusOf('server')).operationId
const act = (action: 'golive' | 'cancel', metadata: Record<string, unknown>) =>
  tool.post(`/server/${action}`, { metadata })

/** While somebody looks at version 1, it is canceled, and an edited version 2 reaches sign-off. */
async function replacedByAnother() {
  const seen = await operationId()
  await service.cancel(offer)
  const draft = { offerTypeId: type, definition: sampleDefinition(type, 'Edited') }
  await tool.put('/server', draft, { headers: { 'if-match': '*' } })
  await service.publish(offer)
  await service.settle()
  return seen
}

test.each(['golive', 'cancel'] as const)(
  '%s changes no other submission than the one that was seen',
  async (action) => {
    const seen = await replacedByAnother()
    const before = await tool.statusOf('server')
    for (const stale of [
      { operationId: seen },
      { offerVersion: 1 },
      { operationId: before.operationId, offerVersion: 1 },
    ]) {
      const { status, json } = await act(action, stale)
      expect([status, json.error.code]).toEqual([412, 'PreconditionFailed'])
      expect(json.error.message).toContain(`The current submission is operation ${before.operationId}, version 2`)
    }
    expect(await tool.statusOf('server')).toEqual(before)
    expect((await act(action, { operationId: before.operationId, offerVersion: 2 })).status).toBeLessThan(300)
  },
)

test.each(['golive', 'cancel'] as const)('%s without a submission is about the current one', async (action) => {
  await replacedByAnother()
  expect((await tool.post(`/server/${action}`)).status).toBeLessThan(300)
})

test('a repeated request is answered as the first time, though another submission is current', async () => {
  const first = await operationId()
  const key = { headers: { 'idempotency-key': 'once' } }
  const cancel = () => tool.post('/server/cancel', { metadata: { operationId: first } }, key)
  expect((await cancel()).status).toBe(200)
  await service.publish(offer)
  expect((await cancel()).status).toBe(200)
  expect((await tool.statusOf('server')).status).toBe('running')
})

test('an operator decides only the step that was seen', async () => {
  await service.operator.hold(offer)
  await service.goLive(offer)
  await service.settle()
  const decisions = await service.request('/api/portal/marketplace/decisions', { as: 'operator' })
  const [pending] = (await decisions.json()).items
  expect([pending.operationId, pending.step.stepName]).toEqual([await operationId(), 'Microsoft review'])
  const approve = async (seen: Record<string, unknown>) => {
    const path = '/api/portal/marketplace/publishers/contoso/offers/server/approve'
    return (await service.request(path, { method: 'POST', as: 'operator', body: JSON.stringify(seen) })).status
  }
  expect(await approve({ operationId: 'another', stepCode: pending.step.code })).toBe(412)
  expect(await approve({ operationId: pending.operationId, stepCode: 'displaycertify' })).toBe(412)
  expect(await approve({ operationId: pending.operationId, stepCode: pending.step.code })).toBe(200)
})
