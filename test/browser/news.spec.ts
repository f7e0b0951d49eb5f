import type { Locator } from '@playwright/test'
import { expect, statusOf, test } from './fixtures.ts'

const widths = [320, 768, 1024, 1280]
const topOf = async (part: Locator) => (await part.boundingBox())!.y

for (const locale of ['en-US', 'zh-CN', 'fr-FR', 'ko-KR'])
  test(`what has changed since the last visit appears without moving what is being read, in ${locale} (U15)`, async ({
    browser,
    baseURL,
    service,
  }) => {
    test.setTimeout(90_000)
    const context = await browser.newContext({ baseURL, locale })
    const page = await context.newPage()
    await page.goto('/offers')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const [opened] = [await service.anOffer({ name: 'Database' }), await service.anOffer({ name: 'Web server' })]
    for (const offerId of ['database', 'web-server']) await service.publish({ publisherId: 'contoso', offerId })
    await service.settle()
    const bell = page.getByRole('banner').getByRole('button').first()
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 })

      await page.goto('/offers')
      const row = page.getByRole('rowheader', { name: 'Web server' })
      await expect(row).toBeVisible()
      await expect(page.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0)
      const before = await topOf(row)
      await expect(page.locator('a[href="/offers?news=unseen"]')).toBeVisible()
      await expect(bell).toHaveAccessibleName(/4/)
      expect([width, 'row', await topOf(row)]).toEqual([width, 'row', before])

      await page.goto(statusOf(opened))
      const steps = page.getByRole('heading', { level: 2 }).first()
      await expect(steps).toBeVisible()
      const stepsBefore = await topOf(steps)
      await expect(page.locator('button[aria-pressed=false]')).toBeVisible()
      expect([width, 'steps', await topOf(steps)]).toEqual([width, 'steps', stepsBefore])
    }
    await context.close()
  })
