import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, statusOf, test } from './fixtures.ts'

const languages = ['en-US', 'zh-CN', 'fr-FR', 'ko-KR'] as const
const themes = ['light', 'dark', 'highContrast'] as const

for (const language of languages)
  test(`no page has a barrier, whatever the theme, in ${language}`, async ({ page, service }) => {
    test.setTimeout(90_000)
    await service.anOffer({ name: 'Draft' })
    const waiting = await service.anOffer({ name: 'Web server' })
    await service.publish(waiting)
    await service.settle()

    for (const theme of themes) {
      await page.addInitScript(
        ([language, theme]) => {
          localStorage.setItem('language', language)
          localStorage.setItem('theme', theme)
        },
        [language, theme] as const,
      )
      for (const path of ['/offers', '/approvals', statusOf(waiting), '/nothing/here']) {
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        await expect(page.locator(`[data-theme="${theme}"]`).first()).toBeVisible()
        expect([path, theme, await barriers(page)]).toEqual([path, theme, []])
      }
    }
  })

async function barriers(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html.slice(0, 200)) }))
}
