import type { Page } from '@playwright/test'
import { withBrokenSas } from '../../src/service/demo/content.ts'
import { editorOf, expect, historyOf, otherPages, statusOf, test } from './fixtures.ts'

const widths = [320, 400, 768, 1024, 1280, 1920]

for (const language of ['en-US', 'zh-CN', 'fr-FR', 'ko-KR'])
  test(`no page breaks a word or scrolls sideways, on a phone or on a wide screen, in ${language}`, async ({
    page,
    service,
  }) => {
    test.setTimeout(90_000)
    const waiting = await service.anOffer({ name: 'Cost Optimization Workshop' })
    const failed = await service.anOffer({ name: 'Contoso Security Information Collector', content: withBrokenSas })
    await service.anOffer({ name: 'Web server' })
    await service.publish(waiting)
    await service.publish(failed)
    await service.settle()
    await page.addInitScript((language) => localStorage.setItem('language', language), language)
    const pages = ['/offers', '/approvals', '/history', statusOf(waiting), statusOf(failed), historyOf(failed)]
    for (const path of [...pages, editorOf(failed), ...otherPages]) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0)
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 })
        expect([path, width, await faults(page)]).toEqual([path, width, []])
      }
    }
  })

/** Words whose letters are on two lines, and what is partly beyond the right edge, except buttons in a row that scrolls. */
const faults = (page: Page) =>
  page.evaluate(() => {
    const edge = document.documentElement.clientWidth
    const sideways = document.documentElement.scrollWidth > edge ? ['the page scrolls sideways'] : []
    const scrolls = (element: Element) => {
      for (let around = element.parentElement; around; around = around.parentElement)
        if (around.scrollWidth > around.clientWidth && getComputedStyle(around).overflowX === 'auto') return true
      return false
    }
    const outside = [...document.querySelectorAll('#root :is(h1, h2, h3, p, a, button, input, select, time)')]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > edge + 1)
      .filter((element) => !(element.matches('button') && scrolls(element)))
      .map(({ outerHTML }) => `beyond the edge: ${outerHTML.slice(0, 120)}`)

    const broken: string[] = []
    const texts = document.createTreeWalker(document.getElementById('root')!, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      // Addresses and ids are longer than a line; Chinese breaks anywhere.
      if (!node.parentElement?.checkVisibility() || node.parentElement.closest('code, a[href^=http]')) continue
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[\p{L}\p{N}’]{2,24}/gu)) {
        if (/\p{Script=Han}/u.test(word)) continue
        range.setStart(node, index)
        range.setEnd(node, index + word.length)
        const [first, ...others] = range.getClientRects()
        if (first && others.some(({ top, width }) => width > 0 && Math.abs(top - first.top) > 4))
          broken.push(`broken word: ${word} in ${node.textContent?.slice(0, 60)}`)
      }
    }
    return [...sideways, ...outside, ...broken]
  })
