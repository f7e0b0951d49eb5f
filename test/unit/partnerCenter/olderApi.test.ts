// @vitest-environment node
import { expect, test } from 'vitest'
import { startFake } from '../../support/partnerCenter/tester.ts'

const app = { externalId: 'fabrikam-notes', type: 'softwareAsAService', alias: 'Fabrikam Notes' }
const base = '/v1.0/ingestion/products'
type Fake = Awaited<ReturnType<typeof startFake>>

const stepsOf = async (fake: Fake, guid: string) => {
  const { json } = await fake.get(`${base}/${guid}/submissions/${await fake.number(guid)}/workflowdetails`)
  type Workflow = { workflowSteps: { name: string; state: string }[] }
  return json.map(({ workflowSteps }: Workflow) => workflowSteps.map(({ name, state }) => `${name}: ${state}`))
}

test('it lists the steps of a publish as they go, before and after sign-off', async () => {
  await using fake = await startFake()
  const { guid } = fake.account.add(app)
  await fake.publish(guid)
  fake.pass(5_000)
  expect(await stepsOf(fake, guid)).toEqual([
    ['Automated validation: Success', 'Preview Creation: InProgress', 'Publisher Signoff: NotStarted'],
    ['Certification: NotStarted', 'Publish: NotStarted'],
  ])
  fake.pass(7_200)
  expect((await stepsOf(fake, guid))[0]).toContain('Publisher Signoff: InProgress')
  const n = await fake.number(guid)
  expect((await fake.ask('POST', `${base}/${guid}/submissions/${n}/promote`)).status).toBe(202)
  fake.pass(300)
  expect(await stepsOf(fake, guid)).toEqual([
    ['Automated validation: Success', 'Preview Creation: Success', 'Publisher Signoff: Success'],
    ['Certification: InProgress', 'Publish: NotStarted'],
  ])
  fake.switches.workflows = 'one'
  expect(await stepsOf(fake, guid)).toHaveLength(1)
})

test('a virtual machine is certified before its preview', async () => {
  await using fake = await startFake()
  const { guid } = fake.account.add({ ...app, type: 'azureVirtualMachine' })
  await fake.publish(guid)
  fake.pass(1_800)
  expect(await stepsOf(fake, guid)).toEqual([
    [
      'Automated validation: Success',
      'Certification: InProgress',
      'Preview Creation: NotStarted',
      'Publisher Signoff: NotStarted',
    ],
    ['Publish: NotStarted'],
  ])
})

test('it finds a product by its offer id, pages with relative links and lists submissions', async () => {
  await using fake = await startFake()
  for (let count = 0; count < 6; count++) fake.account.add({ ...app, externalId: `fabrikam-${count}` }, 'live')
  const { json } = await fake.get(base)
  expect([json.value.length, json.nextLink]).toEqual([5, 'v1.0/ingestion/products?$skipToken=5'])
  const filter = "ExternalIDs/Any(i:i/Type eq 'AzureOfferId' and i/Value eq 'fabrikam-3')"
  const found = (await fake.get(`${base}?$filter=${encodeURIComponent(filter)}`)).json.value
  expect(found.map(({ externalIDs }: { externalIDs: { value: string }[] }) => externalIDs[0]?.value)).toEqual([
    'fabrikam-3',
  ])
  const { value } = (await fake.get(`${base}/${found[0].id}/submissions`)).json
  expect(value.map(({ state, substate }: Record<string, string>) => `${state} ${substate}`)).toEqual([
    'InProgress InDraft',
    'Published InStore',
  ])
})

test('it cancels a publish without knowing its job', async () => {
  await using fake = await startFake()
  const product = fake.account.add(app)
  fake.account.publish(product)
  fake.pass(300)
  const path = `${base}/${product.guid}/submissions/${await fake.number(product.guid)}`
  expect((await fake.ask('DELETE', path)).status).toBe(204)
  expect(await fake.rows(product.guid)).toEqual([])
})

test('it cancels neither a preview that waits nor a Go Live', async () => {
  await using fake = await startFake()
  const { guid } = fake.account.add(app, 'previewReady')
  const n = await fake.number(guid)
  const path = `${base}/${guid}/submissions/${n}`
  expect((await fake.ask('DELETE', path)).status).toBe(400)
  await fake.goLive(guid, n)
  fake.pass(300)
  expect((await fake.ask('DELETE', path)).status).toBe(400)
  expect(await fake.rows(guid)).toEqual(['live running pending'])
})

test('it reports what certification found', async () => {
  await using fake = await startFake()
  const { guid } = fake.account.add(app, 'previewFailed')
  const path = `${base}/${guid}/submissions/${await fake.number(guid)}`
  expect((await fake.get(`${path}/reports`)).json.value[0].status).toBe('Failed')
  expect((await fake.get(`${path}/validations`)).json.value[0].errorCode).toBe('Resell-20007')
})

test.each([
  ['notFound', 404],
  ['broken', 400],
] as const)('it is away at times: %s', async (olderApi, status) => {
  await using fake = await startFake({ switches: { olderApi } })
  expect((await fake.get(base)).status).toBe(status)
  expect((await fake.get('/product')).status).toBe(200)
})

test('it may forget the steps of an offer whose preview is there', async () => {
  await using fake = await startFake({ switches: { stepsOfPreview: 'notFound' } })
  const { guid } = fake.account.add(app, 'previewReady')
  const n = await fake.number(guid)
  expect((await fake.get(`${base}/${guid}/submissions/${n}/workflowdetails`)).status).toBe(404)
})
