import type { Dialect, Kysely } from 'kysely'
import type { MigrationResultSet } from 'kysely/migration'
import type { Schema } from './schema.ts'

export type Database = Kysely<Schema>

/** What a kind of database brings. */
export type Engine = {
  dialect: Dialect
  /** Another text as soon as anything in the database has changed, whoever changed it. */
  stamp: () => string | Promise<string>
  /** Runs all migrations or, when one fails or the process is killed, none of them. */
  migrateAtOnce: (migrate: () => Promise<MigrationResultSet>) => Promise<MigrationResultSet>
}
