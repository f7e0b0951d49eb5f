// @vitest-environment node
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Attempts } from '../../src/contract/attempts.ts'
import type { Issue } from '../../src/contract/operator.ts'
import { sampleDefinition } from '../../src/service/demo/content.ts'
import { type OfferKey, type Service, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

const type = 'microsoft-powerbi-app'
const title = 'microsoft-azure-marketplace.title'
const summary = 'microsoft-azure-marketplace.summary'
const aboutNothing = { title: 'The offer misleads', link: 'https://dev.azure.com/reviews/1' }
const aboutTitle = { title: 'The title misleads', link: 'https://dev.azure.com/reviews/2', target: title }

let service: Service
let tool: ReturnType<typeof toolOf>
beforeEach(async () => {
  service = await startService({ at: '2026-03-02T09:00:00.000Z' })
  tool = toolOf(service)
})
afterEach(() => service.close())

async function rejected(issues: Issue[]) {
  const offer = await service.anOffer({ name: 'Contoso VPN Gateway', type })
  await service.operator.hold(offer)
  await service.publish(offer)
  await service.settle()
  await service.operator.reject({ ...offer, issues })
  service.clock.advance(60_000)
  return offer
}

async function save({ offerId }: OfferKey, changes: Record<string, unknown> = {}) {
  const { offer, ...rest } = sampleDefinition(type, 'Contoso VPN Gateway')
  const definition = { ...rest, offer: { ...offer, ...changes } }
  const saved = await tool.put(`/${offerId}`, { offerTypeId: type, definition }, { headers: { 'if-match': '*' } })
  expect(saved.status).toBe(200)
}

async function statesOf({ publisherId, offerId }: OfferKey) {
  const { json } = await tool.get(`/api/portal/publishers/${publisherId}/offers/${offerId}/attempts`)
  return Attempts.parse(json).issues.map(({ state }) => state)
}

test('a review issue is open, also after the draft was saved without a change (asked 2)', async () => {
  const offer = await rejected([aboutNothing])
  expect(await statesOf(offer)).toEqual(['open'])
  await save(offer)
  expect(await statesOf(offer)).toEqual(['open'])
})

test('it is corrected while the draft differs from what was reviewed (asked 2)', async () => {
  const offer = await rejected([aboutNothing])
  await save(offer, { [summary]: 'What the offer really does.' })
  expect(await statesOf(offer)).toEqual(['corrected'])
  await save(offer)
  expect(await statesOf(offer)).toEqual(['open'])
})

test('an issue that names a field is corrected by a change of that field only, and its message names the field (asked 2)', async () => {
  const offer = await rejected([aboutNothing, aboutTitle])
  const { steps } = await tool.statusOf(offer.offerId)
  const { messages } = steps.find(({ status }: { status: string }) => status === 'rejected')
  expect(messages).toMatchObject([{ code: 'certificationRejected' }, { target: title, tab: 'storefront' }])
  expect(messages[0]).not.toHaveProperty('target')
  await save(offer, { [summary]: 'What the offer really does.' })
  expect(await statesOf(offer)).toEqual(['corrected', 'open'])
  await save(offer, { [title]: 'VPN Gateway for branch offices' })
  expect(await statesOf(offer)).toEqual(['corrected', 'corrected'])
})

test('it was sent again only with an attempt that changes it (asked 2)', async () => {
  const offer = await rejected([aboutNothing, aboutTitle])
  await service.publish(offer)
  expect(await statesOf(offer)).toEqual(['open', 'open'])
  await service.settle()
  await service.operator.reject({ ...offer, issues: [{ ...aboutNothing, link: 'https://dev.azure.com/reviews/3' }] })
  await save(offer, { [title]: 'VPN Gateway for branch offices' })
  await service.publish(offer)
  expect(await statesOf(offer)).toEqual(['sentAgain', 'sentAgain', 'sentAgain'])
})

test('an offer that went live has no review issue any more', async () => {
  const offer = await rejected([aboutNothing])
  await service.operator.release(offer)
  await save(offer, { [title]: 'VPN Gateway for branch offices' })
  await service.publish(offer)
  await service.settle()
  await service.goLive(offer)
  await service.settle()
  expect(await statesOf(offer)).toEqual([])
})
