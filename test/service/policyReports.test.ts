// @vitest-environment node
import { Hono } from 'hono'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Service, startService } from '../support/service.ts'

let service: Service
let logged: string[]
beforeEach(async () => {
  logged = []
  service = await startService({
    at: '2026-03-02T09:00:00.000Z',
    page: { routes: new Hono() },
    deps: () => ({ proxies: 1, log: ({ message }) => logged.push(message) }),
  })
})
afterEach(() => service.close())

const chromium = 'application/reports+json'
const older = 'application/csp-report'
const report = (content: unknown, { type = older, from = '203.0.113.7' } = {}) =>
  Promise.resolve(
    service.fetch(
      new Request('http://localhost/policy-reports', {
        method: 'POST',
        headers: { 'content-type': type, 'x-forwarded-for': from },
        body: typeof content === 'string' ? content : JSON.stringify(content),
      }),
    ),
  )
const violation = (more: Record<string, unknown> = {}) => ({
  'csp-report': {
    'document-uri': 'http://localhost/offers?q=a-secret#another',
    'effective-directive': 'script-src-elem',
    'blocked-uri': 'https://user:password@evil.example/x.js?key=a-secret',
    'script-sample': 'steal("a-secret")',
    ...more,
  },
})

test('what the content policy stopped is logged without queries, credentials and samples', async () => {
  expect(
    (await report(violation({ 'source-file': 'http://localhost/assets/page.js?a-secret', 'line-number': 7 }))).status,
  ).toBe(204)
  expect(logged).toEqual([
    'The content policy stopped script-src-elem on localhost/offers: evil.example/x.js, from localhost/assets/page.js line 7',
  ])
})

test('the newer form has several reports, of which those about the policy count', async () => {
  const body = {
    documentURL: 'http://localhost/offers',
    effectiveDirective: 'img-src',
    blockedURL: 'data:text/html,a-secret',
  }
  const reports = [
    { type: 'csp-violation', age: 5, url: body.documentURL, body },
    { type: 'deprecation', body: { id: 'old' } },
    { type: 'csp-violation', body: { ...body, blockedURL: 'inline', sourceFile: null, lineNumber: null } },
  ]
  expect((await report(reports, { type: chromium })).status).toBe(204)
  expect(logged).toEqual([
    'The content policy stopped img-src on localhost/offers: data:',
    'The content policy stopped img-src on localhost/offers: inline',
  ])
})

test('a report cannot write lines of its own into the log, nor long ones', async () => {
  await report(violation({ 'effective-directive': `x\r\n2026 ERROR \u001b[31m\u202e${'y'.repeat(5_000)}` }))
  expect(logged).toHaveLength(1)
  expect(logged[0]).toMatch(/^[\x20-\x7e]{1,700}$/)
})

test('reports about another site are dropped', async () => {
  expect((await report(violation({ 'document-uri': 'https://evil.example/' }))).status).toBe(204)
  expect(logged).toEqual([])
})

test.each([
  ['no report', '{"a":1}', {}, 400],
  ['no JSON', '{', {}, 400],
  ['too many reports', Array(21).fill({ type: 'x' }), { type: chromium }, 400],
  ['more than 64 KB', violation({ 'script-sample': 'x'.repeat(65_536) }), {}, 413],
  ['a type that a form of another site can send', violation(), { type: 'text/plain' }, 415],
])('%s is refused', async (_, content, how, status) => {
  expect((await report(content, how)).status).toBe(status)
  expect(logged).toEqual([])
})

test('each address reports thirty times a minute', async () => {
  for (let times = 0; times < 30; times++) expect((await report(violation())).status).toBe(204)
  const refused = await report(violation())
  expect([refused.status, refused.headers.get('retry-after'), logged.length]).toEqual([429, '2', 30])
  expect((await report(violation(), { from: '203.0.113.8' })).status).toBe(204)
})
