import type { Browser, Page } from '@playwright/test'
import { row, verdict } from './table.ts'
import { held, openPage } from './visit.ts'

type Start = (handler: TimerHandler, wait?: number) => number

/** Runs in the page before its own code: counts timers that wait, and answers. */
function count() {
  const waiting = new Set<number>()
  const later: Start = window.setTimeout
  const often: Start = window.setInterval
  const { clearTimeout: never, clearInterval: stop, fetch } = window
  const counted = (set: Start) => (handler: TimerHandler, wait?: number) => {
    const timer = set(() => {
      if (set === later) waiting.delete(timer)
      if (typeof handler === 'function') handler()
    }, wait)
    waiting.add(timer)
    return timer
  }
  const forget = (clear: typeof never) => (timer?: number) => {
    if (timer !== undefined) waiting.delete(timer)
    clear(timer)
  }
  Object.assign(window, {
    setTimeout: counted(later),
    setInterval: counted(often),
    clearTimeout: forget(never),
    clearInterval: forget(stop),
    answers: 0,
    waiting: () => waiting.size,
    fetch: async (...request: Parameters<typeof fetch>) => {
      const answer = await fetch(...request)
      ;(window as unknown as { answers: number }).answers++
      return answer
    },
  })
}

/** The page asks again whenever its tab is looked at. */
const poll = (page: Page, times: number) =>
  page.evaluate(async (times) => {
    const counted = window as unknown as { answers: number }
    const end = counted.answers + times
    while (counted.answers < end) {
      window.dispatchEvent(new Event('visibilitychange'))
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
  }, times)

/** Polls a page as often as in a week, with changes among the answers, and prints what it holds at the end. */
export async function week(
  browser: Browser,
  address: string,
  name: string,
  polls: number,
  change: () => Promise<void>,
) {
  const { page, devtools } = await openPage(browser)
  await page.addInitScript(count)
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  // What it loads for other pages comes first.
  await page.waitForTimeout(6_000)
  const state = async () => ({
    ...(await held(devtools, page)),
    timers: await page.evaluate(() => (window as unknown as { waiting: () => number }).waiting()),
  })
  await poll(page, 100)
  const early = await state()
  for (let done = 100; done < polls; done += 50) {
    await change()
    await poll(page, 50)
  }
  const late = await state()
  const share = late.heap / early.heap
  const grown = (key: 'elements' | 'listeners' | 'timers') => `${early[key]} → ${late[key]}`
  row(name, share, '≤ 1.1', verdict(share <= 1.1), grown('elements'), grown('listeners'), grown('timers'))
  await page.context().close()
}
