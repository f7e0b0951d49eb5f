import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { pageDirectory, pageRoutes } from '../../src/service/http/page.ts'
import { startWorker } from '../../src/service/worker.ts'
import { type Service, startService } from '../support/service.ts'

type Options = {
  /** Seconds an automated step takes on average. */
  pace: number
  /** Console errors that a test causes on purpose. */
  expected: RegExp[]
}

type Fixtures = { service: Service; watched: undefined }

/** Each test has its own service, database and port, so tests run in parallel and leave nothing behind. */
export const test = base.extend<Options & Fixtures>({
  pace: [0.5, { option: true }],
  expected: [[], { option: true }],

  service: async ({ pace }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'journey-'))
    const service = await startService({ place: join(folder, 'dashboard.db'), pace, page: pageRoutes(pageDirectory) })
    const stopWorker = startWorker(service.follow, 50, service.deps.log)
    await use(service)
    await stopWorker()
    await service.close()
    await rm(folder, { recursive: true })
  },

  baseURL: async ({ service }, use) => {
    const server = serve({ fetch: service.fetch, port: 0, hostname: '127.0.0.1' })
    await new Promise((ready) => server.once('listening', ready))
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    if ('closeAllConnections' in server) server.closeAllConnections()
    server.close()
  },

  // A violation of the content policy, an error in the page or on its console fails the journey.
  watched: [
    async ({ browser, context, expected }, use) => {
      const complaints: string[] = []
      const complain = (text: string) => {
        if (!expected.some((pattern) => pattern.test(text))) complaints.push(text)
      }
      const watch = async (context: BrowserContext) => {
        context.on('weberror', (error) => complain(String(error.error())))
        context.on('console', (message) => {
          if (['error', 'warning'].includes(message.type())) complain(`${message.type()}: ${message.text()}`)
        })
        await Promise.all([
          context.exposeFunction('__complain', complain),
          context.addInitScript(() => {
            document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
              (window as unknown as { __complain: (text: string) => void }).__complain(
                `policy: ${violatedDirective} ${blockedURI} ${sourceFile}`,
              ),
            )
          }),
        ])
      }
      // The other browsers of a journey too.
      browser.on('context', watch)
      await watch(context)
      await use(undefined)
      browser.off('context', watch)
      expect(complaints, 'what the page complained of').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** The status page of an offer. */
export const statusOf = ({ publisherId, offerId }: { publisherId: string; offerId: string }) =>
  `/publishers/${publisherId}/offers/${offerId}/status`

/** Its History tab. */
export const historyOf = ({ publisherId, offerId }: { publisherId: string; offerId: string }) =>
  `/publishers/${publisherId}/offers/${offerId}/history`

/** Its Editor tab. */
export const editorOf = ({ publisherId, offerId }: { publisherId: string; offerId: string }) =>
  `/publishers/${publisherId}/offers/${offerId}/editor`

/** Pages that are about no offer and no list. */
export const otherPages = [
  '/offers/new',
  '/account',
  '/publishers',
  '/publishers/contoso/users',
  '/publishers/contoso/profile',
  '/publishers/contoso/webhooks',
  '/signed-out',
  '/nothing/here',
]

/** The row of an offer in a list. */
export const rowOf = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) })
