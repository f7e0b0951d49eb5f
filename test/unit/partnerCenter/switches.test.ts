// @vitest-environment node
import { describe, expect, test } from 'vitest'
import type { Switches } from '../../support/partnerCenter/switches.ts'
import { startFake } from '../../support/partnerCenter/tester.ts'

const app = { externalId: 'fabrikam-notes', type: 'softwareAsAService', alias: 'Fabrikam Notes' }
const withSwitch = (switches: Partial<Switches>) => startFake({ switches })

test.each([200, 202] as const)('configure answers %i', async (configureStatus) => {
  await using fake = await withSwitch({ configureStatus })
  expect((await fake.publish(fake.account.add(app).guid)).status).toBe(configureStatus)
})

test.each([
  [false, 200],
  [true, 400],
] as const)('when $version is required: %s, a call without it answers %i', async (versionRequired, status) => {
  await using fake = await withSwitch({ versionRequired })
  expect((await fake.get('/product')).status).toBe(status)
  expect((await fake.get('/product?$version=2022-03-01-preview3')).status).toBe(200)
})

test.each([
  ['replaces', ['live completed succeeded']],
  ['duplicates', ['preview completed succeeded', 'live completed succeeded']],
] as const)('after Go Live the live row %s the preview’s', async (afterGoLive, rows) => {
  await using fake = await withSwitch({ afterGoLive })
  const { guid } = fake.account.add(app, 'previewReady')
  await fake.goLive(guid, await fake.number(guid))
  fake.pass(20_000)
  expect(await fake.rows(guid)).toEqual(rows)
})

test.each([
  ['vanishes', []],
  ['failed', ['preview completed failed']],
] as const)('the row of a canceled publish: %s', async (canceledRow, rows) => {
  await using fake = await withSwitch({ canceledRow })
  const { guid } = fake.account.add(app)
  const { jobId } = (await fake.publish(guid)).json
  fake.pass(300)
  const { json } = await fake.ask('POST', `/configure/${jobId}/cancel`)
  expect(json).toMatchObject({ jobStatus: 'completed', jobResult: 'cancelled' })
  expect(await fake.rows(guid)).toEqual(rows)
  fake.pass(20_000)
  expect(await fake.rows(guid)).toEqual(rows)
})

test.each([
  ['array', []],
  ['object', {}],
] as const)('details without content come as an %s', async (emptyDetails, details) => {
  await using fake = await withSwitch({ emptyDetails })
  const { guid } = fake.account.add(app)
  const { jobId } = (await fake.publish(guid)).json
  fake.pass(20_000)
  const { json } = await fake.ask('POST', `/configure/${jobId}/cancel`)
  expect(json.error.details).toEqual(details)
})

test.each([
  ['objects', [expect.objectContaining({ code: 'invalidState' })]],
  ['texts', ['Issues found during Certification.']],
] as const)('a failed certification explains itself in %s', async (certificationDetails, details) => {
  await using fake = await withSwitch({ certificationDetails })
  const product = fake.account.add(app)
  fake.account.script(product, { fails: 'certification' })
  const { jobId } = (await fake.publish(product.guid)).json
  fake.pass(20_000)
  const { errors } = (await fake.get(`/configure/${jobId}/status`)).json
  expect(errors[0].details[0].details).toEqual(details)
})

test.each(['Id', 'ID'] as const)('names are spelled external%s and job%s', async (spelling) => {
  await using fake = await withSwitch({ spelling })
  const { guid } = fake.account.add(app)
  expect((await fake.get('/product')).json.value[0].identity).toHaveProperty(`external${spelling}`)
  expect((await fake.publish(guid)).json).toHaveProperty(`job${spelling}`)
})

test.each([400, 404] as const)('the detail of an unfinished job answers %i', async (jobDetail) => {
  await using fake = await withSwitch({ jobDetail })
  const { jobId } = (await fake.publish(fake.account.add(app).guid)).json
  expect((await fake.get(`/configure/${jobId}`)).status).toBe(jobDetail)
})

test.each([
  ['set', /^2026-05-11T15:00:00\.0000000Z$/],
  ['never', /^0001-01-01T00:00:00$/],
] as const)('the end of a job is %s', async (jobEnd, pattern) => {
  await using fake = await withSwitch({ jobEnd })
  const { jobId } = (await fake.publish(fake.account.add(app).guid)).json
  fake.pass(20_000)
  expect((await fake.get(`/configure/${jobId}/status`)).json.jobEnd).toMatch(pattern)
})

test.each([
  ['atOnce', 409],
  ['inJob', 202],
] as const)('a publish that cannot begin is refused %s', async (refusals, status) => {
  await using fake = await withSwitch({ refusals })
  const { guid } = fake.account.add(app)
  await fake.publish(guid)
  const second = await fake.publish(guid)
  expect(second.status).toBe(status)
  if (status !== 202) return
  fake.pass(60)
  expect((await fake.get(`/configure/${second.json.jobId}/status`)).json).toMatchObject({
    jobResult: 'failed',
    errors: [{ code: 'conflict', message: 'An In Progress submission already exists' }],
  })
})

