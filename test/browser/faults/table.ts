import { type Answer, type Behaviour, type Exchange, pass } from '../../support/faultProxy.ts'
import { type Desk, expect } from './desk.ts'

/** What the reader sees: the words of the fault, placeholders until it is over, or nothing of it. */
export type Seen = RegExp | 'waits' | 'unnoticed'

export type Row = {
  fault: string
  begin: (desk: Desk) => unknown
  /** How it ends when it is more than what the proxy does. */
  end?: (desk: Desk) => unknown
  /** It begins before the page is opened, whatever is looked at. */
  isEarly?: boolean
  /** On a page without data. */
  firstLoad?: Seen
  /** On a page that keeps its data. */
  poll?: Seen | 'newerStays'
  /** On a request that changes something: the words of a refusal, or the page asks again until it knows. */
  action?: Seen | 'asksAgain' | 'newerStays'
}

const html = (status: number, headers: Answer['headers'] = {}): Answer => ({
  status,
  headers: { 'content-type': 'text/html', ...headers },
  body: '<!doctype html><title>Gateway</title><h1>A proxy on the way</h1>',
})
const json = (body: string, answer: Answer): Answer => ({
  ...answer,
  status: answer.status === 304 || answer.status === 204 ? 200 : answer.status,
  headers: { 'content-type': 'application/json' },
  body,
})

/** Only requests to the API are disturbed. */
const api =
  (behaviour: Behaviour) =>
  ({ proxy }: Desk) =>
    proxy.behave((exchange) => (exchange.path.startsWith('/api/') ? behaviour(exchange) : pass(exchange)))
/** The service gets the request, but its answer does not arrive as it was. */
const answered = (spoil: (exchange: Exchange, answer: Answer) => void) =>
  api(async (exchange) => spoil(exchange, await exchange.forward()))
/** The service does not get the request. */
const refused = (answer: Answer) => api(({ send }) => send(answer))

/** Answers wait for the end of the fault. */
const held = (desk: Desk) =>
  api(async ({ forward, send }) => {
    const answer = await forward()
    await desk.proxy.over()
    send(answer)
  })(desk)

/** Of every question that the page asks by itself, the first answer comes after the second, and there is no third. */
const reordered = async (desk: Desk) => {
  const { proxy, page } = desk
  const waiting = new Map<string, PromiseWithResolvers<void>>()
  const renewed = new Set<string>()
  let hasActed = false
  await desk.useCache(false)
  api(async ({ method, path, forward, send }) => {
    if (method !== 'GET') hasActed = true
    const answer = await forward()
    const older = waiting.get(path)
    if (method !== 'GET' || (hasActed && !older)) return send(answer)
    if (!older) {
      const newer = Promise.withResolvers<void>()
      waiting.set(path, newer)
      await Promise.race([newer.promise, proxy.over()])
      return send({ ...answer, headers: { ...answer.headers, 'is-older': 'yes' } })
    }
    if (renewed.has(path)) await proxy.over()
    renewed.add(path)
    send(answer)
    older.resolve()
  })(desk)
  await page.clock.runFor(70_000)
  // Pages without a question of their own ask for the session.
  const last = new URL(page.url()).pathname.split('/').at(-1)!
  const own = ['editor', 'new'].includes(last) ? 'session' : last
  await expect.poll(() => [...waiting.keys()].some((path) => path.split('?')[0]!.endsWith(`/${own}`))).toBe(true)
}

/** The code and the words of single pages, and dialogs. */
const later =
  /\/assets\/(?:\w+Page|(?!Confirm)\w+Dialog|en-US|editor|fieldParts|fields|history|lists|messages|news|status|stepDescriptions)-/

const filesFailOnce = async ({ proxy, useCache }: Desk) => {
  const failed = new Set<string>()
  await useCache(false)
  proxy.behave((exchange) => {
    const [file = ''] = exchange.path.split('?')
    if (!later.test(file) || failed.has(file)) return pass(exchange)
    failed.add(file)
    exchange.send(html(503))
  })
}

const movedClock =
  (hours: number) =>
  async ({ page }: Desk) =>
    page.clock.setSystemTime((await page.evaluate(() => Date.now())) + hours * 3_600_000)

const stale = /Could not refresh\. Last updated at/
const unreadable = /The service’s answer could not be read\. Last updated at/

