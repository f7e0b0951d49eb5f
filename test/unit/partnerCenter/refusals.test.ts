// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { schemaOf } from '../../support/partnerCenter/resources.ts'
import { startFake } from '../../support/partnerCenter/tester.ts'

const app = { externalId: 'fabrikam-notes', type: 'softwareAsAService', alias: 'Fabrikam Notes' }
const machine = { externalId: 'fabrikam-firewall', type: 'azureVirtualMachine', alias: 'Fabrikam Firewall' }

describe('refuses, in Microsoft’s words,', () => {
  test('a second publish while one runs', async () => {
    await using fake = await startFake()
    const { guid } = fake.account.add(app)
    await fake.publish(guid)
    const { status, json } = await fake.publish(guid)
    expect([status, json.error.message]).toEqual([409, 'An In Progress submission already exists'])
  })

  test('Go Live of another than the latest preview, and without a number', async () => {
    await using fake = await startFake()
    const { guid } = fake.account.add(app, 'previewReady')
    const older = await fake.goLive(guid, '1152921515690000001')
    expect([older.status, older.json.error.message]).toEqual([
      400,
      'The submission cannot be pushed to as its not the latest',
    ])
    const zero = await fake.goLive(guid, '0')
    expect(zero.json.error.message).toBe("Expected a submission id that isn't null or 0 since target type is Live")
  })

  test('a schema of the host that is gone, of an unknown type and of a deprecated version', async () => {
    await using fake = await startFake()
    const { guid } = fake.account.add(app)
    const send = (host: string, type: string, version: string) =>
      fake.configure({ $schema: `https://${host}/schema/${type}/${version}`, product: `product/${guid}` })
    const current = 'schema.mp.microsoft.com'
    const messages = [
      await send('product-ingestion.azureedge.net', 'listing', '2022-03-01-preview3'),
      await send(current, 'wish', '2022-03-01-preview3'),
      await send(current, 'listing', '2022-03-01-preview1'),
    ].map(({ status, json }) => [status, json.error.details[0].code, json.error.details[0].message])
    expect(messages).toEqual([
      [400, 'schemaValidationError', expect.stringContaining('product-ingestion.azureedge.net')],
      [400, 'schemaValidationError', expect.stringContaining('could not be accessed')],
      [400, 'schemaValidationError', expect.stringContaining('is a deprecated schema')],
    ])
  })

  test('types that this API cannot edit, though it lists them', async () => {
    await using fake = await startFake()
    const { guid } = fake.account.add({ ...app, type: 'azureApplication' }, 'live')
    expect((await fake.get('/product')).json.value).toHaveLength(1)
    for (const answer of [await fake.get(`/submission/${guid}`), await fake.publish(guid)])
      expect([answer.status, answer.json.error.message]).toEqual([400, 'Type AzureApplication is not supported'])
  })

  test('to cancel a job that is over, or one that takes an offer live', async () => {
    await using fake = await startFake()
    const { guid } = fake.account.add(app)
    const { jobId } = (await fake.publish(guid)).json
    fake.pass(7_200)
    const over = await fake.ask('POST', `/configure/${jobId}/cancel`)
    expect([over.status, over.json.error.message]).toEqual([400, 'Cannot cancel job, job has already completed.'])
    const live = (await fake.goLive(guid, await fake.number(guid))).json
    expect((await fake.ask('POST', `/configure/${live.jobId}/cancel`)).status).toBe(400)
  })

  test('to cancel a job that the script declares too far along', async () => {
    await using fake = await startFake()
    const product = fake.account.add(app)
    fake.account.script(product, { cancel: 'refused' })
    const { jobId } = (await fake.publish(product.guid)).json
    expect((await fake.ask('POST', `/configure/${jobId}/cancel`)).status).toBe(400)
    fake.pass(7_200)
    expect(await fake.rows(product.guid)).toEqual(['preview completed succeeded'])
  })

  test('a body that is not JSON, or breaks the schema', async () => {
    await using fake = await startFake()
    const { json } = await fake.ask('POST', '/configure', { resources: 'none' })
    expect(json.error).toMatchObject({ code: 'badRequest', details: [{ code: 'schemaValidationError' }] })
  })

  test('to delete what was published', async () => {
    await using fake = await startFake()
    const { guid } = fake.account.add(app, 'live')
    const { json } = await fake.get(`/product/${guid}`)
    const refused = await fake.configure({ ...json, lifecycleState: 'deleted' })
    expect(refused.json.error.details[0].code).toBe('invalidEntityStatus')
  })
})