test.each([true, false])('more calls than allowed answer 429, with a time to wait: %s', async (retryAfter) => {
  await using fake = await withSwitch({ callsPerMinute: 3, retryAfter })
  for (let call = 0; call < 3; call++) expect((await fake.get('/product')).status).toBe(200)
  const refused = await fake.get('/product')
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, retryAfter ? '60' : null])
  fake.pass(61)
  expect((await fake.get('/product')).status).toBe(200)
})

test('pages of one lead through all products by their next link', async () => {
  await using fake = await withSwitch({ pageSize: 1 })
  for (const externalId of ['one', 'two', 'three']) fake.account.add({ ...app, externalId })
  const seen: string[] = []
  for (let path: string | undefined = '/product?$maxpagesize=200'; path; ) {
    const { json } = await fake.get(path)
    seen.push(...json.value.map((product: { identity: { externalId: string } }) => product.identity.externalId))
    path = json['@nextLink']?.split('/rp/product-ingestion')[1]
  }
  expect(seen).toEqual(['one', 'two', 'three'])
})

test('the list of submissions may lag behind, job and all', async () => {
  await using fake = await withSwitch({ listLag: 600 })
  const { guid } = fake.account.add(app)
  await fake.publish(guid)
  fake.pass(7_200)
  expect(await fake.rows(guid)).toEqual(['preview running pending'])
  fake.pass(600)
  expect(await fake.rows(guid)).toEqual(['preview completed succeeded'])
})

test('the order of a tree is stable, or is not', async () => {
  const orders = async (treeOrder: Switches['treeOrder']) => {
    await using fake = await withSwitch({ treeOrder })
    const { guid } = fake.account.add(app)
    const seen = new Set<string>()
    for (let read = 0; read < 10; read++) {
      const { json } = await fake.get(`/resource-tree/product/${guid}`)
      seen.add(json.resources.map(({ id }: { id: string }) => id).join())
    }
    return seen.size
  }
  expect(await orders('stable')).toBe(1)
  expect(await orders('shuffled')).toBeGreaterThan(1)
})

test.each(['schema.mp.microsoft.com', 'product-ingestion.azureedge.net'] as const)(
  'schemas in answers name the host %s',
  async (schemaHost) => {
    await using fake = await withSwitch({ schemaHost })
    fake.account.add(app)
    expect((await fake.get('/product')).json.value[0].$schema).toContain(`https://${schemaHost}/`)
  },
)

test('one product comes in a list, or bare', async () => {
  await using list = await withSwitch({ oneProduct: 'list' })
  list.account.add(app)
  expect((await list.get(`/product?externalId=${app.externalId}`)).json.value).toHaveLength(1)
  await using bare = await withSwitch({ oneProduct: 'bare' })
  bare.account.add(app)
  const answer = await fetch(`${bare.origin}/rp/product-ingestion/product?externalId=${app.externalId}`, {
    headers: { authorization: `Bearer ${await bare.token()}` },
  })
  expect(await answer.json()).toMatchObject({ identity: { externalId: app.externalId } })
})

test.each([
  ['listed', 1],
  ['hidden', 0],
] as const)('products that the API cannot edit are %s', async (unsupportedTypes, count) => {
  await using fake = await withSwitch({ unsupportedTypes })
  fake.account.add({ ...app, type: 'consultingService' })
  expect((await fake.get('/product')).json.value).toHaveLength(count)
})

test.each([
  ['manager', 200, 1],
  ['none', 200, 0],
  ['notAdded', 403, undefined],
] as const)('an app that is %s in Partner Center gets %i', async (role, status, count) => {
  await using fake = await withSwitch({ role })
  fake.account.add(app)
  const answer = await fake.get('/product')
  expect([answer.status, answer.json.value?.length]).toEqual([status, count])
})

describe('a call that goes wrong', () => {
  test('may have been applied: 502 after the publish began', async () => {
    await using fake = await startFake()
    const { guid } = fake.account.add(app)
    fake.failNext(/^POST .*configure$/, { status: 502, applied: true })
    const { status, text } = await fake.publish(guid)
    expect([status, text]).toEqual([502, expect.stringContaining('<html>')])
    fake.pass(200)
    expect(await fake.rows(guid)).toEqual(['preview running pending'])
  })

  test('may not have been: 503 before anything began', async () => {
    await using fake = await startFake()
    const { guid } = fake.account.add(app)
    fake.failNext(/^POST .*configure$/, { status: 503, retryAfter: 30 })
    const { status, headers } = await fake.publish(guid)
    expect([status, headers.get('retry-after')]).toEqual([503, '30'])
    fake.pass(200)
    expect(await fake.rows(guid)).toEqual([])
  })

  test.each([true, false])('may end without an answer, applied: %s', async (applied) => {
    await using fake = await startFake()
    const { guid } = fake.account.add(app)
    await fake.token()
    fake.failNext(/^POST .*configure$/, { applied })
    await expect(fake.publish(guid)).rejects.toThrow('fetch failed')
    fake.pass(200)
    expect(await fake.rows(guid)).toHaveLength(applied ? 1 : 0)
  })
})
