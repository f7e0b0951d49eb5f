import type { Page } from '@playwright/test'
import type { Service } from '../support/service.ts'
import { expect, rowOf, statusOf, test } from './fixtures.ts'
import { choose, themes, violations } from './violations.ts'

test.use({ expected: [/net::ERR_|Failed to load resource/] })

type Scene = (page: Page, service: Service) => Promise<void>

async function atSignOff(service: Service) {
  const offer = await service.anOffer({ name: 'Web server' })
  await service.publish(offer)
  await service.settle()
  return offer
}

/** What a publisher sees where no offers, no answer, no connection or no session is. */
const scenes: Record<string, Scene> = {
  ...Object.fromEntries(
    ['/offers', '/approvals', '/history'].map((path): [string, Scene] => [
      `${path} without anything to list`,
      async (page) => {
        await page.goto(path)
        await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toBeVisible()
      },
    ]),
  ),
  'a search without results': async (page, service) => {
    await service.anOffer({ name: 'Web server' })
    await page.goto('/offers?q=zebra')
    await expect(page.getByRole('heading', { name: 'No offers match' })).toBeVisible()
  },
  'a list that cannot be loaded': async (page) => {
    await page.route('**/api/portal/offers*', (route) => route.abort('connectionrefused'))
    await page.goto('/offers')
    await expect(page.getByRole('heading', { name: 'This could not be loaded' })).toBeVisible()
  },
  'an offer that does not exist': async (page) => {
    await page.goto(statusOf({ publisherId: 'contoso', offerId: 'no-such-offer' }))
    await expect(page.getByRole('heading', { level: 1, name: 'This offer does not exist' })).toBeVisible()
  },
  'a list without a connection': async (page, service) => {
    await service.anOffer({ name: 'Web server' })
    await page.goto('/offers')
    await expect(rowOf(page, 'Web server')).toBeVisible()
    await page.context().setOffline(true)
    await expect(page.getByRole('main')).toContainText('You are offline')
  },
  'a list whose session has ended': async (page, service) => {
    await service.anOffer({ name: 'Web server' })
    await page.goto('/offers')
    await expect(rowOf(page, 'Web server')).toBeVisible()
    const json = { error: { code: 'Unauthorized', message: 'Sign in.' } }
    await page.route('**/api/portal/**', (route) => route.fulfill({ status: 401, json }))
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
    await expect(page.getByRole('button', { name: 'Sign in again' })).toBeVisible()
  },
  'a dialog whose answer is lost': async (page, service) => {
    await page.goto(statusOf(await atSignOff(service)))
    await page.getByRole('button', { name: 'Go Live' }).click()
    const dialog = page.getByRole('dialog')
    await page.context().setOffline(true)
    await dialog.getByRole('button', { name: 'Go Live' }).click()
    await expect(dialog.getByRole('alert')).toBeVisible()
  },
  'a dialog whose action is refused': async (page, service) => {
    const offer = await atSignOff(service)
    await page.goto(statusOf(offer))
    await page.getByRole('button', { name: 'Go Live' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('button', { name: 'Go Live' })).toBeVisible()
    await service.cancel(offer)
    await dialog.getByRole('button', { name: 'Go Live' }).click()
    await expect(dialog.getByRole('alert')).toBeVisible()
  },
}

for (const theme of themes)
  for (const [name, show] of Object.entries(scenes))
    test(`no accessibility violation in the theme ${theme}: ${name}`, async ({ page, service }) => {
      await choose(page, { theme })
      await show(page, service)
      expect(await violations(page)).toEqual([])
    })
