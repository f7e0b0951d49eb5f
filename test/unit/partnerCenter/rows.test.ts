// @vitest-environment node
import { expect, test } from 'vitest'
import { startFake } from '../../support/partnerCenter/tester.ts'

const app = { externalId: 'fabrikam-notes', type: 'softwareAsAService', alias: 'Fabrikam Notes' }
const hours = 3_600

test('an offer that was never published has only its draft', async () => {
  await using fake = await startFake()
  const { guid } = fake.account.add(app)
  expect((await fake.get(`/submission/${guid}`)).json.value).toEqual([
    expect.objectContaining({ id: `submission/${guid}/0`, target: { targetType: 'draft' } }),
  ])
  expect((await fake.get(`/resource-tree/product/${guid}?targetType=preview`)).status).toBe(400)
})

test('the row of a publish appears minutes after its job began, runs, and ends with a preview', async () => {
  await using fake = await startFake()
  const { guid } = fake.account.add(app)
  const { json } = await fake.publish(guid)
  expect(json).toMatchObject({ jobStatus: 'notStarted', jobResult: 'pending', jobEnd: '0001-01-01T00:00:00' })
  fake.pass(60)
  expect((await fake.get(`/configure/${json.jobId}/status`)).json.jobStatus).toBe('running')
  expect(await fake.rows(guid)).toEqual([])
  fake.pass(120)
  expect(await fake.rows(guid)).toEqual(['preview running pending'])
  fake.pass(2 * hours)
  expect(await fake.rows(guid)).toEqual(['preview completed succeeded'])
  expect((await fake.get(`/configure/${json.jobId}/status`)).json).toMatchObject({
    jobStatus: 'completed',
    jobResult: 'succeeded',
    jobEnd: expect.stringMatching(/^2026/),
  })
  expect((await fake.get(`/resource-tree/product/${guid}?targetType=preview`)).status).toBe(200)
})

test('the list may lag for a while after the job has succeeded', async () => {
  await using fake = await startFake({ durations: { publish: 100, rowDelay: 300 } })
  const { guid } = fake.account.add(app)
  const { json } = await fake.publish(guid)
  fake.pass(200)
  expect((await fake.get(`/configure/${json.jobId}/status`)).json.jobResult).toBe('succeeded')
  expect(await fake.rows(guid)).toEqual([])
  fake.pass(100)
  expect(await fake.rows(guid)).toEqual(['preview completed succeeded'])
})

test('a failed publish leaves a failed preview, and its job says why', async () => {
  await using fake = await startFake()
  const product = fake.account.add({ ...app, type: 'azureVirtualMachine' })
  fake.account.script(product, { fails: 'certification' })
  const { json } = await fake.publish(product.guid)
  fake.pass(3 * hours)
  expect(await fake.rows(product.guid)).toEqual(['preview completed failed'])
  const { errors, jobResult } = (await fake.get(`/configure/${json.jobId}/status`)).json
  expect(jobResult).toBe('failed')
  expect(errors[0].details[0]).toMatchObject({ message: 'Certification', details: [{ code: 'invalidState' }] })
  expect((await fake.get(`/configure/${json.jobId}`)).status).toBe(400)
})

test('Go Live for the first time turns the preview’s row into the live one, under the same number', async () => {
  await using fake = await startFake()
  const { guid } = fake.account.add(app, 'previewReady')
  const n = await fake.number(guid)
  await fake.goLive(guid, n)
  expect(await fake.rows(guid)).toEqual(['preview completed succeeded'])
  fake.pass(200)
  expect(await fake.rows(guid)).toEqual(['live running pending'])
  expect(await fake.number(guid)).toBe(n)
  fake.pass(3 * hours)
  expect(await fake.rows(guid)).toEqual(['live completed succeeded'])
  expect((await fake.get(`/submission/${guid}/${n}`)).json.target).toEqual({ targetType: 'live' })
})

