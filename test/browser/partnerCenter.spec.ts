import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { createApp } from '../../src/service/http/app.ts'
import { pageDirectory, pageRoutes } from '../../src/service/http/page.ts'
import { publisherId, startRemoteService } from '../support/remoteService.ts'
import { test as base, expect, statusOf } from './fixtures.ts'

type Remote = Awaited<ReturnType<typeof startRemoteService>>

/** The dashboard over a fake Partner Center, whose clock the journey moves. */
const test = base.extend<{ remote: Remote }>({
  remote: async ({ service: _ }, use) => {
    await using remote = await startRemoteService()
    await use(remote)
  },

  baseURL: async ({ remote }, use) => {
    const app = createApp({ ...remote.deps, simulated: false }, pageRoutes(pageDirectory))
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
    await new Promise((ready) => server.once('listening', ready))
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    if ('closeAllConnections' in server) server.closeAllConnections()
    server.close()
  },
})

const offer = { publisherId, offerId: 'fabrikam-notes' }

test('an offer of Partner Center fails, says why, is corrected there, published again and goes live', async ({
  page,
  remote,
}) => {
  test.setTimeout(90_000)
  const product = remote.fake.account.add({
    externalId: offer.offerId,
    type: 'softwareAsAService',
    alias: 'Fabrikam Notes',
  })
  await remote.discover()
  await remote.pass(1)
  remote.fake.account.script(product, { fails: 'certification' })
  const main = page.getByRole('main')
  const publish = async () => {
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Publish your offer' })
    await dialog.getByRole('textbox').fill('jdoe@contoso.com')
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
    await expect(dialog).toBeHidden()
  }

  await page.goto(statusOf(offer))
  await expect(main).toContainText('This offer is published in Partner Center')
  await expect(page.getByText('Simulated marketplace')).toHaveCount(0)
  await publish()
  await expect(main).toContainText('Publish in progress')
  await remote.pass(130)
  await expect(main).toContainText('Certification found issues', { timeout: 15_000 })
  await expect(main.getByRole('link', { name: /External link/ }).first()).toHaveAttribute(
    'href',
    new RegExp(`offers/${product.guid}/overview`),
  )

  await publish()
  await remote.pass(130)
  await expect(main).toContainText('Awaiting publisher sign-off', { timeout: 15_000 })
  await page.getByRole('button', { name: 'Go Live' }).click()
  const goLive = page.getByRole('dialog', { name: 'Move this offer to production?' })
  await goLive.getByRole('button', { name: 'Go Live' }).click()
  await expect(goLive).toBeHidden()
  await remote.pass(190)
  await expect(main.getByText('Live', { exact: true }).first()).toBeVisible({ timeout: 15_000 })
  expect(await remote.state(offer.offerId)).toBe('succeeded complete complete complete')
  expect(remote.posts()).toBe(3)
})
