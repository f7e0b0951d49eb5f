import { withBrokenSas } from '../../src/service/demo/content.ts'
import type { Service } from '../support/service.ts'
import { editorOf, expect, historyOf, otherPages, statusOf, test } from './fixtures.ts'
import { choose, themes, violations, violationsInEachTheme } from './violations.ts'

const languages = ['en-US', 'zh-CN', 'fr-FR', 'ko-KR'] as const

for (const language of languages)
  test(`no page has an accessibility violation in any theme, in ${language}`, async ({ page, service }) => {
    test.setTimeout(240_000)
    const { waiting, failed } = await seed(service)
    const pages = ['/offers', '/approvals', '/history', statusOf(waiting), statusOf(failed)]
    await choose(page, { language })
    for (const path of [...pages, historyOf(failed), editorOf(failed), ...otherPages]) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0)
      for (const closed of await page.locator('summary').all()) await closed.click()
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      expect([path, await violationsInEachTheme(page)]).toEqual([path, []])
    }
  })

for (const theme of themes)
  test(`no dialog and no menu has an accessibility violation in the theme ${theme}`, async ({ page, service }) => {
    test.setTimeout(60_000)
    const { draft, waiting } = await seed(service)
    await choose(page, { language: 'en-US', theme })
    for (const [offer, action] of [
      [draft, 'Publish'],
      [waiting, 'Go Live'],
      [waiting, 'Cancel Publish'],
    ] as const) {
      await page.goto(statusOf(offer))
      await page.getByRole('button', { name: action, exact: true }).click()
      await expect(page.getByRole('dialog').getByRole('button', { name: action, exact: true })).toBeVisible()
      expect([action, await violations(page)]).toEqual([action, []])
    }
    for (const menu of ['Language', 'Theme', 'Account']) {
      await page.goto('/nothing/here')
      await page.getByRole('button', { name: menu }).click()
      await expect(page.getByRole('menu')).toBeVisible()
      // An open menu is at the end of the document, outside the landmarks.
      expect([menu, await violations(page, ['region'])]).toEqual([menu, []])
    }
  })

for (const theme of themes)
  test(`nothing about Go Live or an unfixed offer has an accessibility violation in the theme ${theme}`, async ({
    page,
    service,
  }) => {
    test.setTimeout(60_000)
    const { waiting, failed } = await seed(service)
    await choose(page, { language: 'en-US', theme })
    await page.goto(statusOf(waiting))
    await page.getByRole('button', { name: 'Go Live', exact: true }).click()
    await page.getByRole('radio', { name: 'At a set time' }).click()
    await expect(page.getByRole('combobox', { name: 'Time zone' })).toBeVisible()
    expect(['schedule', await violations(page)]).toEqual(['schedule', []])
    await page.getByRole('button', { name: 'Schedule Go Live' }).click()
    await expect(page.getByRole('button', { name: 'Take back' })).toBeVisible()
    expect(['scheduled', await violations(page)]).toEqual(['scheduled', []])
    await page.getByRole('button', { name: 'Take back' }).click()
    await expect(page.getByRole('button', { name: 'Take back' })).toBeHidden()
    await page.goto(statusOf(failed))
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Publish anyway' })).toBeVisible()
    expect(['unfixed', await violations(page)]).toEqual(['unfixed', []])
    await page.goto('/approvals')
    await page.getByRole('checkbox', { name: 'Select: Web server' }).check()
    await page.getByRole('button', { name: 'Go Live together…' }).click()
    await expect(page.getByRole('dialog').getByRole('link', { name: /Open the preview/ })).toBeVisible()
    expect(['together', await violations(page)]).toEqual(['together', []])
  })

async function seed(service: Service) {
  const draft = await service.anOffer({ name: 'Draft' })
  const waiting = await service.anOffer({ name: 'Web server' })
  const failed = await service.anOffer({ name: 'Mail server', content: withBrokenSas })
  const canceled = await service.anOffer({ name: 'Time server' })
  await service.publish(waiting)
  await service.publish(failed)
  await service.publish(canceled)
  await service.settle()
  await service.cancel(canceled, 'The price is wrong')
  return { draft, waiting, failed }
}
