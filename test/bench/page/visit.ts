import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test'

export const rows = '[role=rowgroup] [role=row], tbody tr'

declare global {
  interface Window {
    /** When ten rows were on screen, and the milliseconds that tasks took beyond 50. */
    bench: { first: number; blocking: number; timers: number; answered: number; changed: number }
  }
}

/** Runs in the page before its own code. */
function watch(rows: string) {
  window.bench = { first: 0, blocking: 0, timers: 0, answered: 0, changed: 0 }
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.bench.blocking += Math.max(0, duration - 50)
  }).observe({ type: 'longtask', buffered: true })
  const look = () => {
    if (document.querySelectorAll(rows).length < 10) return requestAnimationFrame(look)
    requestAnimationFrame(() =>
      setTimeout(() => {
        window.bench.first = performance.now()
      }),
    )
  }
  look()
}

export async function openPage(browser: Browser, rate = 1, context?: BrowserContext) {
  const page = await (context ?? (await browser.newContext({ viewport: { width: 1280, height: 900 } }))).newPage()
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Performance.enable')
  await devtools.send('Emulation.setCPUThrottlingRate', { rate })
  await page.addInitScript(watch, rows)
  return { page, devtools }
}

export type Visit = {
  kilobytes: number
  requests: number
  first: number
  blocking: number
  heap: number
  elements: number
}

/** Opens an address as if for the first time, unless `context` has been there. */
export async function visit(browser: Browser, address: string, rate: number, context?: BrowserContext): Promise<Visit> {
  const { page, devtools } = await openPage(browser, rate, context)
  let bytes = 0
  let requests = 0
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
    requests++
  })
  await page.goto(address)
  await page.waitForFunction(() => window.bench.first > 0, undefined, { timeout: 120_000 })
  const loaded = { kilobytes: bytes / 1024, requests }
  // What the page still does for its first rows; what it loads later for other pages does not count.
  await page.waitForTimeout(1500)
  const { first, blocking } = await page.evaluate(() => window.bench)
  const { heap, elements } = await held(devtools, page)
  await (context ? page.close() : page.context().close())
  return { ...loaded, first, blocking, heap, elements }
}

/** What is left once the garbage is collected. */
export async function held(devtools: CDPSession, page: Page) {
  // What the first pass finalizes, the second collects.
  for (let pass = 0; pass < 2; pass++) await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)!.value
  return {
    heap: metric('JSHeapUsedSize') / 1024 / 1024,
    listeners: metric('JSEventListeners'),
    elements: await page.evaluate(() => document.getElementsByTagName('*').length),
  }
}
