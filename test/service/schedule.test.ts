// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { scheduleKeeper } from '../../src/service/offers/keepSchedule.ts'
import { type OfferKey, type Service, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

let service: Service
let tool: ReturnType<typeof toolOf>
let offer: OfferKey
beforeEach(async () => {
  service = await startService({ at: '2026-03-02T09:00:00.000Z' })
  tool = toolOf(service)
  offer = await atSignOff()
})
afterEach(() => service.close())

async function atSignOff() {
  const offer = await service.anOffer({ type: 'microsoft-azure-applications' })
  await service.publish(offer)
  await service.settle()
  return offer
}
const hour = 3_600_000
const path = ({ publisherId, offerId }: OfferKey) =>
  `/api/portal/publishers/${publisherId}/offers/${offerId}/goLiveSchedule`
const statusOf = () => tool.statusOf(offer.offerId)
const tomorrow = { date: '2026-03-03', time: '09:00', zone: 'Europe/Paris' }
const schedule = async (more: object = {}, as?: 'camille' | 'minjun') =>
  tool.put(path(offer), { operationId: (await statusOf()).operationId, ...tomorrow, ...more }, { ...(as && { as }) })
const takeBack = async (as?: 'minjun') => {
  const query = `?operationId=${(await statusOf()).operationId}`
  return service.request(`${path(offer)}${query}`, { method: 'DELETE', ...(as && { as }) })
}
const events = async () => {
  const { items } = (await tool.get(`/api/portal/history?offer=${offer.offerId}`)).json
  return items
    .filter(({ type }: { type: string }) => type.startsWith('OfferGoLive'))
    .map(({ type, actor, details }: { type: string; actor: string; details: { unscheduled?: string } }) =>
      [type.replace('OfferGoLive', ''), actor, details.unscheduled].filter(Boolean).join(' '),
    )
    .reverse()
}
const mails = async () => {
  const { items } = (await tool.get(`/api/portal/notifications?offer=${offer.offerId}`)).json
  return items
    .filter(({ kind }: { kind: string }) => kind.startsWith('goLive'))
    .map(({ text }: { text: string }) => text)
    .reverse()
}
const row = async () => {
  const { items } = (await tool.get('/api/portal/offers')).json
  return items.find(({ offerId }: { offerId: string }) => offerId === offer.offerId)
}
const rest = async (hours: number) => {
  service.clock.advance(hours * hour)
  await service.tick()
}

describe('a scheduled Go Live', () => {
  test('leaves what needs its publisher until it is taken back, and Approvals shows it after what waits', async () => {
    const other = await atSignOff()
    const needed = async (more = '') => {
      const { attention, counts, items, total } = (await tool.get(`/api/portal/approvals?attention=needsYou${more}`))
        .json
      const { waiting } = (await tool.get('/api/portal/session')).json
      const ids = items.map(({ offerId }: { offerId: string }) => offerId)
      return { ids, total, needsYou: attention.needsYou, waiting, counted: counts.awaitingSignoff }
    }
    const both = [other.offerId, offer.offerId]
    expect((await needed()).ids.toSorted()).toEqual(both.toSorted())
    await schedule()
    const alone = { ids: [other.offerId], total: 1, needsYou: 1, waiting: 1, counted: 1 }
    expect(await needed()).toEqual(alone)
    expect(await needed('&q=offer')).toEqual(alone)
    const { items } = (await tool.get('/api/portal/approvals?sort=action')).json
    expect(items.map(({ offerId }: { offerId: string }) => offerId)).toEqual(both)
    await takeBack()
    expect(await needed()).toMatchObject({ total: 2, needsYou: 2, waiting: 2 })
  })

  test('is carried out at its time, not before, and is told in status, list, history and mail', async () => {
    const answer = await schedule()
    const time = '2026-03-03T08:00:00.000Z'
    expect(answer.json).toMatchObject({ time, zone: 'Europe/Paris', actor: 'avery@contoso.com' })
    expect((await statusOf()).goLiveSchedule).toEqual(answer.json)
    expect((await row()).goLiveTime).toBe(time)
    expect((await mails())[0]).toContain('9:00:00 AM GMT+1')
    await rest(22)
    expect((await statusOf()).status).toBe('waitingForPublisherReview')
    await rest(1.1)
    const { status, steps, goLiveSchedule } = await statusOf()
    expect([status, goLiveSchedule, (await row()).goLiveTime]).toEqual(['running', undefined, undefined])
    expect(steps.find(({ id }: { id: string }) => id === 'publisher-signoff').endedBy).toBe('avery@contoso.com')
    expect(await events()).toEqual(['Scheduled avery@contoso.com', 'Requested avery@contoso.com'])
  })

  test('goes live once, though two replicas see that it is due', async () => {
    await schedule()
    const replica = scheduleKeeper(service.deps)
    service.clock.advance(24 * hour)
    await Promise.all([service.follow(), replica(), replica()])
    await service.tick()
    expect((await events()).filter((event: string) => event.startsWith('Requested'))).toHaveLength(1)
  })

  test('can be taken back until then, by anyone who may decide', async () => {
    await schedule({}, 'camille')
    expect((await takeBack()).status).toBe(204)
    await rest(48)
    expect((await statusOf()).status).toBe('waitingForPublisherReview')
    expect(await events()).toEqual(['Scheduled camille@contoso.com', 'Unscheduled avery@contoso.com'])
    expect((await mails())[1]).toContain('Taken back by: avery@contoso.com')
    expect((await takeBack()).status).toBe(204)
    expect(await events()).toHaveLength(2)
    await service.goLive(offer)
    expect((await takeBack()).status).toBe(409)
  })

  test('is replaced by another time, and repeated without a trace', async () => {
    await schedule()
    await schedule()
    expect(await events()).toHaveLength(1)
    await schedule({ time: '17:30' })
    expect((await statusOf()).goLiveSchedule.time).toBe('2026-03-03T16:30:00.000Z')
    expect(await mails()).toHaveLength(2)
  })

  test('ends with a cancel, and another preview is not taken live in its place', async () => {
    await schedule()
    await service.cancel(offer, 'Wrong price')
    expect(await events()).toEqual(['Scheduled avery@contoso.com', 'Unscheduled system canceled'])
    await service.publish(offer)
    await service.settle()
    await rest(48)
    expect((await statusOf()).status).toBe('waitingForPublisherReview')
  })

  test('is not carried out for someone who may no longer decide, and a mail says so', async () => {
    await schedule({}, 'camille')
    await service.deps.db
      .updateTable('membership')
      .set({ role: 'reader' })
      .where('account_id', '=', 'camille')
      .execute()
    await rest(24)
    expect((await statusOf()).status).toBe('waitingForPublisherReview')
    expect((await row()).goLiveTime).toBeUndefined()
    expect((await events()).at(-1)).toBe('Unscheduled system role')
    expect((await mails())[1]).toContain('may no longer decide')
  })

  test('is carried out late when the service was down for hours, but not after a day', async () => {
    await schedule()
    await rest(23 + 20)
    expect((await statusOf()).status).toBe('running')
    offer = await atSignOff()
    await schedule({ date: '2026-03-10' })
    await rest(24 * 20)
    expect((await statusOf()).status).toBe('waitingForPublisherReview')
    expect((await events()).at(-1)).toBe('Unscheduled system late')
  })
})

describe('scheduling is refused', () => {
  test('for a time that does not exist or has passed, with the reason', async () => {
    const refusal = async (more: object) => {
      const { status, json } = await schedule(more)
      return [status, json.error.details[0].code]
    }
    expect(await refusal({ date: '2026-03-29', time: '02:30' })).toEqual([400, 'noSuchTime'])
    expect(await refusal({ date: '2026-03-01' })).toEqual([400, 'timePassed'])
    expect(await refusal({ zone: 'Mars/Olympus' })).toEqual([400, 'unknownZone'])
    expect(await refusal({ time: '25:00' })).toEqual([400, 'invalidInput'])
    expect(await events()).toEqual([])
  })

  test('for another submission than the one that was seen, for readers, and when nothing waits for sign-off', async () => {
    expect((await schedule({ operationId: 'another' })).status).toBe(412)
    expect((await schedule({}, 'minjun')).status).toBe(403)
    expect((await takeBack('minjun')).status).toBe(403)
    await service.goLive(offer)
    expect((await schedule()).json.error.details[0].code).toBe('signedOff')
  })
})
