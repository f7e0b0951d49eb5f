import type { Browser } from '@playwright/test'
import { openPage, rows } from './visit.ts'

/** Milliseconds from a click on an offer to its steps. */
export async function afterClick(browser: Browser, address: string) {
  const { page } = await openPage(browser)
  await page.goto(address)
  await page.locator(rows).nth(9).waitFor()
  // A reader looks at the list first.
  await page.waitForTimeout(3_000)
  const milliseconds = await page.evaluate(async (rows) => {
    const steps = '[aria-label="Publishing steps"] li, .RaArrayField-root tbody tr, .ra-field-steps tbody tr'
    const row = document.querySelectorAll<HTMLElement>(rows)[3]!
    const begun = performance.now()
    ;(row.querySelector('a') ?? row.querySelector('td:nth-child(2)') ?? row).dispatchEvent(
      new MouseEvent('click', { bubbles: true, cancelable: true }),
    )
    while (!document.querySelector(steps)) await new Promise((resolve) => requestAnimationFrame(resolve))
    return performance.now() - begun
  }, rows)
  await page.context().close()
  return milliseconds
}

/** Milliseconds from an answer with one changed offer to the changed list, on a processor slowed down four times. */
export async function afterChange(browser: Browser, address: string, change: () => Promise<void>) {
  const { page } = await openPage(browser, 4)
  await page.addInitScript(() => {
    const text = Response.prototype.text
    Response.prototype.text = async function () {
      const body = await text.call(this)
      if (new URL(this.url).pathname === '/api/portal/offers') window.bench.answered = performance.now()
      return body
    }
  })
  await page.goto(address)
  await page.locator(rows).nth(9).waitFor()
  await page.waitForTimeout(3_000)
  await page.evaluate(() => {
    new MutationObserver(() => {
      if (window.bench.changed < window.bench.answered) window.bench.changed = performance.now()
    }).observe(document.querySelector('[role=table]')!, { subtree: true, childList: true, characterData: true })
  })
  await change()
  await page.evaluate(() => {
    Object.assign(window.bench, { answered: 0, changed: 0 })
    window.dispatchEvent(new Event('visibilitychange'))
  })
  await page.waitForFunction(() => window.bench.changed > 0)
  const { answered, changed } = await page.evaluate(() => window.bench)
  await page.context().close()
  return changed - answered
}
