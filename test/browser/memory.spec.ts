import type { CDPSession, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

// A trace would hold every answer.
test.use({ trace: 'off' })

test('a list that stays open over 2,000 polls keeps no more than after 100', async ({ page, service }) => {
  test.setTimeout(180_000)
  for (let number = 1; number <= 50; number++) await service.anOffer({ name: `Offer ${number}` })
  await page.goto('/offers')
  await expect(page.getByRole('row')).toHaveCount(51)
  const browser = await page.context().newCDPSession(page)
  await browser.send('Performance.enable')

  await poll(page, 100)
  const before = await kept(browser)
  await poll(page, 1_900)
  const after = await kept(browser)
  expect(after.heap).toBeLessThanOrEqual(before.heap * 1.1)
  expect(after.nodes).toBeLessThanOrEqual(before.nodes)
  expect(after.listeners).toBeLessThanOrEqual(before.listeners)
})

/** Refreshes the list, each time after the last answer has arrived. */
const poll = (page: Page, times: number) =>
  page.getByRole('button', { name: 'Refresh' }).evaluate(async (refresh: HTMLElement, times) => {
    const answered = () => performance.getEntriesByType('resource').length
    for (let time = 0; time < times; time++) {
      performance.clearResourceTimings()
      refresh.click()
      while (answered() === 0) await new Promise((passed) => setTimeout(passed, 2))
    }
  }, times)

async function kept(browser: CDPSession) {
  await browser.send('HeapProfiler.collectGarbage')
  await browser.send('HeapProfiler.collectGarbage')
  const { metrics } = await browser.send('Performance.getMetrics')
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)!.value
  return { heap: metric('JSHeapUsedSize'), nodes: metric('Nodes'), listeners: metric('JSEventListeners') }
}
