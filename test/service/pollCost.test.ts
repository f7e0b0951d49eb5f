// @vitest-environment node
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Service, startService } from '../support/service.ts'

const list = '/api/portal/offers'
const portal = [list, '/api/portal/approvals', '/api/portal/session', '/api/portal/news', '/api/portal/notifications']
const statusOf = (publisher: string) => `/api/publishers/${publisher}/offers/relay/status?api-version=2017-10-31`

let service: Service
/** The queries since the last reset. */
let queries = 0

beforeEach(async () => {
  service = await startService({
    at: '2026-03-02T09:00:00.000Z',
    deps: ({ db }) => ({
      db: db.withPlugin({
        transformQuery: ({ node }) => {
          queries++
          return node
        },
        transformResult: async ({ result }) => result,
      }),
    }),
  })
  for (const publisherId of ['contoso', 'fabrikam', 'northwind']) await service.anOffer({ publisherId, name: 'Relay' })
})
afterEach(() => service.close())

const etagOf = async (path: string, as: 'avery' | 'noor') => (await service.request(path, { as })).headers.get('etag')!
const costOf = async (path: string, as: 'avery' | 'noor', etag: string) => {
  queries = 0
  const { status } = await service.request(path, { as, headers: { 'if-none-match': etag } })
  return { status, queries }
}

test.each([...portal.slice(0, 4), statusOf('northwind')])(
  'what other publishers do costs a poll of %s no query of its own',
  async (path) => {
    const etag = await etagOf(path, 'noor')
    await service.publish({ publisherId: 'contoso', offerId: 'relay' })
    await service.settle()
    expect(await costOf(path, 'noor', etag)).toEqual({ status: 304, queries: 0 })
  },
)

test('an account that loses its role or its session gets no more answers from memory', async () => {
  const etag = await etagOf(list, 'noor')
  await service.deps.db.deleteFrom('membership').where('account_id', '=', 'noor').execute()
  expect((await costOf(list, 'noor', etag)).status).toBe(200)
  expect(await (await service.request(list, { as: 'noor' })).json()).toMatchObject({ items: [], total: 0 })
})

test('tabs of one account share one computation of a list, and its next change', async () => {
  const ask = () => service.request(`${list}?publisher=contoso`, { as: 'avery' })
  queries = 0
  await ask()
  const alone = queries
  await service.publish({ publisherId: 'contoso', offerId: 'relay' })
  queries = 0
  const tabs = await Promise.all(Array.from({ length: 20 }, ask))
  const indicators = await Promise.all(tabs.map(async (tab) => (await tab.json()).items[0].indicator))
  expect(new Set(indicators)).toEqual(new Set(['inProgress']))
  /** Who the caller is takes each tab three queries at most. */
  expect(queries).toBeLessThanOrEqual(alone + 20 * 3)
})

test('every table with rows of an account marks the account when they change', async () => {
  const tables = await service.deps.db.introspection.getTables()
  const ofAccounts = tables.filter(({ columns }) => columns.some(({ name }) => name === 'account_id'))
  const postgres = process.env.TEST_DATABASE_URL
  const { rows } = await sql<{ name: string }>`${sql.raw(
    postgres
      ? "select distinct event_object_table as name from information_schema.triggers where trigger_name = 'mark'"
      : "select distinct tbl_name as name from sqlite_master where type = 'trigger' and name like 'mark_%'",
  )}`.execute(service.deps.db)
  const marking = rows.map(({ name }) => name)
  expect(ofAccounts.map(({ name }) => name).filter((name) => !marking.includes(name))).toEqual([])
})

type Act = [name: string, act: () => Promise<unknown>]

/** Each error names its own request. */
const withoutId = (text: string) => text.replace(/,"requestId":"[^"]+"/, '')

test('a poll is answered "unchanged" exactly when the answer is, whatever anybody does', async () => {
  const act = (path: string, body: unknown, as: 'avery' | 'noor' | 'operator' = 'avery') =>
    service.request(path, { method: 'POST', as, body: JSON.stringify(body) })
  const offer = '/publishers/contoso/offers/relay'
  const acts: Act[] = [
    ['publish', () => act(`/api${offer}/publish?api-version=2017-10-31`, {})],
    ['go live', () => act(`/api${offer}/golive?api-version=2017-10-31`, {})],
    ['cancel', () => act(`/api${offer}/cancel?api-version=2017-10-31`, {})],
    ['publish elsewhere', () => service.publish({ publisherId: 'northwind', offerId: 'relay' }).catch(() => {})],
    ['step', () => service.step()],
    ['hold', () => act(`/api/portal/marketplace${offer}/hold`, {}, 'operator')],
    ['see', () => act(`/api/portal${offer}/seen`, { revision: Number.MAX_SAFE_INTEGER })],
    ['watch', () => act(`/api/portal${offer}/watch`, { watching: true })],
    ['stop watching', () => act(`/api/portal${offer}/watch`, { watching: false })],
    ['read', () => act('/api/portal/news/read', { newest: 1_000 })],
    ['new offer', () => service.anOffer()],
  ]
  const polls = (['avery', 'noor'] as const).flatMap((as) =>
    [...portal, ...['contoso', 'northwind'].map(statusOf)].map((path) => ({ as, path })),
  )
  const kept = new Map<string, string>()
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...acts), { maxLength: 12 }), async (todo) => {
      for (const [name, perform] of todo) {
        await perform()
        for (const { as, path } of polls) {
          const key = `${as} ${path}`
          const etag = kept.get(key)
          const poll = await service.request(path, { as, headers: etag ? { 'if-none-match': etag } : {} })
          const computed = await fresh(path, as)
          expect([name, key, poll.status === 304 ? etag : withoutId(await poll.text())]).toEqual([
            name,
            key,
            poll.status === 304 ? computed.etag : withoutId(computed.text),
          ])
          if (computed.etag) kept.set(key, computed.etag)
        }
      }
    }),
    { numRuns: 15 },
  )
})

/** The answer as a service computes it that remembers nothing. */
async function fresh(path: string, as: 'avery' | 'noor') {
  const answer = await service.request(`${path}${path.includes('?') ? '&' : '?'}fresh=${queries++}`, { as })
  return { etag: answer.headers.get('etag'), text: await answer.text() }
}
