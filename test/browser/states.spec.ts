import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { withBrokenSas } from '../../src/service/demo/content.ts'
import type { Service } from '../support/service.ts'
import { expect, historyOf, statusOf, test } from './fixtures.ts'
import { choose, violations, violationsInEachTheme } from './violations.ts'

const words = (language: string, file: string) => JSON.parse(readFileSync(`locales/${language}/${file}.json`, 'utf8'))
const data = /\/api\/(?:portal\/(?:offers|approvals|history|publishers)|publishers)/
const neverAnswers = () => new Promise<void>(() => {})

async function seed(service: Service) {
  const waiting = await service.anOffer({ name: 'Web server' })
  const failed = await service.anOffer({ name: 'Mail server', content: withBrokenSas })
  await service.publish(waiting)
  await service.publish(failed)
  await service.settle()
  return { waiting, failed, pages: ['/offers', '/approvals', '/history', statusOf(waiting), historyOf(failed)] }
}

/** Brings each page into a state, in which `look` sees it. */
const states: Record<
  string,
  (page: Page, pages: string[], language: string, look: () => Promise<void>) => Promise<void>
> = {
  async empty(page, _, language, look) {
    const filtered = {
      offers: words(language, 'offers').empty.filtered,
      history: words(language, 'history').empty.filtered,
    }
    for (const [path, { title }] of [
      ['/offers?q=zebra', filtered.offers],
      ['/approvals?q=zebra', filtered.offers],
      ['/history?q=zebra', filtered.history],
    ]) {
      await page.goto(path)
      await expect(page.getByRole('heading', { name: title })).toBeVisible()
      await look()
    }
  },
  async loading(page, pages, _, look) {
    await page.route(data, neverAnswers)
    for (const path of pages) {
      await page.goto(path)
      await expect(page.getByRole('main').locator('[aria-busy=true]').first()).toBeVisible()
      await look()
    }
    await page.unroute(data)
  },
  async error(page, pages, _, look) {
    await page.route(data, (route) => route.fulfill({ status: 503 }))
    for (const path of pages) {
      await page.goto(path)
      await expect(page.getByRole('main').getByRole('alert').first()).toBeVisible()
      await look()
    }
    await page.unroute(data)
  },
  async offline(page, pages, language, look) {
    const [isOffline] = words(language, 'common').freshness.offline.split('{{')
    for (const path of pages) {
      await page.goto(path)
      await expect(page.getByRole('main').locator('time').first()).toBeVisible()
      await page.context().setOffline(true)
      await expect(page.getByRole('main')).toContainText(isOffline.trim())
      await look()
      await page.context().setOffline(false)
    }
  },
  async 'with the View panel open'(page, _, language, look) {
    await page.goto('/offers')
    await page.getByRole('button', { name: words(language, 'offers').view, exact: true }).click()
    await expect(page.getByRole('group', { name: words(language, 'lists').columns.title })).toBeVisible()
    await look()
  },
  async 'with the keyboard help open'(page, _, language, look) {
    await page.goto('/offers')
    await expect(page.getByRole('rowheader').first()).toBeVisible()
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: words(language, 'lists').keys.title })).toBeVisible()
    await look()
  },
  async 'with a dialog, whose answer is then lost'(page, [, , , atSignOff = ''], language, look) {
    const { action, lost } = words(language, 'status')
    await page.goto(atSignOff)
    await page.getByRole('button', { name: action.goLive, exact: true }).click()
    const dialog = page.getByRole('dialog')
    const confirm = dialog.getByRole('button', { name: action.goLive, exact: true })
    await expect(confirm).toBeVisible()
    await look()
    await page.route('**/golive?*', (route) => route.abort('connectionreset'))
    await confirm.click()
    await expect(dialog).toContainText(lost.asking)
    await look()
    await page.unroute('**/golive?*')
  },
}

test.describe('in every state', () => {
  test.use({ expected: [/net::ERR_|Failed to load resource|LoadError/] })

  for (const language of ['en-US', 'zh-CN', 'fr-FR', 'ko-KR'])
    test(`no page has an accessibility violation in any theme, in ${language}`, async ({ page, service }) => {
      test.setTimeout(240_000)
      const { pages } = await seed(service)
      await choose(page, { language })
      // A theme that was shown once is shown without a connection too.
      await page.goto('/offers')
      await violationsInEachTheme(page)
      for (const [state, bring] of Object.entries(states))
        await bring(page, pages, language, async () => {
          // An open panel is at the end of the document, outside the landmarks.
          const found = await violationsInEachTheme(page, state.startsWith('with') ? ['region'] : [])
          expect([state, page.url(), found]).toEqual([state, page.url(), []])
        })
    })
})

test('a list without any offer has no accessibility violation', async ({ page }) => {
  for (const path of ['/offers', '/approvals', '/history']) {
    await page.goto(path)
    await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible()
    expect([path, await violations(page)]).toEqual([path, []])
  }
})

test('on a screen of 320 pixels no page has an accessibility violation', async ({ page, service }) => {
  test.setTimeout(90_000)
  const { failed, pages } = await seed(service)
  await page.setViewportSize({ width: 320, height: 740 })
  for (const path of [...pages, statusOf(failed)]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0)
    expect([path, await violations(page)]).toEqual([path, []])
  }
})
