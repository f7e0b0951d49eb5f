import { type Answer, type Behaviour, type Exchange, pass } from '../../support/faultProxy.ts'
import type { Desk } from './desk.ts'

/** What the reader sees: the words of the fault, or nothing of it. */
type Seen = RegExp | 'unnoticed'

export type Row = {
  fault: string
  begin: (desk: Desk) => void | Promise<void>
  /** On a page without data. */
  firstLoad: Seen
  /** On a page that keeps its data. */
  poll: Seen
}

const html = (status: number, headers: Answer['headers'] = {}): Answer => ({
  status,
  headers: { 'content-type': 'text/html', ...headers },
  body: '<!doctype html><title>Gateway</title><h1>A proxy on the way</h1>',
})
const json = (body: string, answer: Answer): Answer => ({
  ...answer,
  status: answer.status === 304 ? 200 : answer.status,
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

const stale = /Could not refresh\. Last updated at/
const unreadable = /The service’s answer could not be read\. Last updated at/

export const rows: readonly Row[] = [
  {
    fault: 'no answer at all',
    begin: answered(() => {}),
    firstLoad: /The service is not answering/,
    poll: stale,
  },
  {
    fault: 'a connection that is reset',
    begin: answered(({ reset }) => reset()),
    firstLoad: /The service is not answering/,
    poll: stale,
  },
  {
    fault: 'truncated JSON',
    begin: answered(({ send }, answer) => {
      const body = String(answer.body) || '{"items": []}'
      send(json(body.slice(0, body.length / 2), answer))
    }),
    firstLoad: /The service’s answer could not be read\./,
    poll: unreadable,
  },
  {
    fault: 'wrong JSON',
    begin: answered(({ send }, answer) => send(json('{"answer": 42}', answer))),
    firstLoad: /The service’s answer could not be read\./,
    poll: unreadable,
  },
  {
    fault: '403 with HTML',
    begin: refused(html(403)),
    firstLoad: /from a proxy or firewall on the way \(status 403\)/,
    poll: stale,
  },
  {
    fault: '502 with HTML',
    begin: answered(({ send }) => send(html(502))),
    firstLoad: /The service is unavailable at the moment/,
    poll: stale,
  },
  {
    fault: '429 with Retry-After',
    begin: refused(html(429, { 'retry-after': '120' })),
    firstLoad: /Too many requests in a short time/,
    poll: stale,
  },
  {
    fault: '503 with Retry-After',
    begin: refused(html(503, { 'retry-after': '120' })),
    firstLoad: /The service is unavailable at the moment/,
    poll: stale,
  },
  {
    fault: 'a redirect to a sign-in page',
    begin: refused({ status: 302, headers: { location: 'https://login.example/' }, body: '' }),
    firstLoad: /Your session has ended/,
    poll: /Your session has ended/,
  },
]
