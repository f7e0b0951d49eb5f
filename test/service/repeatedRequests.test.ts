// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { incomplete, sampleDefinition, withoutLeadDestination } from '../../src/service/demo/content.ts'
import { type Service, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

const consulting = 'microsoft-consulting-services'
const machine = 'microsoft-azure-virtualmachines'
let service: Service
let tool: ReturnType<typeof toolOf>
/** A separate complete virtual machine for each test. */
let id: string
beforeAll(async () => {
  service = await startService({ at: '2026-03-02T09:00:00.000Z' })
  tool = toolOf(service)
})
beforeEach(async () => {
  id = (await service.anOffer()).offerId
})
afterAll(() => service.close())

const key = (text: string) => ({ headers: { 'idempotency-key': text } })

describe('a request that is repeated because its answer was lost', () => {
  test('starts one submission when ten arrive at the same time (asked 7)', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => tool.publish(id, key('once'))))
    expect(new Set(answers.map(({ status, headers }) => `${status} ${headers.get('location')}`)).size).toBe(1)
    expect(await tool.submissions(id)).toHaveLength(1)
  })

  test('starts no second attempt after the first one failed', async () => {
    const { offerId } = await service.anOffer({ type: consulting, content: withoutLeadDestination })
    const first = await tool.publish(offerId, key('lost'))
    await service.settle()
    expect((await tool.statusOf(offerId)).status).toBe('failed')
    const again = await tool.publish(offerId, key('lost'))
    expect([again.status, again.headers.get('location')]).toEqual([202, first.headers.get('location')])
    expect(await tool.submissions(offerId)).toHaveLength(1)
    expect((await tool.publish(offerId, key('meant'))).status).toBe(202)
    expect(await tool.submissions(offerId)).toHaveLength(2)
  })

  test('signs off once and cancels once', async () => {
    await tool.publish(id)
    await service.settle()
    const [first] = await Promise.all([1, 2, 3].map(() => tool.post(`/${id}/golive`, undefined, key('go'))))
    await service.settle()
    const again = await tool.post(`/${id}/golive`, undefined, key('go'))
    expect([first!.status, again.status, again.headers.get('location')]).toEqual([
      202,
      202,
      first!.headers.get('location'),
    ])
    expect((await tool.post(`/${id}/golive`, undefined, key('go-again'))).status).toBe(409)

    const other = await service.anOffer()
    await service.publish(other)
    await service.settle()
    expect((await tool.post(`/${other.offerId}/cancel`, {}, key('stop'))).status).toBe(200)
    await service.publish(other)
    expect((await tool.post(`/${other.offerId}/cancel`, {}, key('stop'))).status).toBe(200)
    expect((await tool.statusOf(other.offerId)).status).toBe('running')
  })

  test('is a new request for another person, offer or action', async () => {
    const other = await service.anOffer()
    await tool.publish(id, key('shared'))
    await tool.publish(other.offerId, key('shared'))
    expect([await tool.submissions(id), await tool.submissions(other.offerId)].map(({ length }) => length)).toEqual([
      1, 1,
    ])
    await service.settle()
    expect((await tool.post(`/${id}/golive`, undefined, key('shared'))).status).toBe(202)
    await service.settle()
    expect((await tool.post(`/${id}/golive`, undefined, key('shared'))).status).toBe(202)
    expect((await tool.post(`/${id}/golive`, undefined, { ...key('shared'), as: 'camille' })).status).toBe(409)
  })

  test('is refused when the same key comes with another body', async () => {
    const publish = (metadata: Record<string, string>) =>
      tool.post(`/${id}/publish`, { metadata: { 'notification-emails': 'avery@contoso.com', ...metadata } }, key('one'))
    expect((await publish({})).status).toBe(202)
    const other = await publish({ language: 'fr-FR' })
    expect([other.status, other.json.error.code]).toEqual([422, 'IdempotencyKeyReused'])
    expect((await publish({})).status).toBe(202)
    await service.settle()
    expect((await tool.post(`/${id}/cancel`, { metadata: { reason: 'Wrong price' } }, key('two'))).status).toBe(200)
    await tool.publish(id)
    await service.settle()
    expect((await tool.post(`/${id}/cancel`, { metadata: { reason: 'Later' } }, key('two'))).status).toBe(422)
    expect((await tool.statusOf(id)).status).toBe('waitingForPublisherReview')
  })

  test('is processed again when the first one was refused', async () => {
    const { offerId } = await service.anOffer({ content: incomplete })
    expect((await tool.publish(offerId, key('try'))).status).toBe(422)
    await tool.put(
      `/${offerId}`,
      { offerTypeId: machine, definition: sampleDefinition(machine, 'Whole') },
      { headers: { 'if-match': '*' } },
    )
    expect((await tool.publish(offerId, key('try'))).status).toBe(202)
  })

  test.each(['', 'a b', 'x'.repeat(201), '"k"'])('needs a valid key: %j is refused', async (wrong) => {
    expect((await tool.publish(id, key(wrong))).status).toBe(400)
  })
})
