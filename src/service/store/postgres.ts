import { PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Engine } from './database.ts'

/** After which a PostgreSQL that does not answer counts as away. */
const connectionTimeoutMillis = 10_000

export function postgres(connectionString: string): Engine {
  // Counts and sums are small here: numbers, as SQLite answers them.
  const types = new pg.TypeOverrides()
  types.setTypeParser(pg.types.builtins.INT8, Number)
  types.setTypeParser(pg.types.builtins.NUMERIC, Number)
  const pool = new pg.Pool({ connectionString, types, max: 8, connectionTimeoutMillis })
  // The pool replaces a connection that breaks while idle at the next query.
  pool.on('error', () => {})
  return {
    dialect: new PostgresDialect({ pool }),
    /** Which transactions are visible: two snapshots that read alike see the same rows, and no snapshot comes back. */
    stamp: async () => String((await pool.query('select pg_current_snapshot()::text as stamp')).rows[0].stamp),
    migrateAtOnce: (migrate) => migrate(),
  }
}
