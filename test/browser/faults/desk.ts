import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { test as base, expect, type Page } from '@playwright/test'
import { pageDirectory, pageRoutes } from '../../../src/service/http/page.ts'
import { startFaultProxy } from '../../support/faultProxy.ts'
import { startService } from '../../support/service.ts'

/** A browser page whose time the test moves, a fault proxy, and the real service behind it. */
export type Desk = Awaited<ReturnType<typeof openDesk>>

async function openDesk(page: Page) {
  const service = await startService({ page: pageRoutes(pageDirectory) })
  const server = serve({ fetch: service.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((ready) => server.once('listening', ready))
  const proxy = await startFaultProxy(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const offer = await service.anOffer({ name: 'Web server' })
  await service.publish(offer)
  await service.settle()

  const complaints: string[] = []
  page.context().on('weberror', (error) => complaints.push(String(error.error())))
  await page.context().exposeFunction('__complain', (text: string) => complaints.push(text))
  await page.clock.install()
  await page.addInitScript(prepare)
  return {
    page,
    proxy,
    service,
    offer,
    complaints,
    /** Everything that can be read, in dialogs and panels too. */
    text: page.locator('body'),
    /** Opens an address; a reload would lose the mark. */
    async open(path: string) {
      await page.goto(proxy.origin + path)
      await page.evaluate(() => Object.assign(window, { isMarked: true }))
    },
    /** Time passes for the page until it holds, for some minutes at most. */
    until: (holds: (timeout: { timeout: number }) => Promise<void>) =>
      expect(async () => {
        if (proxy.isSilent()) await page.evaluate(() => document.dispatchEvent(new Event('patience ends')))
        await page.clock.runFor(70_000)
        await holds({ timeout: 500 })
      }).toPass({ intervals: [0] }),
    /** What the browser is told to refuse in every document from now on. */
    refuse: (what: '' | 'storage' | 'cookies') => page.evaluate((name) => void Object.assign(window, { name }), what),
    async close() {
      await proxy.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      server.close()
      await service.close()
    },
  }
}

/** Runs in the browser before the page. */
function prepare() {
  // Patience ends when the test says so: a slow machine is no fault.
  AbortSignal.timeout = () => {
    const controller = new AbortController()
    const end = () => controller.abort(new DOMException('The answer took too long', 'TimeoutError'))
    document.addEventListener('patience ends', end, { once: true })
    return controller.signal
  }
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    Reflect.get(window, '__complain')(`policy: ${violatedDirective} ${blockedURI}`),
  )
  const refused = () => {
    throw new DOMException('The user has blocked this', 'SecurityError')
  }
  if (window.name)
    for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: refused })
  if (window.name) Object.defineProperty(navigator, 'locks', { value: { request: async () => refused() } })
  if (window.name === 'cookies') Object.defineProperty(navigator, 'cookieEnabled', { value: false })
}

/** All faults share one page of a browser; every test opens the address it needs. */
export const test = base.extend<{ sound: undefined }, { desk: Desk }>({
  desk: [
    async ({ browser }, use) => {
      const context = await browser.newContext()
      const desk = await openDesk(await context.newPage())
      await use(desk)
      await desk.close()
      await context.close()
    },
    { scope: 'worker' },
  ],
  // No fault leads to an error in the page or a violation of the content policy.
  sound: [
    async ({ desk }, use) => {
      await use(undefined)
      expect(desk.complaints.splice(0), 'what the page complained of').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
