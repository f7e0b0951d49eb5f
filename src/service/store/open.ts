import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import {
  HandleEmptyInListsPlugin,
  Kysely,
  PostgresDialect,
  replaceWithNoncontingentExpression,
  type SqliteDatabase,
  SqliteDialect,
} from 'kysely'
import { type MigrationResultSet, Migrator } from 'kysely/migration'
import pg from 'pg'
import * as offers from './migrations/0001_offers.ts'
import * as history from './migrations/0002_history.ts'
import type { Schema } from './schema.ts'

const hour = 3_600_000
/** After which a PostgreSQL that does not answer is away. */
const connectionTimeoutMillis = 10_000

export type Database = Kysely<Schema>

export type Store = {
  db: Database
  /** Another text as soon as anything in the database has changed, whoever changed it. */
  stamp: () => string | Promise<string>
  close: () => Promise<void>
}

/** A PostgreSQL address, a file's path, or `:memory:`. Missing tables are made before the store is handed out. */
export async function openStore(place: string): Promise<Store> {
  const { dialect, stamp, atOnce } = /^postgres(ql)?:/.test(place) ? postgres(place) : sqlite(place)
  const db = new Kysely<Schema>({ dialect, plugins: [noneInEmptyList] })
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ '0001_offers': offers, '0002_history': history }) },
  })
  const { error } = await atOnce(() => migrator.migrateToLatest())
  if (error) {
    await db.destroy()
    throw isOfNewerVersion(error) ? new NewerDatabaseError() : error
  }
  return { db, stamp, close: () => db.destroy() }
}

/** Kysely finds a migration in the database that this version of the program does not have. */
const isOfNewerVersion = (error: unknown) => /previously executed migration .* is missing/.test(String(error))

class NewerDatabaseError extends Error {
  readonly code = 'NewerDatabase'
  constructor() {
    super('the database was written by a newer version of the dashboard')
  }
}

/** PostgreSQL takes `in ()` for a mistake; a person without publishers asks it. */
const noneInEmptyList = new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })

function sqlite(file: string) {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(file, { timeout: 5_000 })
  database.exec(
    'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -32768',
  )
  /** How many rows there are decides which index a list is read from. */
  const countRows = (how: string) => {
    try {
      database.exec(`pragma optimize${how}`)
    } catch {
      // Another process is writing: the old count will do until the next time.
    }
  }
  const counting = setInterval(countRows, hour, '')
  counting.unref()
  const changes = database.prepare("select total_changes() || '.' || data_version as stamp from pragma_data_version")
  return {
    dialect: new SqliteDialect({ database: forKysely(database, () => clearInterval(counting)) }),
    stamp: () => String(changes.get()!.stamp),
    /** Kysely migrates SQLite without a transaction: a process killed half-way would leave half the tables. */
    atOnce: async (migrate: () => Promise<MigrationResultSet>) => {
      database.exec('begin immediate')
      const outcome = await migrate()
      database.exec(outcome.error ? 'rollback' : 'commit')
      countRows(' = 0x10002')
      return outcome
    },
  }
}

/** Kysely speaks better-sqlite3: parameters as one array, and a flag for statements that answer rows. */
function forKysely(database: DatabaseSync, closing: () => void): SqliteDatabase {
  const prepared = new Map<string, StatementSync>()
  return {
    close() {
      closing()
      database.close()
    },
    prepare(query) {
      // One that reads first and writes later would fail, not wait, when another process wrote in between.
      const statement = prepared.get(query) ?? database.prepare(query === 'begin' ? 'begin immediate' : query)
      if (prepared.size < 500) prepared.set(query, statement)
      return {
        reader: statement.columns().length > 0,
        all: (values) => statement.all(...(values as SQLInputValue[])),
        run: (values) => statement.run(...(values as SQLInputValue[])),
        iterate: (values) => statement.iterate(...(values as SQLInputValue[])),
      }
    },
  }
}

function postgres(connectionString: string) {
  // Counts and sums are small here: numbers, as SQLite answers them.
  const types = new pg.TypeOverrides()
  types.setTypeParser(pg.types.builtins.INT8, Number)
  types.setTypeParser(pg.types.builtins.NUMERIC, Number)
  const pool = new pg.Pool({ connectionString, types, max: 8, connectionTimeoutMillis })
  // A connection that breaks while it rests is replaced at the next query, which tells when the database is away.
  pool.on('error', () => {})
  return {
    dialect: new PostgresDialect({ pool }),
    /** Which transactions are visible: two snapshots that read alike see the same rows, and no snapshot comes back. */
    stamp: async () => String((await pool.query('select pg_current_snapshot()::text as stamp')).rows[0].stamp),
    atOnce: (migrate: () => Promise<MigrationResultSet>) => migrate(),
  }
}
