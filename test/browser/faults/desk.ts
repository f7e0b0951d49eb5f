import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { test as base, expect, type Page } from '@playwright/test'
import { pageDirectory, pageRoutes } from '../../../src/service/http/page.ts'
import { pass, startFaultProxy } from '../../support/faultProxy.ts'
import { startService } from '../../support/service.ts'

/** A browser page whose time the test moves, a fault proxy, and the real service behind it. */
export type Desk = Awaited<ReturnType<typeof openDesk>>

async function openDesk(page: Page) {
  const service = await startService({ page: pageRoutes(pageDirectory) })
  const server = serve({ fetch: service.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((ready) => server.once('listening', ready))
  const proxy = await startFaultProxy(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  let count = 0
  async function anOfferAtSignOff() {
    const name = `Server ${++count}`
    const offer = await service.anOffer({ name })
    await service.publish(offer)
    await service.settle()
    return { ...offer, name }
  }

  const complaints: string[] = []
  page.context().on('weberror', (error) => complaints.push(String(error.error())))
  await page.context().exposeFunction('__complain', (text: string) => complaints.push(text))
  await page.clock.install()
  await page.addInitScript(prepare)
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  const desk = {
    page,
    proxy,
    service,
    offer: await anOfferAtSignOff(),
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
    /** A tab waits less for the answer that another one asked for than for its own: it asks for itself. */
    outwait: () => page.evaluate(() => void document.dispatchEvent(new Event('short patience ends'))),
    /** What the browser is told to refuse in every document from now on. */
    async refuse(what: '' | 'storage' | 'cookies') {
      // The name of an empty page is lost at the first visit.
      if (page.url() === 'about:blank') await page.goto(`${proxy.origin}/healthz`)
      await page.evaluate((name) => void Object.assign(window, { name }), what)
    },
    useCache: async (isUsed: boolean) => {
      await network.send('Network.setCacheDisabled', { cacheDisabled: !isUsed })
    },
    async close() {
      await proxy.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      server.close()
      await service.close()
    },
    /** Another offer, of which nothing is on screen. */
    async renew() {
      desk.offer = await anOfferAtSignOff()
    },
  }
  return desk
}

/** Runs in the browser before the page. */
function prepare() {
  // Patience ends when the test says so: a slow machine is no fault.
  AbortSignal.timeout = (milliseconds) => {
    const controller = new AbortController()
    const end = () => controller.abort(new DOMException('The answer took too long', 'TimeoutError'))
    document.addEventListener('patience ends', end, { once: true })
    if (milliseconds < 20_000) document.addEventListener('short patience ends', end, { once: true })
    return controller.signal
  }
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    Reflect.get(window, '__complain')(`policy: ${violatedDirective} ${blockedURI}`),
  )
  const refused = () => {
    throw new DOMException('The user has blocked this', 'SecurityError')
  }
  if (window.name) {
    for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: refused })
    Object.defineProperty(navigator, 'locks', { value: { request: async () => refused() } })
    Object.assign(window, { BroadcastChannel: refused })
  }
  Object.defineProperty(navigator, 'cookieEnabled', { get: () => window.name !== 'cookies' })
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
      await desk.renew()
      await use(undefined)
      desk.proxy.behave(pass)
      // What the browser fetches ahead of the page follows a redirect, and the policy stops it.
      const redirected = `policy: connect-src ${desk.proxy.origin}`
      const complaints = desk.complaints.splice(0).filter((text) => !text.startsWith(redirected))
      expect(complaints, 'what the page complained of').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
