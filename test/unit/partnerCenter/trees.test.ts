// @vitest-environment node
import { expect, test } from 'vitest'
import { digestOf } from '../../../src/service/marketplace/partnerCenter/trees.ts'
import { startFake } from '../../support/partnerCenter/tester.ts'

const machine = { externalId: 'fabrikam-node', type: 'azureVirtualMachine', alias: 'Fabrikam Node' }

async function start() {
  const fake = await startFake({ switches: { treeOrder: 'shuffled' } })
  const product = fake.account.add(machine, 'live')
  const digest = async (target: string) =>
    digestOf((await fake.get(`/resource-tree/product/${product.guid}?targetType=${target}`)).json.resources)
  return { ...fake, product, digest }
}

test('a draft equals what is live, though order, signed links, submissions and the host of schemas differ', async () => {
  await using fake = await start()
  const live = await fake.digest('live')
  expect(await fake.digest('draft')).toBe(live)
  fake.switches.schemaHost = 'product-ingestion.azureedge.net'
  expect(await fake.digest('draft')).toBe(live)
})

test.each([
  ['a title', 'listing', { title: 'Another title' }],
  ['an address that is no file', 'listing', { privacyPolicyLink: 'https://fabrikam.com/new-privacy' }],
  ['a market', 'price-and-availability-plan', { markets: ['us'] }],
  ['another logo', 'listing-asset', { fileName: 'logo-new.png' }],
])('a draft is ahead when %s has changed', async (_, type, change) => {
  await using fake = await start()
  const resource = fake.product.trees.draft.find(({ id }) => id.startsWith(`${type}/`))!
  Object.assign(resource, change)
  expect(await fake.digest('draft')).not.toBe(await fake.digest('live'))
})

test('a resource that was added or left out counts as a change', async () => {
  await using fake = await start()
  fake.product.trees.draft.pop()
  expect(await fake.digest('draft')).not.toBe(await fake.digest('live'))
})

test.each([['unexpected'], [null], [{ id: 7 }], [{}]])('whatever a tree holds, it is compared: %j', (resource) => {
  expect(digestOf([resource])).toMatch(/^[0-9a-f]{64}$/)
})
