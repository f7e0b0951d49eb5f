import type { Dialect, Kysely } from 'kysely'
import type { MigrationResultSet } from 'kysely/migration'
import type { Schema } from './schema.ts'

export type Database = Kysely<Schema>

/** What a kind of database brings. */
export type Engine = {
  dialect: Dialect
  /** Another text as soon as anything in the database has changed, whoever changed it. */
  stamp: () => string | Promise<string>
  /** The last attempt to write failed because the disk is full, or because writing is not allowed. */
  writesFail: () => boolean
  /** Runs all migrations or, when one fails or the process is killed, none of them. */
  migrateAtOnce: (migrate: (db: Database) => Promise<MigrationResultSet>, db: Database) => Promise<MigrationResultSet>
}
