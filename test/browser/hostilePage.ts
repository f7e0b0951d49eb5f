import type { Page } from '@playwright/test'
import { addOffers } from '../../src/service/demo/offers.ts'
import { pageDirectory, pageRoutes } from '../../src/service/http/page.ts'
import { hostileAnswers } from '../support/hostileAnswers.ts'
import { type Service, startService } from '../support/service.ts'
import { test as base, expect } from './fixtures.ts'

type Fixtures = { real: Service; answers: ReturnType<typeof hostileAnswers>; done: undefined }

/** The service with the demonstration's offers, whose answers are hostile. What hostile texts achieve fails the test. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright finds out from the pattern which fixtures are needed
  real: async ({}, use) => {
    const real = await startService({ page: pageRoutes(pageDirectory) })
    await addOffers(real.deps.db, real.deps.now())
    await use(real)
    await real.close()
  },
  answers: async ({ real }, use) => use(hostileAnswers(real.fetch)),
  service: async ({ real, answers }, use) => use({ ...real, fetch: answers.fetch }),
  done: [
    async ({ context, baseURL }, use) => {
      const done: string[] = []
      context.on('request', (request) => {
        if (!request.url().startsWith(`${baseURL}/`)) done.push(`request: ${request.url()}`)
      })
      context.on('dialog', async (dialog) => {
        done.push(`dialog: ${dialog.message()}`)
        await dialog.dismiss()
      })
      await use(undefined)
      expect(done, 'what hostile texts achieved').toEqual([])
      expect(context.pages()).toHaveLength(1)
    },
    { auto: true },
  ],
})

/** The texts that are not on the page to the letter, neither as text nor in a field; a field of one line has no line breaks. */
export const missing = (page: Page, texts: string[]) =>
  page.evaluate((json) => {
    const texts: string[] = JSON.parse(json)
    const plain = (text: string) => text.replace(/[\r\n]/g, '').trim()
    const page = document.documentElement.textContent
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')]
    const values = fields.map(({ value }) => plain(value))
    return texts.filter((text) => !page.includes(text) && !values.some((value) => value.includes(plain(text))))
  }, JSON.stringify(texts))

/** What is beyond the right edge on a desk and on a phone, and text from outside that can turn what stands beside it. */
export async function faults(page: Page) {
  const found = []
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 })
    found.push(...(await page.evaluate(faultsNow)).map((fault) => `${width}: ${fault}`))
  }
  return found
}

function faultsNow() {
  const edge = document.documentElement.clientWidth
  const sideways = document.documentElement.scrollWidth > edge ? ['the page scrolls sideways'] : []
  const scrolls = (element: Element) => {
    for (let around = element.parentElement; around; around = around.parentElement)
      if (around.scrollWidth > around.clientWidth && getComputedStyle(around).overflowX === 'auto') return true
    return false
  }
  const outside = [...document.querySelectorAll('#root :is(h1, h2, h3, p, a, button, input, select, textarea, time)')]
    .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > edge + 1)
    .filter((element) => !(element.matches('button') && scrolls(element)))
    .map(({ outerHTML }) => `beyond the edge: ${outerHTML.slice(0, 120)}`)
  const unisolated: string[] = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const isIsolated = ({ unicodeBidi }: CSSStyleDeclaration) => /isolate|plaintext/.test(unicodeBidi)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    // In a sentence of ours it stands between marks of its own.
    if (!text.textContent?.includes(' ¦ ') || text.textContent.includes('\u2068\u2068')) continue
    let around = text.parentElement!
    let style = getComputedStyle(around)
    while (/^(?:inline|contents)$/.test(style.display) && !isIsolated(style)) {
      around = around.parentElement!
      style = getComputedStyle(around)
    }
    if (around.textContent !== text.textContent && !isIsolated(style))
      unisolated.push(`not isolated: ${around.outerHTML.slice(0, 250)}`)
  }
  return [...sideways, ...outside, ...unisolated]
}
