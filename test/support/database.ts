import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'

const made = new Set<string>()
/** Addresses of databases in use in place of ones in memory, and of empty databases that can be used again. */
const lent = new Set<string>()
const free: string[] = []

/**
 * The place of a test's database: the requested one, or, when the tests run over PostgreSQL, a database there for that
 * file, and an empty one for a database in memory.
 */
export async function databaseAt(place: string): Promise<string> {
  const server = process.env.TEST_DATABASE_URL
  if (!server || place.startsWith('postgres')) return place
  if (place !== ':memory:') return databaseNamed(server, place)
  const address = free.pop() ?? (await databaseNamed(server, randomUUID()))
  lent.add(address)
  return address
}

async function databaseNamed(server: string, key: string) {
  const name = `test_${createHash('sha256').update(key).digest('hex').slice(0, 24)}`
  if (!made.has(name)) await run(server, `create database ${name}`)
  made.add(name)
  return Object.assign(new URL(server), { pathname: `/${name}` }).href
}

const everything = `do $$ declare name text; begin
  set local session_replication_role = replica;
  for name in select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%' loop
    execute format('delete from %I', name);
  end loop;
end $$`

/** Empties a database that is no longer used: creating another takes PostgreSQL ten times as long. */
export async function giveBack(address: string) {
  if (!lent.delete(address)) return
  await run(address, everything)
  free.push(address)
}

/** Drops the databases that `databaseAt` created, even with open connections. */
export async function dropDatabases() {
  const server = process.env.TEST_DATABASE_URL
  if (server) await run(server, ...[...made].map((name) => `drop database ${name} with (force)`))
  made.clear()
}

async function run(address: string, ...statements: string[]) {
  const client = new pg.Client(address)
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
