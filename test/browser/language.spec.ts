import { expect, rowOf, statusOf, test } from './fixtures.ts'

test('switching the language keeps the place, the filters and a half-typed search, and a reload keeps the language (asked 16)', async ({
  page,
  service,
}) => {
  await service.anOffer({ name: 'Web server' })
  await service.anOffer({ name: 'Mail server' })
  await page.goto('/offers?status=none&q=web')
  await expect(rowOf(page, 'Web server')).toContainText('Virtual machine')
  await page.evaluate(() => Object.assign(window, { untouched: true }))

  await page.getByRole('button', { name: /Language/ }).click()
  await page.getByRole('menuitemradio', { name: '한국어' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('모든 제품')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko-KR')
  await expect(page).toHaveURL('/offers?status=none&q=web')
  await expect(page.getByRole('searchbox')).toHaveValue('web')
  await expect(page.getByRole('row')).toHaveCount(2)
  expect(await page.evaluate(() => 'untouched' in window)).toBe(true)

  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('모든 제품')
})

test('an open dialog keeps what was typed when a poll lands', async ({ page, service }) => {
  const offer = await service.anOffer({ name: 'Web server' })
  await page.goto(statusOf(offer))
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const field = page.getByRole('dialog').getByRole('textbox')
  await field.fill('half@typed')
  const polled = page.waitForResponse(/\/status\?/)
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
  await polled
  await expect(field).toHaveValue('half@typed')
  await expect(field).toBeFocused()
})

for (const [locale, heading] of [
  ['zh-SG', '所有产品/服务'],
  ['fr-CA', 'Toutes les offres'],
  ['ko', '모든 제품'],
  ['de-DE', 'All offers'],
] as const)
  test.describe(`a browser set to ${locale}`, () => {
    test.use({ locale })

    test(`shows the heading “${heading}”`, async ({ page }) => {
      await page.goto('/')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
    })
  })
