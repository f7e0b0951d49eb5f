// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sampleDefinition } from '../../src/service/demo/content.ts'
import { type Service, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

let service: Service
let tool: ReturnType<typeof toolOf>
/** A separate offer for each test. */
let id: string
let path: string
let count = 0
beforeAll(async () => {
  service = await startService({ at: '2026-03-02T09:00:00.000Z' })
  tool = toolOf(service)
})
beforeEach(() => {
  id = `server-${++count}`
  path = `/${id}`
})
afterAll(() => service.close())

const type = 'microsoft-azure-virtualmachines'
const content = (name = 'Contoso Server') => ({ offerTypeId: type, definition: sampleDefinition(type, name) })
const anyDraft = { headers: { 'if-match': '*' } }

describe('saving an offer', () => {
  test('creates a new one, and answers with its draft and the tag for the next save', async () => {
    const made = await tool.put(path, content())
    expect([made.status, made.headers.get('etag')]).toEqual([201, expect.stringMatching(/^W\/"draft-/)])
    expect(made.json).toMatchObject({ id, publisherId: 'contoso', version: 1, status: 'neverPublished' })
    const read = await tool.get(path)
    expect(read.json).toEqual(made.json)
    expect(read.headers.get('etag')).toBe(made.headers.get('etag'))
  })

  test('changes an existing one with the latest tag or with *', async () => {
    const tag = (await tool.put(path, content())).headers.get('etag')!
    const saved = await tool.put(path, content('Second'), { headers: { 'if-match': tag } })
    expect([saved.status, saved.json.definition.displayText]).toEqual([200, 'Second'])
    expect(saved.headers.get('etag')).not.toBe(tag)
    const forced = await tool.put(path, content('Third'), anyDraft)
    expect([forced.status, forced.json.definition.displayText]).toEqual([200, 'Third'])
  })

  test('overwrites nothing without If-Match, and the message says what to send', async () => {
    await tool.put(path, content())
    const { status, json } = await tool.put(path, content('Overwritten'))
    expect([status, json.error.code]).toEqual([409, 'InvalidResourceId'])
    expect(json.error.message).toMatch(/server-\d+ already exists.*If-Match/)
    expect((await tool.get(path)).json.definition.displayText).toBe('Contoso Server')
  })

  test('is refused for the second of two people who read the same draft', async () => {
    const tag = (await tool.put(path, content())).headers.get('etag')!
    const both = await Promise.all(
      ['First', 'Second'].map((name) => tool.put(path, content(name), { headers: { 'if-match': tag } })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
    const winner = both.find(({ status }) => status === 200)!
    expect((await tool.get(path)).json.definition.displayText).toBe(winner.json.definition.displayText)
  })

  test('creates one offer when two requests create it at the same time', async () => {
    const both = await Promise.all(['First', 'Second'].map((name) => tool.put(path, content(name))))
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    expect((await tool.get(path)).status).toBe(200)
  })

  test('creates nothing when a tag is sent for a missing offer', async () => {
    expect((await tool.put(path, content(), { headers: { 'if-match': 'W/"draft-7"' } })).status).toBe(412)
    expect((await tool.get(path)).status).toBe(404)
  })

  test('is still possible after publishing, with the tag read before', async () => {
    const tag = (await tool.put(path, content())).headers.get('etag')!
    await tool.publish(id)
    await service.settle()
    expect((await tool.put(path, content('Next'), { headers: { 'if-match': tag } })).status).toBe(200)
  })

  const { definition } = content()
  test.each<[string, unknown, string]>([
    ['no offer type', { definition }, 'offerTypeId'],
    ['an unknown offer type', { ...content(), offerTypeId: 'microsoft-bananas' }, 'offerTypeId'],
    ['no content', { offerTypeId: type }, 'definition'],
    ['no name', { ...content(), definition: { ...definition, displayText: '   ' } }, 'displayText'],
    ['too long a name', { ...content(), definition: { ...definition, displayText: 'x'.repeat(51) } }, 'displayText'],
    ...[
      ['a name that no database stores', 'a\u0000b'],
      ['a name of several lines', 'Contoso\nServer'],
      ['a name that reverses the text after it', 'Contoso \u202eServer'],
      ['an invisible name', '\u200b\u3164'],
    ].map(([title, displayText]): [string, unknown, string] => [
      title!,
      { ...content(), definition: { ...definition, displayText } },
      'displayText',
    ]),
    ['plans that are no list', { ...content(), definition: { ...definition, plans: 'all' } }, 'plans'],
    ['a plan without its id', { ...content(), definition: { ...definition, plans: [{}] } }, 'plans.planId'],
    ['a different publisher than in the address', { ...content(), publisherId: 'fabrikam' }, 'publisherId'],
    ['a different ID than in the address', { ...content(), id: 'other' }, 'id'],
  ])('refuses an offer with %s and names the field', async (_, body, target) => {
    const { status, json } = await tool.put(path, body)
    expect([status, json.error.code]).toEqual([400, 'InvalidInput'])
    expect(json.error.details.map((detail: { target: string }) => detail.target)).toContain(target)
    expect((await tool.get(path)).status).toBe(404)
  })

  test('tells the fields of each offer type, by the tabs of the Editor', async () => {
    const { json } = await tool.get('/api/offerTypes/microsoft-consulting-services?api-version=2017-10-31')
    expect(json.form.map(({ name }: { name: string }) => name)).toEqual(['settings', 'storefront', 'contacts'])
    expect(json.form[1].fields[0]).toEqual({
      name: 'microsoft-consulting-services.serviceType',
      kind: 'text',
      required: true,
    })
    expect((await tool.get('/api/offerTypes/nothing?api-version=2017-10-31')).status).toBe(404)
  })

  test.each(['-server', 'server-', 'ser ver', 'sérver', 'x'.repeat(51), 'ser\u0000ver'])(
    '%s is no id of an offer',
    async (id) => {
      expect((await tool.put(`/${encodeURI(id)}`, content())).status).toBe(400)
    },
  )

  test('cannot change the type of an offer', async () => {
    await tool.put(path, content())
    const other = 'microsoft-azure-saas'
    const { status, json } = await tool.put(
      path,
      { offerTypeId: other, definition: sampleDefinition(other, 'X') },
      anyDraft,
    )
    expect([status, json.error.details[0].target]).toEqual([400, 'offerTypeId'])
  })

  test('refuses a body that is not JSON or is not declared as JSON', async () => {
    expect((await tool.put(path, '{"offerTypeId":')).status).toBe(400)
    expect((await tool.put(path, '')).status).toBe(400)
    expect((await tool.put(path, content(), { headers: { 'content-type': 'application/xml' } })).status).toBe(415)
    expect((await tool.put(path, `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`)).status).toBe(400)
    expect((await tool.put(path, `"${'x'.repeat(1024 * 1024)}"`)).status).toBe(413)
    expect((await tool.get(path)).status).toBe(404)
  })

  test('describes what is wrong with a field in words', async () => {
    const { json } = await tool.put(path, { ...content(), definition: { ...definition, plans: 'all' } })
    expect(json.error.details[0].message).toBe('Invalid input: expected array, received string')
  })

  test('ignores extra fields that older tools send', async () => {
    const older = {
      ...content(),
      publisherId: 'contoso',
      id,
      version: 4,
      eTag: 'W/"x"',
      offerTypeVersions: { [type]: 87 },
    }
    expect((await tool.put(path, older)).json).toMatchObject({ id, version: 1 })
  })
})

describe('versions and slots', () => {
  const name = async (address: string) => {
    const { status, json } = await tool.get(address)
    return status === 200 ? `${json.version} ${json.definition.displayText}` : json.error.message
  }
  const noSlot = (slot: string) => `There is no ${slot} slot deployed for Offer ID '${id}', Publisher ID 'contoso'.`

  test('an offer is in the preview slot once it waits for sign-off, in production once it is live, and edits stay in the draft', async () => {
    await tool.put(path, content('One'))
    expect(await name(`${path}/slot/Draft`)).toBe('1 One')
    expect(await name(`${path}/slot/Preview`)).toBe(noSlot('Preview'))
    expect(await name(`${path}/slot/Production`)).toBe(noSlot('Production'))

    await tool.publish(id)
    await tool.put(path, content('Two'), anyDraft)
    await tool.put(path, content('Two, bettered'), anyDraft)
    expect(await name(path)).toBe('2 Two, bettered')
    expect(await name(`${path}/slot/Preview`)).toBe(noSlot('Preview'))

    await service.settle()
    expect(await name(`${path}/slot/Preview`)).toBe('1 One')
    expect(await name(`${path}/slot/Production`)).toBe(noSlot('Production'))

    await tool.post(`${path}/golive`)
    await service.settle()
    expect(await name(`${path}/slot/Production`)).toBe('1 One')
    expect(await name(`${path}/slot/production`)).toBe('1 One')
    expect(await name(`${path}/slot/DRAFT`)).toBe('2 Two, bettered')
    expect(await name(`${path}/versions/1`)).toBe('1 One')
    expect(await name(`${path}/versions/2`)).toBe('2 Two, bettered')
    expect(await name(`${path}/versions/3`)).toBe(`Version 3 of offer ${id} does not exist.`)
    expect(await name(`${path}/slot/Staging`)).toBe('There is no slot Staging.')
  })

  test('a delisted offer leaves production until it is listed again', async () => {
    await tool.put(path, content('One'))
    await tool.publish(id)
    await service.settle()
    await tool.post(`${path}/golive`)
    await service.settle()
    const offer = { publisherId: 'contoso', offerId: id }
    await service.operator.delist(offer)
    expect(await name(`${path}/slot/Production`)).toBe(noSlot('Production'))
    await service.operator.relist(offer)
    expect(await name(`${path}/slot/Production`)).toBe('1 One')
  })

  test('the draft has the same tag at every address', async () => {
    const tag = (await tool.put(path, content())).headers.get('etag')
    for (const address of [path, `${path}/slot/Draft`, `${path}/versions/1`])
      expect([address, (await tool.get(address)).headers.get('etag')]).toEqual([address, tag])
  })
})

test('lists contain the publishers, the types and the offers of one publisher', async () => {
  await tool.put(path, content())
  const publishers = (await tool.get('/api/publishers')).json
  expect(publishers.map(({ id }: { id: string }) => id)).toEqual(['contoso', 'fabrikam', 'northwind'])
  expect((await tool.get('/api/offerTypes')).json).toHaveLength(10)
  const own = (await tool.get('')).json.filter((offer: { id: string }) => offer.id === id)
  expect(own).toEqual([
    {
      offerTypeId: type,
      publisherId: 'contoso',
      status: 'neverPublished',
      id,
      version: 1,
      definition: { displayText: 'Contoso Server' },
      changedTime: service.clock.now().toISOString(),
    },
  ])
  expect((await toolOf(service, 'fabrikam').get('')).json).toEqual([])
})

test('deeply nested content is either saved completely or refused', async () => {
  const nested = (levels: number): unknown => (levels === 0 ? 'the bottom' : { inner: nested(levels - 1) })
  const deep = (levels: number) => {
    const body = content()
    return { ...body, definition: { ...body.definition, offer: { ...body.definition.offer, deep: nested(levels) } } }
  }
  expect((await tool.put(path, deep(50))).status).toBe(201)
  expect((await tool.get(path)).json.definition.offer.deep).toEqual(nested(50))
  expect((await tool.put(path, deep(60), anyDraft)).status).toBe(400)
})

test('an offer that is sent without plans is saved with none', async () => {
  const { plans: _, ...rest } = sampleDefinition('microsoft-azure-saas', 'Freight')
  const { status, json } = await tool.put('/freight', { offerTypeId: 'microsoft-azure-saas', definition: rest })
  expect([status, json.definition.plans]).toEqual([201, []])
})

test('a virtual machine that a newer tool writes under its own names is published as one', async () => {
  const definition = sampleDefinition('microsoft-azure-virtualmachines', 'Relay')
  const newer = (name: string) =>
    name
      .replace('microsoft-azure-virtualmachines.', 'microsoft-azure-corevm.')
      .replace(/\.vmImages$/, '.vmImagesPublicAzure')
  const plans = definition.plans.map(({ planId, ...plan }) => ({
    planId,
    ...Object.fromEntries(Object.entries(plan).map(([name, value]) => [newer(name), value])),
  }))
  const offer = { offerTypeId: 'microsoft-azure-corevm', definition: { ...definition, plans } }
  const { status, json } = await tool.put('/relay', offer)
  expect([status, json.offerTypeId]).toEqual([201, 'microsoft-azure-virtualmachines'])
  expect(Object.keys(json.definition.plans[0])).toEqual(Object.keys(plans[0]!))
  expect((await tool.put('/relay', offer, { headers: { 'if-match': '*' } })).status).toBe(200)
  expect((await tool.publish('relay')).status).toBe(202)
  await service.settle()
  expect((await tool.statusOf('relay')).status).toBe('waitingForPublisherReview')
})
