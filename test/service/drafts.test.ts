// @vitest-environment node
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleDefinition, withoutLeadDestination } from '../../src/service/demo/content.ts'
import { definitionOf } from '../../src/service/store/offerVersions.ts'
import { type Service, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

let service: Service
let tool: ReturnType<typeof toolOf>
beforeAll(async () => {
  service = await startService()
  tool = toolOf(service)
})
afterAll(() => service.close())

const portal = '/api/portal/publishers/contoso/offers'
const contentOf = (offerId: string) => definitionOf(service.deps.db)('contoso', offerId, 1)

test('the Editor reads who saved a draft, where secrets are kept, and a tag that saves over it', async () => {
  const { offerId } = await service.anOffer({ type: 'microsoft-azure-container' })
  const { json } = await tool.get(`${portal}/${offerId}/draft`)
  expect(json).toMatchObject({ canDelete: true, offer: { id: offerId } })
  expect(json.kept).toEqual([
    ['offer', 'microsoft-azure-marketplace.tableLeadConfiguration', 'connectionString'],
    ['plans', 'standard', 'microsoft-azure-container.imageRepository', 'password'],
  ])
  const { offerTypeId, definition } = json.offer
  const saved = await tool.put(`/${offerId}`, { offerTypeId, definition }, { headers: { 'if-match': json.tag } })
  expect(saved.status).toBe(200)
  expect(await contentOf(offerId)).toEqual(sampleDefinition('microsoft-azure-container', definition.displayText))
  expect((await tool.get(`${portal}/${offerId}/draft`)).json.saved).toMatchObject({ actor: 'avery@contoso.com' })
})

test('a new offer is empty, or a copy with its secrets under another name', async () => {
  const type = 'microsoft-azure-saas'
  const empty = await tool.post(portal, { id: 'New-One', name: 'New', offerTypeId: type })
  expect([empty.status, empty.json.id]).toEqual([201, 'new-one'])
  expect(await contentOf('new-one')).toEqual({ displayText: 'New', offer: {}, plans: [] })
  expect((await tool.post(portal, { id: 'new-one', name: 'New', offerTypeId: type })).status).toBe(409)

  const { offerId } = await service.anOffer({ type, name: 'First' })
  expect((await tool.post(portal, { id: 'second', name: 'Second', copyOf: offerId })).status).toBe(201)
  expect(await contentOf('second')).toEqual({ ...sampleDefinition(type, 'First'), displayText: 'Second' })
  expect((await tool.post(portal, { id: 'third', name: 'Third', copyOf: 'unknown' })).status).toBe(404)
  expect((await tool.post(portal, { id: 'third', name: 'Third', copyOf: 'no\u0000text' })).status).toBe(400)
  for (const wrong of [{}, { offerTypeId: type, copyOf: offerId }, { offerTypeId: 'toaster' }])
    expect((await tool.post(portal, { id: 'fourth', name: 'Fourth', ...wrong })).status).toBe(400)
})

test('an offer is deleted before its first publish and never after it; History keeps its events', async () => {
  const offer = await service.anOffer({ name: 'Short Lived' })
  await tool.post(`${portal}/${offer.offerId}/watch`, { watching: true })
  expect((await tool.delete(`${portal}/${offer.offerId}`)).status).toBe(204)
  expect((await tool.get(`/${offer.offerId}`)).status).toBe(404)
  expect((await tool.delete(`${portal}/${offer.offerId}`)).status).toBe(404)
  const { json } = await tool.get('/api/portal/history?type=OfferDeleted')
  expect(json.items).toMatchObject([
    { type: 'OfferDeleted', offerId: 'short-lived', offerName: 'short-lived', details: { name: 'Short Lived' } },
  ])

  const published = await service.anOffer()
  await service.publish(published)
  expect((await tool.get(`${portal}/${published.offerId}/draft`)).json.canDelete).toBe(false)
  expect((await tool.delete(`${portal}/${published.offerId}`)).status).toBe(409)
  expect((await tool.get(`/${published.offerId}`)).status).toBe(200)
})

test('a test lead says what is wrong with the lead destination, and where', async () => {
  const type = 'microsoft-consulting-services'
  const good = await service.anOffer({ type })
  expect((await tool.post(`${portal}/${good.offerId}/testLead`)).json).toEqual({ problems: [] })
  const bad = await service.anOffer({ type, content: withoutLeadDestination })
  expect((await tool.post(`${portal}/${bad.offerId}/testLead`)).json.problems).toMatchObject([
    { code: 'leadConfigMissing', target: 'microsoft-azure-marketplace.leadDestination', tab: 'storefront' },
  ])
})

test('a save, a new offer and a delete that are sent again with their key happen once (asked 7)', async () => {
  const key = { 'idempotency-key': 'lost' }
  const body = { id: 'once', name: 'Once', offerTypeId: 'microsoft-azure-saas' }
  expect((await tool.post(portal, body, { headers: key })).status).toBe(201)
  expect((await tool.post(portal, body, { headers: key })).status).toBe(201)
  expect((await tool.post(portal, { ...body, name: 'Other' }, { headers: key })).status).toBe(422)

  const { tag } = (await tool.get(`${portal}/once/draft`)).json
  const draft = { offerTypeId: body.offerTypeId, definition: { displayText: 'Once saved', offer: {}, plans: [] } }
  const save = () => tool.put('/once', draft, { headers: { ...key, 'if-match': tag } })
  const [first, again] = [await save(), await save()]
  expect([first.status, again.status, again.headers.get('etag')]).toEqual([200, 200, first.headers.get('etag')])
  expect((await tool.put('/once', draft, { headers: { 'if-match': tag } })).status).toBe(412)
  expect((await tool.get('/api/portal/history?offer=once&type=OfferSaved')).json.total).toBe(1)

  const remove = () => tool.delete(`${portal}/once`, { headers: key })
  expect([(await remove()).status, (await remove()).status]).toEqual([204, 204])
  expect((await tool.get('/api/portal/history?offer=once&type=OfferDeleted')).json.total).toBe(1)
})
