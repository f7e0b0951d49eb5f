import type { Dialect, Kysely } from 'kysely'
import type { MigrationResultSet } from 'kysely/migration'
import type { Schema } from './schema.ts'

export type Database = Kysely<Schema>

/** The operations that differ between SQLite and PostgreSQL. */
export type Engine = {
  dialect: Dialect
  /**
   * Changes whenever anything in the database changes: at once, or a tenth of a second later when another replica has
   * written to PostgreSQL.
   */
  stamp: () => string | Promise<string>
  /** Every mark that was not there yet when `stamp` was read is at least this; `newest` is the newest that was read. */
  unseenFrom: (stamp: string, newest: number) => number
  /** Differs for another database, and after a backup was restored: that takes a restart. */
  databaseId: () => string | Promise<string>
  /** The last attempt to write failed because the disk is full, or because writing is not allowed. */
  writesFail: () => boolean
  connections?: (() => { total: number; idle: number; waiting: number }) | undefined
  /** Runs all migrations or, when one fails or the process is killed, none of them. */
  migrateAtOnce: (migrate: (db: Database) => Promise<MigrationResultSet>, db: Database) => Promise<MigrationResultSet>
}
