import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Backlog } from './store/backlog.ts'
import type { Watch } from './watch.ts'

/** What is looked up each time somebody asks for the metrics. */
type Readings = {
  backlog: () => Promise<Backlog>
  /** Rejects while the database does not answer or cannot be written to. */
  ready: () => Promise<unknown>
  connections: (() => Record<string, number>) | undefined
}

const seconds = [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10]
/** Whatever word a client uses as a method, there are no more series than these. */
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Counts what happens, in Prometheus's text. No label comes from a request: routes are patterns, and no name of an offer. */
export function openMetrics() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'dashboard_request_duration_seconds',
    help: 'Answered requests by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: seconds,
    registers,
  })
  const polls = new Counter({
    name: 'dashboard_polls_total',
    help: 'Requests that name the answer they have; the share of "unchanged" is the share of 304.',
    labelNames: ['answer'],
    registers,
  })
  const queries = new Histogram({
    name: 'dashboard_database_query_duration_seconds',
    help: 'Statements by their verb.',
    labelNames: ['kind', 'outcome'],
    buckets: seconds,
    registers,
  })
  const transitions = new Counter({
    name: 'dashboard_marketplace_calls_total',
    help: 'Calls of a marketplace; "moved" is a transition. One that another replica was faster to make counts on both.',
    labelNames: ['marketplace', 'act', 'outcome'],
    registers,
  })
  const up = new Gauge({
    name: 'dashboard_database_up',
    help: '1 while the database answers and accepts writes.',
    registers,
  })
  const connections = new Gauge({
    name: 'dashboard_database_connections',
    help: 'Connections to PostgreSQL, and requests that wait for one.',
    labelNames: ['state'],
    registers,
  })
  const lag = new Gauge({
    name: 'dashboard_worker_lag_seconds',
    help: 'How long the longest due item has waited for the workers of all replicas.',
    labelNames: ['worker'],
    registers,
  })
  const outbox = new Gauge({
    name: 'dashboard_outbox_waiting',
    help: 'What all replicas have still to deliver, now or later.',
    labelNames: ['kind'],
    registers,
  })

  const watch: Watch = {
    answered({ method, route, status, milliseconds, isPoll }) {
      const known = methods.includes(method) ? method : 'other'
      requests.observe({ method: known, route, status }, milliseconds / 1000)
      if (isPoll) polls.inc({ answer: status === 304 ? 'unchanged' : status === 200 ? 'changed' : 'failed' })
    },
    queried: ({ kind, milliseconds, failed }) =>
      queries.observe({ kind, outcome: failed ? 'failed' : 'done' }, milliseconds / 1000),
    asked: (call) => transitions.inc(call),
  }

  async function read({ backlog, ready, connections: counted }: Readings) {
    for (const [state, count] of Object.entries(counted?.() ?? {})) connections.set({ state }, count)
    try {
      await ready()
      const { lag: lags, waiting } = await backlog()
      for (const [worker, behind] of Object.entries(lags)) lag.set({ worker }, behind)
      for (const [kind, count] of Object.entries(waiting)) outbox.set({ kind }, count)
      up.set(1)
    } catch {
      // What is not known is not told: a lag of an hour ago would calm or alarm.
      for (const gauge of [lag, outbox]) gauge.reset()
      up.set(0)
    }
  }

  return {
    watch,
    /** Answers on the listener of the metrics. */
    answer: (readings: Readings) => async (request: Request) => {
      if (new URL(request.url).pathname !== '/metrics') return new Response('Not found', { status: 404 })
      await read(readings)
      return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } })
    },
  }
}