describe('a job fails for', () => {
  const failureOf = async (fake: Awaited<ReturnType<typeof startFake>>, resource: object) => {
    const { jobId } = (await fake.configure(resource)).json
    fake.pass(60)
    return (await fake.get(`/configure/${jobId}/status`)).json.errors[0]?.message
  }

  test('a published plan id that changes', async () => {
    await using fake = await startFake()
    const { guid } = fake.account.add(machine, 'live')
    const plan = (await fake.get(`/plan?product=product/${guid}`)).json.value[0]
    expect(await failureOf(fake, { ...plan, identity: { externalId: 'other' } })).toBe(
      "The property 'PlanId' is locked by a previous submission",
    )
  })

  test('a published image that is left out, while one may be added', async () => {
    await using fake = await startFake()
    const { guid, trees } = fake.account.add(machine, 'live')
    const configuration = trees.draft.find(({ id }) => id.startsWith('virtual-machine-plan'))!
    const [first] = Array.isArray(configuration.vmImageVersions) ? configuration.vmImageVersions : []
    const send = (vmImageVersions: object[]) => failureOf(fake, { ...configuration, vmImageVersions })
    expect(await send([{ ...first, versionNumber: '2.0.0' }])).toBe(
      "Cannot delete image '1.0.0' as it is already published",
    )
    expect(await send([first, { ...first, versionNumber: '2.0.0' }])).toBeUndefined()
    expect(guid).toBeTruthy()
  })

  test('a masked secret that is sent back', async () => {
    await using fake = await startFake()
    const { guid } = fake.account.add(app)
    const { json } = await fake.get(`/customer-leads/${guid}`)
    expect(json.tableLeadConfiguration.connectionString).toBe('*********')
    expect(await failureOf(fake, json)).toContain('masked')
  })
})

test('addresses of files are signed anew at each read', async () => {
  await using fake = await startFake()
  const { guid } = fake.account.add(app)
  const urls = async () => /"url":"([^"]+)"/.exec((await fake.get(`/resource-tree/product/${guid}`)).text)?.[1]
  const first = await urls()
  expect(first).toContain('sig=')
  expect(await urls()).not.toBe(first)
})

test('scripted failures use texts that clients have met', async () => {
  await using fake = await startFake()
  const product = fake.account.add(machine)
  const message = 'SupportsNVMe property has already been enabled'
  fake.account.script(product, {
    fails: [{ code: 'badRequest', message, resourceId: `product/${product.guid}`, details: [] }],
  })
  const { jobId } = (await fake.publish(product.guid)).json
  fake.pass(7_200)
  expect((await fake.get(`/configure/${jobId}/status`)).json.errors[0].message).toBe(message)
})

test('one configure that changes a resource and publishes does both', async () => {
  await using fake = await startFake()
  const { guid } = fake.account.add(app)
  const { json: listing } = await fake.get(`/listing/${guid}/public/main/default/en-us`)
  await fake.configure(
    { ...listing, title: 'Fabrikam Notes 2' },
    { $schema: schemaOf('submission'), product: { externalId: app.externalId }, target: { targetType: 'preview' } },
  )
  fake.pass(7_200)
  expect((await fake.get(`/resource-tree/product/${guid}?targetType=preview`)).text).toContain('Fabrikam Notes 2')
})
