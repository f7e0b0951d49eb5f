import { randomUUID } from 'node:crypto'
import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { type SqliteDatabase, SqliteDialect } from 'kysely'
import type { Engine } from './database.ts'
import { cannotWrite, isBusy, isDamaged, UnavailableError } from './unavailable.ts'

const hour = 3_600_000

/** A file's path, or `:memory:`. */
export function sqlite(file: string): Engine {
  if (file !== ':memory:') makePrivate(file)
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
  const opening = randomUUID()
  let writesFail = false
  let damage: UnavailableError | undefined
  /** Runs one statement; a fault of the disk becomes an `UnavailableError`. What is damaged is not touched again. */
  const guard: Guard = (query, run) => {
    if (damage && query !== 'rollback') throw damage
    try {
      const result = run()
      if (query === 'commit') writesFail = false
      return result
    } catch (error) {
      const message = messageOf(error)
      if (!message) throw error
      if (message === cannotWrite) writesFail = true
      const unavailable = new UnavailableError(message, error)
      if (message === isDamaged) damage = unavailable
      throw unavailable
    }
  }
  return {
    dialect: new SqliteDialect({ database: forKysely(database, guard, () => clearInterval(counting)) }),
    stamp: () => guard('stamp', () => String(changes.get()!.stamp)),
    // Writers come one after another, and so do their numbers.
    unseenFrom: (_, newest) => newest,
    databaseId: () => opening,
    writesFail: () => writesFail,
    /** Kysely migrates SQLite without a transaction: a process killed half-way would leave half the tables. */
    migrateAtOnce: async (migrate, db) => {
      database.exec('begin immediate')
      const outcome = await migrate(db)
      if (database.isTransaction) database.exec(outcome.error ? 'rollback' : 'commit')
      countRows(' = 0x10002')
      return outcome
    },
  }
}

/** The database holds account keys and signatures: only its owner may read it, even if others can read its folder. */
function makePrivate(file: string) {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  // SQLite gives the files beside it the rights of the database's own.
  closeSync(openSync(file, 'a', 0o600))
  for (const name of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(name)) chmodSync(name, 0o600)
}

type Guard = <T>(query: string, run: () => T) => T

/** Kysely speaks better-sqlite3: parameters as one array, and a flag for statements that return rows. */
function forKysely(database: DatabaseSync, guard: Guard, closing: () => void): SqliteDatabase {
  const prepared = new Map<string, StatementSync>()
  const statementOf = (query: string) => {
    const known = prepared.get(query)
    if (known) return known
    // A transaction that reads first and writes later would fail, not wait, when another process wrote in between.
    const statement = database.prepare(query === 'begin' ? 'begin immediate' : query)
    if (prepared.size < 500) prepared.set(query, statement)
    return statement
  }
  return {
    close() {
      closing()
      database.close()
    },
    prepare(query) {
      // A full disk ends a transaction immediately: "no transaction is active" must not hide the fault.
      if (query === 'rollback' && !database.isTransaction) return nothing
      const statement = guard(query, () => statementOf(query))
      return {
        reader: statement.columns().length > 0,
        all: (values) => guard(query, () => statement.all(...(values as SQLInputValue[]))),
        run: (values) => guard(query, () => statement.run(...(values as SQLInputValue[]))),
        iterate: (values) => statement.iterate(...(values as SQLInputValue[])),
      }
    },
  }
}

const nothing = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
}

/** SQLite's result codes: https://www.sqlite.org/rescode.html */
const codes = { busy: 5, readOnly: 8, ioError: 10, corrupt: 11, full: 13, cannotOpen: 14, notADatabase: 26 }

/** The message for a fault that the query did not cause. */
function messageOf(error: unknown): string | undefined {
  if (!(error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')) return undefined
  const code = error.errcode & 0xff
  if (code === codes.busy) return isBusy
  if (code === codes.corrupt || code === codes.notADatabase) return isDamaged
  return [codes.readOnly, codes.ioError, codes.full, codes.cannotOpen].includes(code) ? cannotWrite : undefined
}
