import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { type SqliteDatabase, SqliteDialect } from 'kysely'
import type { Engine } from './database.ts'

const hour = 3_600_000

/** A file's path, or `:memory:`. */
export function sqlite(file: string): Engine {
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
    migrateAtOnce: async (migrate) => {
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
