import type { Page } from '@playwright/test'
import { expect, statusOf, test } from './fixtures.ts'

test.use({ expected: [/Failed to load resource|could not be fetched|dynamically imported module/] })

/** The files whose address matches cannot be fetched until they are repaired. */
async function breakFiles(page: Page, pattern: RegExp) {
  let isBroken = true
  await page.route(pattern, (route) => (isBroken ? route.fulfill({ status: 503 }) : route.continue()))
  return {
    repair: () => {
      isBroken = false
    },
  }
}

/** A reload would forget this mark. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { untouched: true }))
const isMarked = (page: Page) => page.evaluate(() => 'untouched' in window)

test('a page whose words cannot be fetched says so, and opens without a reload once they can', async ({ page }) => {
  await page.goto('/offers')
  await mark(page)
  const { repair } = await breakFiles(page, /assets\/history-/)
  await page.getByRole('navigation').getByRole('link', { name: 'History' }).click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('This page could not be downloaded')
  await expect(alert.getByRole('button', { name: 'Reload the page' })).toBeVisible()
  repair()
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Audit history')
  expect(await isMarked(page)).toBe(true)
})

test('an offer whose Status tab cannot be fetched keeps its header, and every offer opens once it can', async ({
  page,
  service,
}) => {
  await service.anOffer({ name: 'Web server' })
  await service.anOffer({ name: 'Mail server' })
  await page.goto('/offers')
  await mark(page)
  const { repair } = await breakFiles(page, /assets\/StatusPage-/)
  await page.getByRole('link', { name: 'Web server' }).click()
  await expect(page.getByRole('alert')).toContainText('This page could not be downloaded')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Web server')
  repair()
  await page.getByRole('link', { name: 'Back to offers' }).click()
  await page.getByRole('link', { name: 'Mail server' }).click()
  await expect(page.getByRole('list', { name: 'Publishing steps' })).toBeVisible()
  expect(await isMarked(page)).toBe(true)
})

test('a dialog whose code cannot be fetched says so, and opens once it can', async ({ page, service }) => {
  const offer = await service.anOffer({ name: 'Web server' })
  const { repair } = await breakFiles(page, /assets\/ActionDialog-/)
  await page.goto(statusOf(offer))
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('This part of the page could not be loaded')
  repair()
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('dialog', { name: 'Publish your offer' })).toBeVisible()
})

test('a menu whose code cannot be fetched says so, and opens at the next press once it can', async ({ page }) => {
  const { repair } = await breakFiles(page, /assets\/menus-/)
  await page.goto('/offers')
  await page.getByRole('button', { name: 'Theme' }).click()
  await expect(page.getByRole('alert')).toContainText('there is a new version of the page')
  repair()
  await page.getByRole('button', { name: 'Theme' }).click()
  await expect(page.getByRole('menuitemradio', { name: 'Dark' })).toBeVisible()
})

test('the language changes only once its words are there, and is remembered only then', async ({ page }) => {
  await page.goto('/offers')
  const { repair } = await breakFiles(page, /assets\/fr-FR-/)
  const choose = async () => {
    await page.getByRole('button', { name: /Language/ }).click()
    await page.getByRole('menuitemradio', { name: 'Français' }).click()
  }
  await choose()
  await expect(page.getByRole('alert')).toContainText('there is a new version of the page')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All offers')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-US')
  expect(await page.evaluate(() => localStorage.getItem('language'))).toBeNull()
  repair()
  await choose()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Toutes les offres')
  expect(await page.evaluate(() => localStorage.getItem('language'))).toBe('fr-FR')
})
