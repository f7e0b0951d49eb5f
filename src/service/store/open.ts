import { HandleEmptyInListsPlugin, Kysely, type LogEvent, replaceWithNoncontingentExpression } from 'kysely'
import type { Database, Engine } from './database.ts'
import { type Marks, marksOf } from './marks.ts'
import { migrate } from './migrate.ts'
import { postgres } from './postgres.ts'
import type { Schema } from './schema.ts'
import { sqlite } from './sqlite.ts'

export type Store = {
  db: Database
  stamp: Engine['stamp']
  marks: Marks
  databaseId: Engine['databaseId']
  /** Rejects after a write that the disk refused, until the next that succeeds. */
  writable: () => Promise<void>
  /** Of PostgreSQL, by their state. */
  connections: Engine['connections']
  close: () => Promise<void>
}

/** A PostgreSQL address, a file's path, or `:memory:`. The store has all its tables when it is returned. */
export async function openStore(place: string, queried?: Queried): Promise<Store> {
  const engine = /^postgres(ql)?:/.test(place) ? postgres(place) : sqlite(place)
  const log = queried && reportTo(queried)
  const db = new Kysely<Schema>({ dialect: engine.dialect, plugins: [noneInEmptyList], ...(log && { log }) })
  try {
    await migrate(db, engine)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return {
    db,
    stamp: engine.stamp,
    marks: marksOf(db, engine),
    databaseId: engine.databaseId,
    writable: async () => {
      if (engine.writesFail()) await tryToWrite(db)
    },
    connections: engine.connections,
    close: () => db.destroy(),
  }
}

type Queried = (query: { kind: string; milliseconds: number; failed: boolean }) => void

/** Tells of each statement, never of its values. */
const reportTo =
  (queried: Queried) =>
  ({ level, query, queryDurationMillis }: LogEvent) =>
    queried({ kind: verbOf(query.sql), milliseconds: queryDurationMillis, failed: level === 'error' })

const verbs = ['select', 'insert', 'update', 'delete', 'begin', 'commit', 'rollback']
const verbOf = (sql: string) => verbs.find((verb) => sql.startsWith(verb)) ?? 'other'

/** PostgreSQL refuses `in ()`, which is what a person without publishers leads to. */
const noneInEmptyList = new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })

/** Writes some pages and takes them back, so that a disk with space again is found without waiting for a person's change. */
const tryToWrite = (db: Database) =>
  db.transaction().execute(async (tx) => {
    const key = 'readiness probe'
    await tx
      .insertInto('idempotency')
      .values({ key, outcome: ' '.repeat(65_536), created_time: '' })
      .execute()
    await tx.deleteFrom('idempotency').where('key', '=', key).execute()
  })
