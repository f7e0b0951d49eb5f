import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { addOffers } from '../../../src/service/demo/offers.ts'
import { addPeople } from '../../../src/service/demo/people.ts'
import type { Database } from '../../../src/service/store/database.ts'
import { recount } from '../../../src/service/store/migrations/0018_offer_counts.ts'
import { indexTexts } from '../../../src/service/store/migrations/0020_text_search.ts'
import { openStore } from '../../../src/service/store/open.ts'

export type Size = { publishers: number; each: number }

/** Only so many offers of a publisher have versions and submissions, which no list reads. */
const publishable = 50

/**
 * Copies of the demonstration's offers, spread over the publishers `publisher-1`, `publisher-2` …. The account `all` owns
 * every publisher, `owner-1` owns the first, and so on.
 */
export async function fill(place: string, { publishers, each }: Size) {
  const store = await openStore(place)
  await addPeople(store.db, new Date())
  await addOffers(store.db, new Date())
  const originals = await store.db.selectFrom('offer').select('id').execute()
  const copies = Math.ceil(each / originals.length)
  const postgres = place.startsWith('postgres')
  // The service's own connections to PostgreSQL end a statement that takes as long as these do.
  const patient = new PostgresDialect({ pool: new pg.Pool({ connectionString: place }) })
  const db: Database = postgres ? new Kysely({ dialect: patient }) : store.db
  await db.connection().execute(async (one) => {
    await sql.raw(postgres ? 'set session_replication_role = replica' : 'pragma foreign_keys = off').execute(one)
    await addPublishers(one, publishers, postgres)
    await copyOffers(one, publishers, copies, Math.ceil(publishable / originals.length), postgres)
    await sql.raw(postgres ? 'set session_replication_role = origin' : 'pragma foreign_keys = on').execute(one)
  })
  await recount(db)
  await indexTexts(db)
  await sql.raw(postgres ? 'vacuum analyze' : 'analyze').execute(db)
  if (postgres) await db.destroy()
  await store.close()
}

const numbers = (name: string, count: number) =>
  sql.raw(`${name}(n) as (select 1 union all select n + 1 from ${name} where n < ${count})`)

async function addPublishers(db: Database, count: number, postgres: boolean) {
  await sql`insert into publisher (id, display_text, seller_id, version, revision)
    with recursive ${numbers('p', count)}
    select 'publisher-' || n, 'Publisher ' || n, n, 1, (select max(revision) from publisher) from p`.execute(db)
  await sql`insert into account (id, name, email, operator)
    select 'owner-' || seller_id, display_text, 'owner@example.com', 0 from publisher where id like 'publisher-%'
    union all select 'all', 'All', 'all@example.com', 0`.execute(db)
  await sql`insert into membership (account_id, publisher_id, source, role)
    select 'all', id, 'granted', 'owner' from publisher where id like 'publisher-%'
    union all select 'owner-' || seller_id, id, 'granted', 'owner' from publisher where id like 'publisher-%'`.execute(
    db,
  )
  if (postgres) await sql`analyze publisher`.execute(db)
}

async function copyOffers(db: Database, publishers: number, copies: number, whole: number, postgres: boolean) {
  const tables = await db.introspection.getTables()
  await sql`create temp table copy as
    with recursive ${numbers('p', publishers)}, ${numbers('c', copies)}
    select 'publisher-' || p.n as owner, c.n as n from p, c`.execute(db)
  const earlier = (time: string) =>
    postgres
      ? `to_char((${time}::timestamptz - n * interval '7 minutes') at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
      : `strftime('%Y-%m-%dT%H:%M:%fZ', ${time}, '-' || (n * 7) || ' minutes')`
  /** The columns in which a copy differs from its original. */
  const own: Record<string, string> = {
    publisher_id: 'owner',
    id: "o.id || '-' || n",
    offer_id: "offer_id || '-' || n",
    name: "name || ' ' || n",
    name_key: "name_key || ' ' || n",
    changed_time: earlier('changed_time'),
    due_time: 'null',
  }
  for (const name of ['offer', 'offer_version', 'submission']) {
    const columns = tables.find((table) => table.name === name)!.columns.map((column) => column.name)
    const values = columns.map((column) =>
      name === 'submission' && column === 'id' ? `o.id || owner || n` : (own[column] ?? column),
    )
    const indexes = await indexesOf(db, name, postgres)
    for (const index of indexes) await sql`drop index ${sql.table(index.name)}`.execute(db)
    await sql
      .raw(
        `insert into ${name} (${columns}) select ${values} from ${name} o, copy
         where publisher_id not like 'publisher-%' ${name === 'offer' ? '' : `and n <= ${whole}`}`,
      )
      .execute(db)
    for (const { definition } of indexes) await sql.raw(definition).execute(db)
  }
}

/** The indexes that are no constraints: they are built faster once the rows are there. */
async function indexesOf(db: Database, table: string, postgres: boolean) {
  const { rows } = await sql<{ name: string; definition: string }>`${sql.raw(
    postgres
      ? `select indexname as name, indexdef as definition from pg_indexes where tablename = '${table}'
         and not exists (select from pg_constraint where conname = indexname)`
      : `select name, sql as definition from sqlite_master where type = 'index' and tbl_name = '${table}' and sql is not null`,
  )}`.execute(db)
  return rows
}