/** The browser sends no cookie and keeps none. */
const cookiesBlocked = async (desk: Desk) => {
  await desk.refuse('cookies')
  desk.proxy.behave(async ({ forward, send }) => {
    const answer = await forward()
    send({ ...answer, headers: { ...answer.headers, 'set-cookie': undefined } })
  })
}
const cookieless = /This browser blocks cookies for this site.+Allow cookies/

export const rows: readonly Row[] = [
  {
    fault: 'slow answers',
    begin: held,
    firstLoad: 'waits',
    poll: 'unnoticed',
    action: 'waits',
  },
  {
    fault: 'no answer at all',
    begin: answered(() => {}),
    firstLoad: /The service is not answering/,
    poll: stale,
    action: 'asksAgain',
  },
  {
    fault: 'a connection that is reset',
    begin: answered(({ reset }) => reset()),
    firstLoad: /The service is not answering/,
    poll: stale,
    action: 'asksAgain',
  },
  {
    fault: 'truncated JSON',
    begin: answered(({ send }, answer) => {
      const body = String(answer.body) || '{"items": []}'
      send(json(body.slice(0, body.length / 2), answer))
    }),
    firstLoad: /The service’s answer could not be read\./,
    poll: unreadable,
    action: 'asksAgain',
  },
  {
    fault: 'wrong JSON',
    begin: answered(({ send }, answer) => send(json('{"answer": 42}', answer))),
    firstLoad: /The service’s answer could not be read\./,
    poll: unreadable,
  },
  {
    fault: '200 with HTML',
    begin: answered(({ send }) => send(html(200))),
    firstLoad: /The service’s answer could not be read\./,
    poll: unreadable,
    action: 'asksAgain',
  },
  {
    fault: '403 with HTML',
    begin: refused(html(403)),
    firstLoad: /from a proxy or firewall on the way \(status 403\)/,
    poll: stale,
    action: /from a proxy or firewall on the way \(status 403\)/,
  },
  {
    fault: '502 with HTML',
    begin: answered(({ send }) => send(html(502))),
    firstLoad: /The service is unavailable at the moment/,
    poll: stale,
    action: 'asksAgain',
  },
  {
    fault: '429 with Retry-After',
    begin: refused(html(429, { 'retry-after': '120' })),
    firstLoad: /Too many requests in a short time/,
    poll: stale,
    action: /Too many requests in a short time\. Nothing was done/,
  },
  {
    fault: '503 with Retry-After',
    begin: refused(html(503, { 'retry-after': '120' })),
    firstLoad: /The service is unavailable at the moment/,
    poll: stale,
    action: 'asksAgain',
  },
  {
    fault: 'reordered answers',
    begin: reordered,
    end: ({ useCache }) => useCache(true),
    poll: 'newerStays',
    action: 'newerStays',
  },
  {
    fault: 'a redirect to a sign-in page',
    begin: refused({ status: 302, headers: { location: 'https://login.example/' }, body: '' }),
    firstLoad: /Your session has ended/,
    poll: /Your session has ended/,
    action: /Your session has ended\. Sign in again/,
  },
  {
    fault: 'a clock that is two hours ahead',
    begin: movedClock(2),
    end: movedClock(-2),
    firstLoad: 'unnoticed',
    poll: 'unnoticed',
    action: 'unnoticed',
  },
  {
    fault: 'a clock that is two hours behind',
    begin: movedClock(-2),
    end: movedClock(2),
    firstLoad: 'unnoticed',
    poll: 'unnoticed',
    action: 'unnoticed',
  },
  {
    fault: 'eight hours of sleep',
    begin: ({ page }) => page.clock.fastForward('08:00:00'),
    poll: 'unnoticed',
    action: 'unnoticed',
  },
  {
    fault: 'a new version of the page',
    begin: api(async ({ forward, send }) => {
      const answer = await forward()
      send({ ...answer, headers: { ...answer.headers, 'page-build': '/assets/newer.js' } })
    }),
    poll: /A new version is here/,
    action: 'unnoticed',
  },
  {
    fault: 'files that fail once',
    isEarly: true,
    begin: filesFailOnce,
    end: ({ useCache }) => useCache(true),
    firstLoad: 'unnoticed',
  },
  {
    fault: 'blocked cookies',
    begin: cookiesBlocked,
    end: (desk) => desk.refuse(''),
    firstLoad: cookieless,
    poll: cookieless,
    action: cookieless,
  },
  {
    fault: 'blocked storage',
    isEarly: true,
    begin: (desk) => desk.refuse('storage'),
    end: (desk) => desk.refuse(''),
    firstLoad: 'unnoticed',
    poll: 'unnoticed',
    action: 'unnoticed',
  },
]
