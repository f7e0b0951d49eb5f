import type { Page } from '@playwright/test'
import { withBrokenSas } from '../../src/service/demo/content.ts'
import { expect, historyOf, statusOf, test } from './fixtures.ts'
import { choose } from './violations.ts'

test.use({ viewport: { width: 320, height: 640 } })

for (const language of ['en-US', 'zh-CN', 'fr-FR', 'ko-KR'])
  test(`every page fits a screen of 320 px, without scrolling sideways, in ${language}`, async ({ page, service }) => {
    const offer = await service.anOffer({ name: 'Contoso Security Information Collector', content: withBrokenSas })
    await service.publish(offer)
    await service.settle()
    await choose(page, { language })
    for (const path of ['/offers', '/approvals', '/history', statusOf(offer), historyOf(offer), '/nothing/here']) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0)
      expect([path, await beyondTheEdge(page)]).toEqual([path, []])
    }
  })

test('an action is confirmed on a screen of 320 px, with every button in reach', async ({ page, service }) => {
  const offer = await service.anOffer({ name: 'Web server' })
  await service.publish(offer)
  await service.settle()
  await page.goto(statusOf(offer))
  await page.getByRole('button', { name: 'Cancel Publish' }).click()
  const dialog = page.getByRole('dialog')
  for (const name of ['Cancel Publish', 'Keep publishing'])
    await expect(dialog.getByRole('button', { name })).toBeInViewport({ ratio: 1 })
  await dialog.getByRole('button', { name: 'Cancel Publish' }).click()
  await expect(page.getByRole('main')).toContainText('Publish canceled')
})

/** Texts and controls that stand partly outside the screen. */
const beyondTheEdge = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const scrolls = document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : []
    const outside = [...document.querySelectorAll('main :is(h1, h2, h3, p, a, button, input, select, td, time)')]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > width + 1)
      .map(({ outerHTML }) => outerHTML.slice(0, 120))
    return [...scrolls, ...outside]
  })
