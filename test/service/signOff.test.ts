// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withoutLeadDestination } from '../../src/service/demo/content.ts'
import { type Service, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

const consulting = 'microsoft-consulting-services'
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

const stepStatuses = ({ steps }: { steps: { status: string }[] }) => [...new Set(steps.map(({ status }) => status))]

describe('Go Live and Cancel Publish', () => {
  const attempts = async () => {
    const { actions, cancellationRequestState } = await tool.statusOf(id)
    return { goLive: actions.goLive, cancel: actions.cancel, cancellationRequestState }
  }
  const refusal = async (action: 'golive' | 'cancel') => {
    const { status, json } = await tool.post(`/${id}/${action}`)
    return [status, json?.error.code, json?.error.details?.[0].code]
  }
  const refused = (reason: string) => ({ allowed: false, reason })

  test('are refused with the reason when it is not the publisher’s turn', async () => {
    expect(await attempts()).toEqual({
      goLive: refused('notPublishing'),
      cancel: refused('notPublishing'),
      cancellationRequestState: 'cannotCancel',
    })
    expect(await refusal('golive')).toEqual([409, 'ActionNotAllowed', 'notPublishing'])
    expect(await refusal('cancel')).toEqual([409, 'ActionNotAllowed', 'notPublishing'])

    await tool.publish(id)
    expect(await attempts()).toEqual({
      goLive: refused('notAtSignOff'),
      cancel: refused('notYet'),
      cancellationRequestState: 'cannotCancel',
    })
    expect(await refusal('golive')).toEqual([409, 'ActionNotAllowed', 'notAtSignOff'])
    expect(await refusal('cancel')).toEqual([409, 'ActionNotAllowed', 'notYet'])

    await service.settle()
    expect(await attempts()).toEqual({
      goLive: { allowed: true },
      cancel: { allowed: true },
      cancellationRequestState: 'canCancel',
    })
  })

  test('the operation and the status agree on whether canceling is possible', async () => {
    const address = (await tool.publish(id)).headers.get('location')!
    const state = async () => (await tool.get(address)).json.cancellationRequestState
    expect(await state()).toBe('cannotCancel')
    await service.settle()
    expect(await state()).toBe('canCancel')
    await tool.post(`/${id}/cancel`)
    expect(await state()).toBe('canceled')
    expect((await tool.statusOf(id)).cancellationRequestState).toBe('canceled')
  })

  test('after a cancel at sign-off, all steps read not started, and the next Publish begins at the first', async () => {
    await tool.publish(id)
    await service.settle()
    const documented = { metadata: { 'notification-emails': 'avery@contoso.com', reason: 'Wrong price' } }
    expect((await tool.post(`/${id}/cancel`, documented)).status).toBe(200)
    const canceled = await tool.statusOf(id)
    expect([canceled.status, stepStatuses(canceled)]).toEqual(['canceled', ['notStarted']])
    expect(canceled.cancellation).toMatchObject({ actor: 'avery@contoso.com', reason: 'Wrong price' })
    expect(canceled.previewLinks).toEqual([])
    expect((await tool.get(`/${id}/slot/Preview`)).status).toBe(404)
    expect((await tool.publish(id)).status).toBe(202)
    const begun = await tool.statusOf(id)
    expect(begun.steps.map(({ status }: { status: string }) => status).slice(0, 2)).toEqual([
      'inProgress',
      'notStarted',
    ])
  })

  test('cancel is possible after sign-off until the step Live begins', async () => {
    const signedOff = async () => {
      const offer = await service.anOffer({ type: 'microsoft-azure-applications' })
      await service.publish(offer)
      await service.settle()
      await service.goLive(offer)
      id = offer.offerId
    }
    await signedOff()
    expect((await attempts()).cancel).toEqual({ allowed: true })
    expect((await tool.post(`/${id}/cancel`)).status).toBe(202)
    await service.settle()
    expect((await tool.statusOf(id)).status).toBe('canceled')

    await signedOff()
    const current = async () =>
      (await tool.statusOf(id)).steps.find(({ status }: { status: string }) => status !== 'complete')?.id
    expect(await current()).toBe('microsoft-review')
    while ((await current()) === 'microsoft-review') await service.step()
    expect(await current()).toBe('live')
    expect((await attempts()).cancel).toEqual(refused('goingLive'))
    expect(await refusal('cancel')).toEqual([409, 'ActionNotAllowed', 'goingLive'])
    await service.settle()
    expect(await refusal('cancel')).toEqual([409, 'ActionNotAllowed', 'notPublishing'])
    expect((await tool.statusOf(id)).status).toBe('succeeded')
  })

  test('a message says when the action will be possible, and the details say the same', async () => {
    const message = async (action: 'golive' | 'cancel') => {
      const { error } = (await tool.post(`/${id}/${action}`)).json
      expect(error.details[0].message).toBe(error.message)
      return error.message
    }
    expect(await message('cancel')).toBe(
      'Cancel Publish is not possible now: no version of the offer is being published. Publish the offer first.',
    )
    await tool.publish(id)
    expect(await message('golive')).toMatch(/^Go Live is not possible now: .* when .* waitingForPublisherReview\.$/)
    expect(await message('cancel')).toMatch(/^Cancel Publish is not possible now: .* possible as soon as .*sign-off/)
  })

  test('Go Live again while the offer goes live is answered with the same operation, and recorded once', async () => {
    const offer = await service.anOffer({ type: 'microsoft-azure-applications' })
    await service.publish(offer)
    await service.settle()
    const first = await tool.post(`/${offer.offerId}/golive`)
    const again = await tool.post(`/${offer.offerId}/golive`)
    expect([again.status, again.headers.get('location')]).toEqual([202, first.headers.get('location')])
    const { total } = (await tool.get(`/api/portal/history?offer=${offer.offerId}&type=OfferGoLiveRequested`)).json
    expect(total).toBe(1)
    await service.settle()
    expect((await tool.post(`/${offer.offerId}/golive`)).status).toBe(409)
  })

  test('a blocked attempt can be canceled, and its messages name code and field', async () => {
    const blocked = await service.anOffer({ type: consulting, content: withoutLeadDestination })
    await service.publish(blocked)
    await service.settle()
    const { status, steps, actions } = await tool.statusOf(blocked.offerId)
    const [step] = steps.filter(({ status }: { status: string }) => status === 'blocked')
    expect([status, actions.cancel]).toEqual(['failed', { allowed: true }])
    expect(step.messages[0]).toMatchObject({
      level: 'error',
      code: 'leadConfigMissing',
      target: 'microsoft-azure-marketplace.leadDestination',
    })
    expect((await tool.post(`/${blocked.offerId}/cancel`)).status).toBe(200)
    const after = await tool.statusOf(blocked.offerId)
    expect([after.status, stepStatuses(after)]).toEqual(['canceled', ['notStarted']])
  })
})
