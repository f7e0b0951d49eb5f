import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { createApp } from '../../src/service/http/app.ts'
import { pageDirectory, pageRoutes } from '../../src/service/http/page.ts'
import { publisherId, startRemoteService } from '../support/remoteService.ts'
import { test as base, expect, rowOf, statusOf } from './fixtures.ts'

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

const portal = (guid: string) =>
  `https://partner.microsoft.com/en-us/dashboard/commercial-marketplace/offers/${guid}/overview`

test('each offer shows its marketplace, what is not known there, and the way to the portal', async ({
  page,
  remote,
}) => {
  const { account } = remote.fake
  const notes = account.add(
    { externalId: offer.offerId, type: 'softwareAsAService', alias: 'Fabrikam Notes' },
    'liveAndPreviewReady',
  )
  const workshop = account.add({ externalId: 'workshop', type: 'consultingService', alias: 'Workshop' }, 'live')
  await remote.discover()
  await remote.pass(1)
  const relay = await remote.anOffer({ name: 'Contoso Relay' })
  const main = page.getByRole('main')
  const simulated = page.getByText('Simulated marketplace')

  await page.goto('/offers')
  await expect(rowOf(page, 'Fabrikam Notes')).toContainText('Partner Center')
  await expect(rowOf(page, 'Contoso Relay')).not.toContainText('Partner Center')
  await expect(simulated).toHaveCount(0)

  await page.goto(statusOf(relay))
  await expect(simulated).toHaveCount(1)
  await expect(main).not.toContainText('Partner Center')

  await page.goto(statusOf(offer))
  await expect(main).toContainText('Awaiting publisher sign-off')
  await expect(simulated).toHaveCount(0)
  await expect(main).toContainText('reports no times for steps')
  await expect(main).toContainText('Version 1')
  const links = await main.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  expect(links).toContain(portal(notes.guid))
  await expect(main).toContainText('The preview is ready, so Partner Center can no longer cancel.')

  await page.goto(statusOf({ ...offer, offerId: 'workshop' }))
  await expect(main).toContainText('This can only be done in Partner Center.')
  await expect(main).toContainText('The status of offers of this type is not known here')
  await expect(main.locator(`a[href="${portal(workshop.guid)}"]`).first()).toBeVisible()
})

test('a live offer leaves the marketplace when its publisher stops the distribution', async ({ page, remote }) => {
  remote.fake.account.add({ externalId: offer.offerId, type: 'softwareAsAService', alias: 'Fabrikam Notes' }, 'live')
  await remote.discover()
  await remote.pass(1)
  const main = page.getByRole('main')
  await page.goto(statusOf(offer))
  await page.getByRole('button', { name: 'Stop Distribution' }).click()
  const dialog = page.getByRole('dialog', { name: 'Stop distribution of this offer?' })
  await expect(dialog).toContainText('“Fabrikam Notes” leaves the marketplace')
  await dialog.getByRole('button', { name: 'Stop Distribution' }).click()
  await expect(dialog).toBeHidden()
  await expect(main).toContainText('Stop Distribution was requested.')
  await expect(main).toContainText('Partner Center is already stopping the distribution.')
  await remote.pass(100)
  await page.reload()
  await expect(main.getByText('Delisted', { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Stop Distribution' })).toHaveCount(0)
})
