// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Definition } from '../../src/contract/offers.ts'
import { incomplete, sampleDefinition, withBrokenSas } from '../../src/service/demo/content.ts'
import { type OfferKey, type Service, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

const type = 'microsoft-azure-virtualmachines'
const title = 'microsoft-azure-marketplace.title'
let service: Service
let tool: ReturnType<typeof toolOf>
beforeEach(async () => {
  service = await startService({ at: '2026-03-02T09:00:00.000Z' })
  tool = toolOf(service)
})
afterEach(() => service.close())

const portal = ({ publisherId, offerId }: OfferKey, part: string) =>
  `/api/portal/publishers/${publisherId}/offers/${offerId}/${part}`
const check = async (offer: OfferKey, as?: 'camille' | 'minjun') =>
  (await tool.get(portal(offer, 'publishCheck'), { ...(as && { as }) })).json
const save = (offer: OfferKey, definition: Definition, offerTypeId = type) =>
  tool.put(`/${offer.offerId}`, { offerTypeId, definition }, { headers: { 'if-match': '*' } })
const codes = (problems: { code: string }[]) => problems.map(({ code }) => code)

describe('before Publish', () => {
  test('the check says what is missing, and what a step would find, before anything is sent (U5)', async () => {
    const draft = await service.anOffer({ content: (definition) => withBrokenSas(incomplete(definition)) })
    const { version, problems, foreseen, unfixed } = await check(draft)
    expect([version, [...new Set(codes(problems))]]).toEqual([1, ['requiredField']])
    expect(foreseen).toEqual([expect.objectContaining({ step: { code: 'displaycertify', stepName: 'Certification' } })])
    expect(codes(foreseen[0].problems)[0]).toMatch(/^sas/)
    expect(unfixed).toBeUndefined()
    expect((await tool.statusOf(draft.offerId)).status).toBe('neverPublished')
  })

  test('what failed and was not corrected is said once, until its place in the draft changes (U5)', async () => {
    const offer = await service.anOffer({ name: 'Contoso VPN Gateway', content: withBrokenSas })
    await service.publish(offer)
    await service.settle()
    const broken = withBrokenSas(sampleDefinition(type, 'Contoso VPN Gateway'))
    const failed = await check(offer)
    expect(failed.unfixed).toMatchObject({ publishingVersion: 1, step: { code: 'displaycertify' } })
    expect(failed.foreseen).toEqual([])

    await save(offer, { ...broken, offer: { ...broken.offer, [title]: 'Another title' } })
    expect((await check(offer)).unfixed.messages).toEqual(failed.unfixed.messages)

    await save(offer, sampleDefinition(type, 'Contoso VPN Gateway'))
    const corrected = await check(offer)
    expect([corrected.unfixed, corrected.foreseen]).toEqual([undefined, []])
  })

  test('a rejection that names no field is unfixed until anything changes', async () => {
    const type = 'microsoft-azure-applications'
    const offer = await service.anOffer({ name: 'Contoso VPN Gateway', type })
    await service.publish(offer)
    await service.settle()
    await service.operator.hold(offer)
    await service.goLive(offer)
    await service.settle()
    await service.operator.reject({ ...offer, reason: 'The summary promises too much.', issues: [] })
    expect((await check(offer)).unfixed.messages).toHaveLength(1)
    const sent = sampleDefinition(type, 'Contoso VPN Gateway')
    await save(offer, { ...sent, offer: { ...sent.offer, [title]: 'Another title' } }, type)
    expect((await check(offer)).unfixed).toBeUndefined()
  })
})

describe('the addresses for notifications', () => {
  const publishTo = (offer: OfferKey, emails: string, language: string, as?: 'camille') =>
    tool.publish(offer.offerId, {
      ...(as && { as }),
      body: { metadata: { 'notification-emails': emails, language } },
    })
  const usual = async (offer: OfferKey, as?: 'camille') => {
    const { addresses, remembered, language } = await check(offer, as)
    return { addresses, remembered, language }
  }

  test('are remembered for the account that named them, newest first, with the language', async () => {
    const [first, second] = [await service.anOffer(), await service.anOffer()]
    expect(await usual(first)).toEqual({ addresses: [], remembered: [], language: undefined })
    await publishTo(first, 'ops@contoso.com,avery@contoso.com', 'fr-FR')
    service.clock.advance(60_000)
    await publishTo(second, 'press@contoso.com', 'ko-KR')
    expect(await usual(first)).toEqual({
      addresses: ['ops@contoso.com', 'avery@contoso.com'],
      remembered: ['press@contoso.com', 'avery@contoso.com', 'ops@contoso.com'],
      language: 'ko-KR',
    })
    expect(await usual(await service.anOffer())).toMatchObject({ addresses: ['press@contoso.com'] })
    expect(await usual(second, 'camille')).toEqual({
      addresses: ['press@contoso.com'],
      remembered: [],
      language: undefined,
    })
  })

  test('only the ten newest are remembered, and none of a request that was refused', async () => {
    const offers = await Promise.all([service.anOffer(), service.anOffer({ content: incomplete })])
    await publishTo(offers[1]!, 'never@contoso.com', 'en-US')
    const many = Array.from({ length: 12 }, (_, number) => `team-${number}@contoso.com`)
    await publishTo(offers[0]!, many.join(','), 'en-US')
    const { remembered } = await usual(offers[0]!)
    expect(remembered).toHaveLength(10)
    expect(remembered).not.toContain('never@contoso.com')
  })
})

describe('before Go Live', () => {
  const changes = async (offer: OfferKey, query: string) => (await tool.get(`${portal(offer, 'changes')}${query}`)).json

  test('the answer says field by field what changes for customers (U10, asked 14)', async () => {
    const offer = await service.anOffer({ name: 'Contoso VPN Gateway' })
    await service.publish(offer)
    await service.settle()
    expect(await changes(offer, '?from=live&to=preview')).toEqual({ to: 1, total: 0 })
    await service.goLive(offer)
    await service.settle()
    const { offer: content, ...definition } = sampleDefinition(type, 'Contoso VPN Gateway')
    await save(offer, { ...definition, offer: { ...content, [title]: 'VPN Gateway 2' } })
    await service.publish(offer)
    await service.settle()
    expect(await changes(offer, '?from=live&to=preview')).toEqual({
      from: 1,
      to: 2,
      items: [{ target: title, tab: 'marketplace', before: 'Contoso VPN Gateway', after: 'VPN Gateway 2' }],
      total: 1,
    })
    expect((await tool.get(`${portal(offer, 'changes')}?from=yesterday`)).status).toBe(400)
  })
})
