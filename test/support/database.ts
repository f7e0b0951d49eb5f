import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'

const made = new Set<string>()

/**
 * Where a test's database is: as asked, or, where a PostgreSQL is lent, the database there that stands for that file
 * and, for one in memory, a new one.
 */
export async function databaseAt(place: string): Promise<string> {
  const server = process.env.TEST_DATABASE_URL
  if (!server || place.startsWith('postgres')) return place
  const key = place === ':memory:' ? randomUUID() : place
  const name = `test_${createHash('sha256').update(key).digest('hex').slice(0, 24)}`
  if (!made.has(name)) await run(server, `create database ${name}`)
  made.add(name)
  return Object.assign(new URL(server), { pathname: `/${name}` }).href
}

/** Drops what `databaseAt` made, whoever is still connected. */
export async function dropDatabases() {
  const server = process.env.TEST_DATABASE_URL
  if (server) await run(server, ...[...made].map((name) => `drop database ${name} with (force)`))
  made.clear()
}

async function run(server: string, ...statements: string[]) {
  const client = new pg.Client(server)
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