test('Go Live of a later version stands beside the live one until it succeeds', async () => {
  await using fake = await startFake()
  const { guid } = fake.account.add(app, 'liveAndPreviewReady')
  expect(await fake.rows(guid)).toEqual(['live completed succeeded', 'preview completed succeeded'])
  await fake.goLive(guid, await fake.number(guid))
  fake.pass(200)
  expect(await fake.rows(guid)).toEqual(['live completed succeeded', 'live running pending'])
  fake.pass(3 * hours)
  expect(await fake.rows(guid)).toEqual(['live completed succeeded'])
})

test('a failed Go Live leaves a failed live row beside the one that is live', async () => {
  await using fake = await startFake()
  const product = fake.account.add(app, 'liveAndPreviewReady')
  fake.account.script(product, { fails: 'certification' })
  await fake.goLive(product.guid, await fake.number(product.guid))
  fake.pass(4 * hours)
  expect(await fake.rows(product.guid)).toEqual(['live completed succeeded', 'live completed failed'])
})

test('a new publish takes the place of a preview that waits', async () => {
  await using fake = await startFake()
  const { guid } = fake.account.add(app, 'previewReady')
  const before = await fake.number(guid)
  await fake.publish(guid)
  fake.pass(200)
  expect(await fake.rows(guid)).toEqual(['preview running pending'])
  const after = await fake.number(guid)
  expect(BigInt(after)).toBeGreaterThan(BigInt(before))
  expect(BigInt(after)).toBeGreaterThan(2n ** 53n)
})

test('stop selling marks the live row as deprecated; publishing and Go Live restore it', async () => {
  await using fake = await startFake()
  const { guid } = fake.account.add(app, 'live')
  await fake.goLive(guid, await fake.number(guid), { lifecycleState: 'deprecated' })
  fake.pass(200)
  expect(await fake.rows(guid)).toEqual(['live running pending'])
  fake.pass(hours)
  expect(await fake.rows(guid)).toEqual(['live completed succeeded deprecated'])
  await fake.publish(guid, { lifecycleState: 'generallyAvailable' })
  fake.pass(3 * hours)
  await fake.goLive(guid, await fake.number(guid))
  fake.pass(4 * hours)
  expect(await fake.rows(guid)).toEqual(['live completed succeeded'])
})

test('a change of the draft takes a moment and leaves preview and live alone', async () => {
  await using fake = await startFake()
  const { guid } = fake.account.add(app, 'live')
  const titleIn = async (target: string) => {
    const { resources } = (await fake.get(`/resource-tree/product/${guid}?targetType=${target}`)).json
    return resources.find(({ id }: { id: string }) => id.startsWith('listing/')).title
  }
  const { id, ...listing } = (await fake.get(`/listing/${guid}/public/main/default/en-us`)).json
  const { json } = await fake.configure({ ...listing, id, title: 'Fabrikam Notes 2' })
  expect(await titleIn('draft')).toBe('Fabrikam Notes')
  fake.pass(60)
  expect((await fake.get(`/configure/${json.jobId}/status`)).json.jobResult).toBe('succeeded')
  expect((await fake.get(`/configure/${json.jobId}`)).json.resources).toHaveLength(1)
  expect([await titleIn('draft'), await titleIn('live')]).toEqual(['Fabrikam Notes 2', 'Fabrikam Notes'])
})

test('a publish begun in the portal shows as a row without a job of ours', async () => {
  await using fake = await startFake()
  const product = fake.account.add(app, 'live')
  fake.account.publish(product)
  fake.pass(200)
  expect(await fake.rows(product.guid)).toEqual(['live completed succeeded', 'preview running pending'])
})

test('a new product is created with its plans, and can be deleted until it is published', async () => {
  await using fake = await startFake()
  const schema = 'https://schema.mp.microsoft.com/schema/product/2022-03-01-preview3'
  const identity = { externalId: 'fabrikam-new' }
  const made = await fake.configure({ $schema: schema, identity, type: 'softwareAsAService', alias: 'Fabrikam New' })
  expect(made.status).toBe(202)
  const { value } = (await fake.get('/product?externalID=fabrikam-new')).json
  expect((await fake.get(`/plan?product=${value[0].id}`)).json.value).toHaveLength(1)
  await fake.configure({ ...value[0], lifecycleState: 'deleted' })
  fake.pass(60)
  expect((await fake.get('/product?externalId=fabrikam-new')).json.value).toEqual([])
})
