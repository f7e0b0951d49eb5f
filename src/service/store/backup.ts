import { chmodSync, closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** A backup or a restore cannot be done; the message is a sentence for the person who asked for it. */
export class BackupError extends Error {}

/**
 * Writes what a SQLite database holds now to a new file, readable by its owner only, while a service may be writing to it.
 * The file appears complete and checked, or not at all.
 */
export function backUp(database: string, file: string) {
  if (!existsSync(database)) throw new BackupError(`There is no database at ${database}.`)
  if (existsSync(file)) throw new BackupError(`${file} exists. Name another file, or remove it.`)
  copyTo(database, file, (draft) => {
    // Fails with a sentence of the system when the file appeared meanwhile.
    linkSync(draft, file)
    rmSync(draft)
  })
}

/**
 * Puts a backup in the place of a SQLite database that no service has open. Returns the name of the file that now holds
 * the earlier database, if there was one.
 */
export function restore(file: string, database: string, now: Date): string | undefined {
  if (!existsSync(file)) throw new BackupError(`There is no file ${file}.`)
  requireUnused(database)
  const earlier = existsSync(database) ? `${database}.${now.toISOString().replaceAll(':', '-')}` : undefined
  copyTo(file, database, (draft) => {
    if (earlier) linkSync(database, earlier)
    renameSync(draft, database)
  })
  return earlier
}

/** Copies in one read transaction: what others write meanwhile is not in the copy. */
function copyTo(source: string, target: string, put: (draft: string) => void) {
  const draft = `${target}.${process.pid}.part`
  try {
    closeSync(openSync(draft, 'wx', 0o600))
    read(source, (from) => from.prepare('vacuum into ?').run(draft))
    read(draft, requireIntact)
    sync(draft)
    put(draft)
    sync(dirname(target))
  } finally {
    rmSync(draft, { force: true })
  }
}

/** SQLite does not flush a copy to the disk by itself. */
function sync(path: string) {
  const descriptor = openSync(path, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

function requireIntact(database: DatabaseSync) {
  const { integrity_check } = database.prepare('pragma integrity_check(1)').get()!
  if (integrity_check !== 'ok') throw new BackupError(`The database is damaged: ${integrity_check}.`)
  if (!database.prepare("select 1 from sqlite_schema where name = 'submission'").get())
    throw new BackupError('This is no database of the dashboard.')
}

function read(file: string, use: (database: DatabaseSync) => void) {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 })
  try {
    use(database)
  } catch (error) {
    throw sqliteCode(error) === codes.notADatabase ? new BackupError(`${file} is no database.`) : error
  } finally {
    database.close()
  }
}

/** SQLite's result codes: https://www.sqlite.org/rescode.html */
const codes = { busy: 5, notADatabase: 26 }
const sqliteCode = (error: unknown) =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined

/** Only the last user of a database may end its write-ahead log, and that log must not outlive the database. */
function requireUnused(database: string) {
  if (!existsSync(database)) return
  chmodSync(database, 0o600)
  const open = new DatabaseSync(database)
  try {
    open.exec('pragma journal_mode = delete')
  } catch (error) {
    if (sqliteCode(error) === codes.busy)
      throw new BackupError(`${database} is in use. Stop the dashboard first; nothing was changed.`)
    // A damaged database is a reason to restore.
    if (sqliteCode(error) === undefined) throw error
  } finally {
    open.close()
  }
  for (const log of [`${database}-wal`, `${database}-shm`]) rmSync(log, { force: true })
}
