// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { incomplete, sampleDefinition } from '../../src/service/demo/content.ts'
import { type Service, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

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

const edit = (name: string) =>
  tool.put(
    `/${id}`,
    { offerTypeId: machine, definition: sampleDefinition(machine, name) },
    { headers: { 'if-match': '*' } },
  )

describe('publishing', () => {
  test('answers immediately with the address of the operation, in both headers', async () => {
    const { status, text, headers } = await tool.publish(id)
    expect([status, text]).toEqual([202, ''])
    const address = headers.get('operation-location')!
    expect(headers.get('location')).toBe(address)
    expect(address).toMatch(
      new RegExp(`^/api/publishers/contoso/offers/${id}/operations/[0-9a-f-]{36}\\?api-version=2017-10-31$`),
    )
    expect((await tool.get(address)).json).toMatchObject({ status: 'running', offerVersion: 1, publishingVersion: 1 })
    expect((await tool.get(`/api/operations/contoso$${id}$1$preview`)).json).toEqual((await tool.get(address)).json)
    expect((await tool.statusOf(id)).operationId).toBe(/operations\/([^?]+)/.exec(address)![1])
  })

  test('the same version again answers with the running operation', async () => {
    const first = await tool.publish(id)
    await service.step()
    const second = await tool.publish(id)
    expect([second.status, second.headers.get('location')]).toEqual([202, first.headers.get('location')])
    expect(await tool.submissions(id)).toHaveLength(1)
  })

  test('a newer version is refused while one is being published, which keeps its content', async () => {
    await tool.publish(id)
    expect((await edit('Edited')).json.version).toBe(2)
    const { status, json } = await tool.publish(id)
    expect([status, json.error.code]).toEqual([409, 'SubmissionRunning'])
    await service.settle()
    expect((await tool.get(`/${id}/slot/Preview`)).json.definition.displayText).not.toBe('Edited')
    await tool.post(`/${id}/golive`)
    await service.settle()
    expect((await tool.publish(id)).status).toBe(202)
    await service.settle()
    expect((await tool.get(`/${id}/slot/Preview`)).json.definition.displayText).toBe('Edited')
    expect((await tool.get(`/${id}/slot/Production`)).json.version).toBe(1)
  })

  test('an incomplete draft lists every missing field, and nothing starts', async () => {
    const { offerId } = await service.anOffer({ content: incomplete })
    const before = await tool.statusOf(offerId)
    const { status, json } = await tool.publish(offerId)
    expect([status, json.error.code]).toEqual([422, 'ValidationFailed'])
    expect(json.error.message).toContain(json.error.details[0].message)
    const targets = json.error.details.map(({ target }: { target: string }) => target)
    expect(targets).toContain('microsoft-azure-marketplace.summary')
    expect(targets).toContain('microsoft-azure-marketplace.supportContactEmail')
    expect(new Set(targets).size).toBe(targets.length)
    expect(json.error.details).toEqual(before.actions.publish.problems)
    expect(await tool.statusOf(offerId)).toEqual(before)
    expect(await tool.submissions(offerId)).toEqual([])
  })

  test.each(['', 'avery', 'avery@contoso.com, nobody', 'a@b.c\r\nBcc: everybody@contoso.com', ','])(
    'needs valid e-mail addresses: %j is refused',
    async (emails) => {
      const { status, json } = await tool.post(`/${id}/publish`, { metadata: { 'notification-emails': emails } })
      expect([status, json.error.details[0].target]).toEqual([400, 'metadata.notification-emails'])
      expect(await tool.submissions(id)).toEqual([])
    },
  )
})

test('publishing without addresses uses those of the previous submission, else the owners’, and says so', async () => {
  const said = (emails: string) => ({
    message: `The request names no e-mail addresses: notifications go to ${emails}.`,
  })
  const emails = async () => (await tool.statusOf(id)).notificationEmails
  const first = await tool.post(`/${id}/publish`)
  expect([first.status, first.json, await emails()]).toEqual([202, said('avery@contoso.com'), 'avery@contoso.com'])
  expect(first.headers.get('location')).toContain('/operations/')
  await service.settle()
  await tool.post(`/${id}/cancel`)
  await tool.post(`/${id}/publish`, { metadata: { 'notification-emails': 'a@contoso.com, b@contoso.com' } })
  await service.settle()
  await tool.post(`/${id}/cancel`)
  const third = await tool.post(`/${id}/publish`, { metadata: {} })
  expect([third.status, third.json, await emails()]).toEqual([
    202,
    said('a@contoso.com, b@contoso.com'),
    'a@contoso.com, b@contoso.com',
  ])
})

test('submissions are listed newest first, and can be filtered by state under either name, in any case', async () => {
  await tool.publish(id)
  await service.settle()
  await tool.post(`/${id}/cancel`)
  await tool.publish(id)
  const all = await tool.submissions(id)
  expect(
    all.map(({ publishingVersion, submissionState }: Record<string, unknown>) => [publishingVersion, submissionState]),
  ).toEqual([
    [2, 'running'],
    [1, 'canceled'],
  ])
  expect(all[0]).toMatchObject({
    submissionType: 'publish',
    slot: 'staging',
    version: 1,
    definition: { metadata: { emails: 'avery@contoso.com' } },
  })
  for (const filter of ['?status=running', '?submissionState=RUNNING', '?status=Running&submissionState=canceled'])
    expect([filter, (await tool.submissions(id, filter)).length]).toEqual([filter, 1])
  expect(await tool.submissions(id, '?status=failed')).toEqual([])
  expect((await tool.get(`/${id}/submissions?status=canceled`)).json).toHaveLength(1)
})

test('a submission is found as running while it waits for sign-off, in the slot it has reached, and as complete at the end', async () => {
  const slots = async (state: string) =>
    (await tool.submissions(id, `?status=${state}`)).map(({ slot, submissionState }: Record<string, unknown>) => {
      expect(submissionState).toBe(state)
      return slot
    })
  await tool.publish(id)
  await service.settle()
  expect([await slots('running'), await slots('waitingForPublisherReview')]).toEqual([['staging'], ['staging']])
  await tool.post(`/${id}/golive`)
  expect([await slots('running'), await slots('waitingForPublisherReview')]).toEqual([['production'], []])
  await service.settle()
  expect([await slots('running'), await slots('succeeded'), await slots('complete')]).toEqual([
    [],
    ['production'],
    ['production'],
  ])
})

test('every documented address gives the same answer with a slash at its end, and an idempotency key counts for both', async () => {
  const address = (await tool.publish(id)).headers.get('location')!
  await service.settle()
  for (const path of [
    '/api/publishers',
    '/api/offerTypes',
    '',
    `/${id}`,
    `/${id}/versions/1`,
    `/${id}/slot/Preview`,
    `/${id}/status`,
    `/${id}/submissions`,
    address.replace(/\?.*/, ''),
    `/api/operations/contoso$${id}$1$preview`,
  ]) {
    const [bare, slashed] = [await tool.get(path), await tool.get(`${path}/`)]
    expect([path, slashed.status, slashed.text]).toEqual([path, 200, bare.text])
  }
  expect((await tool.post(`/${id}/golive/`, undefined, { headers: { 'idempotency-key': 'once' } })).status).toBe(202)
  expect((await tool.post(`/${id}/golive`, undefined, { headers: { 'idempotency-key': 'once' } })).status).toBe(202)
})

test('a step that finds thousands of faults lists the first and says how many more there are', async () => {
  const type = 'microsoft-dynamics365-businesscentral'
  const dependencies = Array.from({ length: 14_000 }, (_, index) => ({ id: `${index}`, publisher: 'Fabrikam' }))
  const { offerId } = await service.anOffer({
    type,
    name: 'Many dependencies',
    content: ({ offer, ...rest }) => {
      const appJson = Object.assign({}, offer[`${type}.appJson`], { dependencies })
      return { ...rest, offer: { ...offer, [`${type}.appJson`]: appJson } }
    },
  })
  await tool.publish(offerId)
  await service.settle()
  const { text, json } = await tool.get(`/${offerId}/status`)
  expect([json.status, text.length < 100_000]).toEqual(['failed', true])
  const { messages } = json.steps.find(({ status }: { status: string }) => status === 'blocked')
  expect(messages).toHaveLength(51)
  expect(messages.at(-1).values).toEqual({ number: '13950' })
})

test('the ids of publishers and offers are read in any case, and answered as they are', async () => {
  const shouted = `/api/publishers/CONTOSO/offers/${id.toUpperCase()}`
  const draft = await tool.get(`${shouted}/`)
  expect(draft.json).toEqual((await tool.get(`/${id}`)).json)
  const saved = await tool.put(
    shouted,
    { ...draft.json, publisherId: 'Contoso', id: id.toUpperCase() },
    { headers: { 'if-match': draft.headers.get('etag')! } },
  )
  expect([saved.status, saved.json.publisherId, saved.json.id]).toEqual([200, 'contoso', id])
  const { status, headers } = await tool.post(`${shouted}/publish`, {
    metadata: { 'notification-emails': 'avery@contoso.com' },
  })
  expect([status, headers.get('location')]).toEqual([202, expect.stringContaining(`/contoso/offers/${id}/`)])
  expect((await tool.get(`/api/operations/Contoso$${id.toUpperCase()}$1$Preview`)).json.status).toBe('running')
  expect((await tool.put('/Brand-New', { offerTypeId: machine, definition: draft.json.definition })).json.id).toBe(
    'brand-new',
  )
})
