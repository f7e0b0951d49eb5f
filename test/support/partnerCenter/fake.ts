import { setImmediate } from 'node:timers/promises'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { type Durations, durations, newAccount } from './account.ts'
import { onTheWire, Refused } from './errors.ts'
import { ingestionApi, ingestionPath } from './ingestion.ts'
import { type Credentials, graphAudience, login, olderAudience } from './login.ts'
import { olderApi, olderPath } from './olderApi.ts'
import { defaults, type Switches } from './switches.ts'

export type Call = { time: number; method: string; path: string; status: number; applied: boolean }

/** What goes wrong on the way: an HTTP status, or a connection that is cut. `applied`: after the call did its work. */
export type Trouble = { status?: 429 | 500 | 502 | 503; retryAfter?: number; applied?: boolean }

type Options = {
  now: () => Date
  credentials?: Credentials
  switches?: Partial<Switches>
  durations?: Partial<Durations>
}

export const sampleCredentials: Credentials = {
  tenantId: '9b1c7a52-3f60-4f0e-8d21-5a7c9e4b0d13',
  clientId: '5e8d2f14-7a6b-4c39-b0d8-2f1e6c9a7b45',
  clientSecret: 'sample-secret-of-the-fake',
}

/** Microsoft Partner Center as a publisher's app sees it: its login, the Product Ingestion API and the older API. */
export function partnerCenter({ now, credentials = sampleCredentials, ...options }: Options) {
  const switches: Switches = { ...defaults, ...options.switches }
  const account = newAccount({ now, switches, durations: { ...durations, ...options.durations } })
  const tokens = login(credentials, now, switches)
  const calls: Call[] = []
  let running = 0
  let mostRunning = 0
  let weather = (_method: string, _path: string): Trouble | undefined => undefined

  const app = new Hono<{ Bindings: Partial<HttpBindings> }>()
  app.onError((error, c) => {
    if (!(error instanceof Refused)) throw error
    return c.json({ error: onTheWire(error.error, switches) }, error.status)
  })

  /** A gateway's page, or a connection that ends without an answer. */
  function broken({ status, retryAfter }: Trouble, outgoing: HttpBindings['outgoing'] | undefined) {
    if (status)
      return new Response(`<html><body><h1>${status}</h1></body></html>`, {
        status,
        headers: { 'content-type': 'text/html', ...(retryAfter && { 'retry-after': String(retryAfter) }) },
      })
    outgoing?.destroy()
    throw new Refused(400, { code: 'badRequest', message: 'The connection was cut.' })
  }

  app.use(async (c, next) => {
    account.settle()
    const { pathname } = new URL(c.req.url)
    const call: Call = { time: now().getTime(), method: c.req.method, path: pathname, status: 0, applied: true }
    calls.push(call)
    const trouble = weather(call.method, pathname)
    if (trouble && !trouble.applied) {
      call.applied = false
      call.status = trouble.status ?? 0
      return broken(trouble, c.env?.outgoing)
    }
    const minute = calls.filter((one) => one.time > call.time - 60_000 && one.path.startsWith(ingestionPath))
    if (pathname.startsWith(ingestionPath) && minute.length > switches.callsPerMinute) {
      call.applied = false
      call.status = 429
      const wait = Math.max(1, Math.ceil((minute[0]!.time + 60_000 - call.time) / 1_000))
      return c.json({ error: { code: 'tooManyRequests', message: 'Too many requests.' } }, 429, {
        ...(switches.retryAfter && { 'retry-after': String(wait) }),
      })
    }
    running++
    mostRunning = Math.max(mostRunning, running)
    await setImmediate()
    await next().finally(() => running--)
    call.status = c.res.status
    c.res.headers.set('request-id', crypto.randomUUID())
    if (trouble) {
      call.status = trouble.status ?? 0
      c.res = broken(trouble, c.env?.outgoing)
    }
  })
  app.route('/', tokens.app)
  app.use(`${ingestionPath}/*`, async (c, next) => {
    tokens.authorize(c.req.header('authorization'), graphAudience)
    await next()
  })
  app.route(ingestionPath, ingestionApi(account, switches))
  app.use(`${olderPath}/*`, async (c, next) => {
    tokens.authorize(c.req.header('authorization'), olderAudience)
    await next()
  })
  app.route(olderPath, olderApi(account, switches, now))

  return {
    app,
    account,
    switches,
    credentials,
    calls,
    /** The most calls that ran at the same time. */
    busiest: () => mostRunning,
    /** Revokes every token. */
    forgetTokens: tokens.forget,
    /** Decides for each call whether something goes wrong with it. */
    setWeather(decide: typeof weather) {
      weather = decide
    },
    /** Makes the next matching call go wrong, once. */
    failNext(pattern: RegExp, trouble: Trouble) {
      weather = (method, path) => {
        if (!pattern.test(`${method} ${path}`)) return undefined
        weather = () => undefined
        return trouble
      }
    },
  }
}
export type PartnerCenter = ReturnType<typeof partnerCenter>
