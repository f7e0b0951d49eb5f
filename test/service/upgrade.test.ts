// @vitest-environment node
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gunzipSync } from 'node:zlib'
import { Kysely, PostgresDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { OfferList } from '../../src/contract/offerList.ts'
import { provider } from '../../src/service/store/migrate.ts'
import type { Schema } from '../../src/service/store/schema.ts'
import { databaseAt } from '../support/database.ts'
import { startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upgrade-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

type Row = { id: string | number | null } & Record<string, string | number | null>

const inOrder = [
  'publisher',
  'account',
  'membership',
  'offer',
  'offer_version',
  'submission',
  'audit_event',
  'notification',
] as const
type Table = (typeof inOrder)[number]

/** The database that the first release wrote with its demonstration offers, without sessions, as SQLite has it. */
function firstRelease() {
  const file = join(folder, 'dashboard.db')
  writeFileSync(file, gunzipSync(readFileSync(new URL('../fixtures/dashboard-2026-11-20.db.gz', import.meta.url))))
  const database = new DatabaseSync(file, { readOnly: true })
  const tables = new Map(inOrder.map((table) => [table, database.prepare(`select * from ${table}`).all() as Row[]]))
  database.close()
  return { file, rows: (table: Table) => tables.get(table)! }
}

/** The same rows in the tables of the first release on PostgreSQL. */
async function overPostgres(address: string, rows: (table: Table) => Row[]) {
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: address }) }) })
  const { error } = await new Migrator({ db, provider }).migrateTo('0002_history')
  if (error) throw error
  await db.destroy()
  const client = new pg.Client(address)
  await client.connect()
  for (const table of inOrder)
    for (const row of rows(table)) {
      const places = Object.keys(row).map((_, index) => `$${index + 1}`)
      await client.query(`insert into ${table} (${Object.keys(row)}) values (${places})`, Object.values(row))
    }
  for (const table of ['audit_event', 'notification'])
    await client.query(`select setval('${table}_id_seq', (select max(id) from ${table}))`)
  await client.end()
}

test('a database of the first release opens with every offer, status and event it had, and publishing goes on', async () => {
  const before = firstRelease()
  const place = await databaseAt(before.file)
  if (place !== before.file) await overPostgres(place, before.rows)
  const offers = before.rows('offer')
  const service = await startService({ place, at: '2026-11-21T09:00:00Z' })
  const tool = toolOf(service)

  const pages = await Promise.all([1, 2].map((page) => tool.get(`/api/portal/offers?page=${page}`)))
  const status = (id: string, indicator: string) => `${id}: ${indicator}`
  expect(
    pages
      .flatMap(({ json }) => OfferList.parse(json).items)
      .map(({ offerId, indicator }) => status(offerId, indicator))
      .sort(),
  ).toEqual(offers.map(({ id, indicator }) => status(String(id), String(indicator))).sort())
  const idsOf = (rows: { id: string | number | null }[]) => rows.map(({ id }) => String(id)).sort()
  for (const table of ['submission', 'audit_event', 'notification'] as const) {
    const kept = await service.deps.db.selectFrom<typeof table>(table).select('id').execute()
    expect(idsOf(kept)).toEqual(idsOf(before.rows(table)))
  }

  const waiting = offers.find(
    ({ publisher_id, indicator }) => publisher_id === 'contoso' && indicator === 'awaitingSignoff',
  )!
  const offer = { publisherId: String(waiting.publisher_id), offerId: String(waiting.id) }
  await service.goLive(offer)
  await service.settle()
  expect(await tool.statusOf(offer.offerId)).toMatchObject({ status: 'succeeded' })
  await service.close()
})
