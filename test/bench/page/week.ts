import type { Browser, Page } from '@playwright/test'
import type { QueryClient } from '@tanstack/react-query'
import { countAnswers, poll } from '../../support/polls.ts'
import { row, verdict } from './table.ts'
import { held, openPage } from './visit.ts'

declare global {
  interface Window {
    waiting: () => number
  }
}

type Start = (handler: TimerHandler, wait?: number) => number

/** Runs in the page before its own code: counts the timers that wait. */
function countTimers() {
  const waiting = new Set<number>()
  const later: Start = window.setTimeout
  const often: Start = window.setInterval
  const { clearTimeout: never, clearInterval: stop } = window
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
    waiting: () => waiting.size,
  })
}

type Fiber = { memoizedProps: { client?: QueryClient } | null; child: Fiber | null }

/** How many answers React Query keeps: its client is found in React's own tree. */
const countQueries = (page: Page) =>
  page.evaluate(() => {
    const kept = Object.entries(document.getElementById('root')!)
    let fiber: Fiber | null = kept.find(([name]) => name.startsWith('__reactContainer'))![1]
    while (fiber && !fiber.memoizedProps?.client) fiber = fiber.child
    return fiber!.memoizedProps!.client!.getQueryCache().getAll().length
  })

/** Polls a page as often as in a week, with changes among the answers, and prints what it holds at the end. */
export async function week(
  browser: Browser,
  address: string,
  name: string,
  polls: number,
  change: () => Promise<void>,
) {
  const { page, devtools } = await openPage(browser)
  await page.addInitScript(countAnswers)
  await page.addInitScript(countTimers)
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  // What it loads for other pages comes first.
  await page.waitForTimeout(6_000)
  const state = async () => ({
    ...(await held(devtools, page)),
    queries: await countQueries(page),
    timers: await page.evaluate(() => window.waiting()),
  })
  const pollUntil = async (from: number, to: number) => {
    for (let done = from; done < to; done += 50) {
      await change()
      await poll(page, 50)
    }
  }
  await pollUntil(0, 100)
  const early = await state()
  await pollUntil(100, polls)
  const late = await state()
  const share = late.heap / early.heap
  const grown = (key: 'elements' | 'listeners' | 'queries' | 'timers') => `${early[key]} → ${late[key]}`
  const counts = [grown('elements'), grown('listeners'), grown('queries'), grown('timers')]
  row(name, share, '≤ 1.1', verdict(share <= 1.1), ...counts)
  await page.context().close()
}
