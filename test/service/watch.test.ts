// @vitest-environment node

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { openService } from '../../src/service/boot.ts'
import { sampleDefinition } from '../../src/service/demo/content.ts'
import { createApp } from '../../src/service/http/app.ts'
import { openMetrics } from '../../src/service/metrics.ts'
import { readSettings } from '../../src/service/settings.ts'
import { openTraces } from '../../src/service/traces.ts'
import type { Watch } from '../../src/service/watch.ts'
import { databaseAt } from '../support/database.ts'

const folder = mkdtempSync(join(tmpdir(), 'watch-'))
afterAll(() => rmSync(folder, { recursive: true }))

const version = '?api-version=2017-10-31'
const offer = '/api/publishers/contoso/offers/notes'

/** The whole service without a port, and its owner's tool. */
async function watched(name: string, watch: Watch) {
  const DATA_DIR = join(folder, name)
  const DATABASE_URL = process.env.TEST_DATABASE_URL && (await databaseAt(join(DATA_DIR, 'dashboard.db')))
  const service = await openService(
    readSettings({ DATA_DIR, DATABASE_URL, DEMO: '0', TRUST_PROXY: '1', MARKETPLACE_PACE: '3600' }),
    (error) => {
      throw error
    },
    watch,
  )
  const app = createApp(service.deps)
  const token = readFileSync(join(DATA_DIR, 'api-token'), 'utf8').trim()
  const send = (method: string, path: string, { body, headers }: { body?: unknown; headers?: object } = {}) =>
    Promise.resolve(
      app.request(path, {
        method,
        headers: { authorization: `Bearer ${token}`, ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    )
  const type = 'microsoft-azure-saas'
  await send('PUT', offer + version, { body: { offerTypeId: type, definition: sampleDefinition(type, 'Notes') } })
  return { ...service, send }
}

test('metrics count requests, polls, statements and transitions, and tell what waits', async () => {
  const metrics = openMetrics()
  const service = await watched('metrics', metrics.watch)
  const { send } = service
  const text = async () => (await metrics.answer(service.readings)(new Request('http://localhost/metrics'))).text()
  const value = async (series: string) =>
    Number(
      (await text())
        .split('\n')
        .find((line) => line.startsWith(`${series} `))
        ?.split(' ')
        .at(-1) ?? 0,
    )

  const etag = (await send('GET', `${offer}/status${version}`)).headers.get('etag')!
  const poll = () => send('GET', `${offer}/status${version}`, { headers: { 'if-none-match': etag } })
  expect((await poll()).status).toBe(304)
  expect((await send('POST', `${offer}/publish${version}`, { body: {} })).status).toBe(202)
  expect((await poll()).status).toBe(200)
  expect([
    await value('dashboard_polls_total{answer="unchanged"}'),
    await value('dashboard_polls_total{answer="changed"}'),
    await value('dashboard_marketplace_calls_total{marketplace="simulated",act="submit",outcome="moved"}'),
    await value('dashboard_database_up'),
    await value('dashboard_worker_lag_seconds{worker="marketplace"}'),
  ]).toEqual([1, 1, 1, 1, 0])
  const route = '/api/publishers/:publisherId/offers/:offerId/status'
  const counted = `dashboard_request_duration_seconds_count{method="GET",route="${route}",status="304"}`
  expect(await value(counted)).toBe(1)
  expect(await value('dashboard_database_query_duration_seconds_count{kind="select",outcome="done"}')).toBeGreaterThan(
    1,
  )
  expect(await text()).toContain('nodejs_eventloop_lag_seconds')

  // Mails that nobody sends stay, and so does an offer that no worker moves.
  const late = new Date(Date.now() - 60_000).toISOString()
  await service.deps.db.updateTable('submission').set({ due_time: late }).execute()
  expect(await value('dashboard_worker_lag_seconds{worker="marketplace"}')).toBeGreaterThan(0)
  await service.close()
  expect(await value('dashboard_database_up')).toBe(0)
  expect(await text()).not.toContain('dashboard_worker_lag_seconds{')
})

test('whatever is requested, the metrics have no more series for it', async () => {
  const metrics = openMetrics()
  const service = await watched('series', metrics.watch)
  const series = async () =>
    (await (await metrics.answer(service.readings)(new Request('http://localhost/metrics'))).text())
      .split('\n')
      .filter((line) => line.startsWith('dashboard_request_duration_seconds_count'))
  for (const round of ['a', 'b', 'c']) {
    for (const method of ['GET', 'PROPFIND', `X${round}`])
      for (const path of [`/${round}`, `/assets/${round}`, `${offer}${round}${version}`, `/api/${round}?q=${round}`])
        await service.send(method, path)
    if (round === 'a') await service.send('GET', `/api/publishers/${round}/offers/x/status${version}`)
  }
  const text = (await series()).join('\n')
  expect((await series()).length).toBeLessThan(15)
  expect(text).not.toMatch(/PROPFIND|X[abc]|notes|\/[abc]"/)
  await service.close()
})

test('traces show a request with its statements and its call of the marketplace, below the span of its caller', async () => {
  type Span = { traceId: string; spanId: string; parentSpanId?: string; name: string; attributes: object[] }
  const spans: Span[] = []
  const sent: string[] = []
  const collector = createServer(async (request, answer) => {
    const body = await json(request)
    sent.push(`${request.url} ${JSON.stringify(body)}`)
    const { resourceSpans } = body as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }
    for (const { scopeSpans } of resourceSpans) for (const scope of scopeSpans) spans.push(...scope.spans)
    answer.setHeader('content-type', 'application/json').end('{}')
  }).listen(0, '127.0.0.1')
  const endpoint = await new Promise<string>((resolve) =>
    collector.once('listening', () => resolve(`http://127.0.0.1:${(collector.address() as AddressInfo).port}`)),
  )
  const faults: Error[] = []
  const traces = openTraces({ endpoint, share: 1, log: (error) => void faults.push(error) })
  const service = await watched('traces', traces.watch)
  const [traceId, caller] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7']
  await service.send('POST', `${offer}/publish${version}&token=s3cret`, {
    body: { metadata: { 'notification-emails': 'ada@contoso.com' } },
    headers: { traceparent: `00-${traceId}-${caller}-01` },
  })
  await service.send('GET', '/healthz', { headers: { traceparent: 'not-a-trace' } })
  await service.close()
  await traces.close()

  const ours = spans.filter((span) => span.traceId === traceId)
  const request = ours.find(({ name }) => name === 'POST /api/publishers/:publisherId/offers/:offerId/publish')!
  expect(request.parentSpanId).toBe(caller)
  expect(request.attributes).toContainEqual({ key: 'http.response.status_code', value: { intValue: 202 } })
  const call = ours.find(({ name }) => name === 'simulated submit')!
  expect(call.parentSpanId).toBe(request.spanId)
  const within = ours.filter(({ parentSpanId }) => parentSpanId === request.spanId).map(({ name }) => name)
  expect(within).toEqual(expect.arrayContaining(['select', 'insert', 'update', 'commit']))
  const other = spans.find(({ name }) => name === 'GET /healthz')!
  expect([other.traceId === traceId, other.parentSpanId || undefined]).toEqual([false, undefined])
  expect(sent[0]).toMatch(/^\/v1\/traces .*publisher-dashboard/)
  expect(sent.join()).not.toMatch(/s3cret|ada@contoso|Bearer|notes/)
  expect(faults).toEqual([])
  await new Promise((closed) => collector.close(closed))
})
