import { setTimeout } from 'node:timers/promises'
import { Kysely, type PostgresCursor, PostgresDialect, type PostgresPoolClient, type PostgresQueryResult } from 'kysely'
import pg from 'pg'
import type { Engine } from './database.ts'
import type { Schema } from './schema.ts'
import { shortly } from './shortly.ts'
import { cannotWrite, commitLost, doesNotAnswer, isBusy, UnavailableError } from './unavailable.ts'

/** Milliseconds. The server ends a statement before the client gives the connection up. */
const connecting = { connectionTimeoutMillis: 5_000, keepAlive: true, keepAliveInitialDelayMillis: 10_000 }
const timeouts = {
  statement_timeout: 8_000,
  query_timeout: 10_000,
  lock_timeout: 5_000,
  // A replica that stops in the middle of a transaction holds its locks no longer than this.
  idle_in_transaction_session_timeout: 15_000,
}
/** A readiness probe does not wait as long as a request. */
const stampTimeout = 3_000
/** How long a poll may miss what another replica has written, so that polls share their look at the database. */
const staleness = 100
/** Changing the tables of a large database takes its time. */
const migrationTimeout = 600_000

export function postgres(connectionString: string): Engine {
  const pool = new pg.Pool({ connectionString, types: smallNumbers(), max: 8, ...connecting, ...timeouts })
  // The pool listens to idle clients only. It replaces a broken one at the next query, which reports the fault.
  pool.on('connect', (client) => client.on('error', () => {}))
  pool.on('error', () => {})
  let writesFail = false

  /** Runs one query; a fault of the database or the network becomes an `UnavailableError`. */
  const guard = async <T>(run: () => Promise<T>, sql = '') => {
    try {
      const result = await run()
      if (sql === 'commit') writesFail = false
      return result
    } catch (error) {
      const message = messageOf(error, sql)
      if (!message) throw error
      if (message === cannotWrite) writesFail = true
      throw new UnavailableError(message, error)
    }
  }

  /** Which transactions are visible: two snapshots that read alike see the same rows, and no snapshot comes back. */
  const snapshot = shortly(async () => {
    const query = { text: 'select pg_current_snapshot()::text as stamp', query_timeout: stampTimeout }
    const { rows } = await guard(() => pool.query<{ stamp: string }>(query))
    return rows[0]!.stamp
  }, staleness)

  return {
    dialect: new PostgresDialect({
      pool: {
        options: pool.options,
        connect: async () => {
          const client: PostgresPoolClient = await guard(() => pool.connect())
          return guarded(client, guard, snapshot.expire)
        },
        // A server that is silent does not confirm that a connection is closed.
        end: () => Promise.race([pool.end(), setTimeout(2_000, undefined, { ref: false })]),
      },
    }),
    stamp: snapshot.read,
    // The oldest transaction that was running: those before it are visible.
    unseenFrom: (stamp) => Number(stamp.split(':')[0]),
    databaseId: async () => {
      const text = `select oid || ' ' || pg_postmaster_start_time() as id from pg_database where datname = current_database()`
      const { rows } = await guard(() => pool.query<{ id: string }>(text))
      return rows[0]!.id
    },
    writesFail: () => writesFail,
    connections: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    migrateAtOnce: async (migrate) => {
      const patient = new pg.Pool({ connectionString, max: 2, ...connecting, query_timeout: migrationTimeout })
      patient.on('error', () => {})
      const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: patient }) })
      try {
        return await migrate(db)
      } finally {
        await db.destroy()
      }
    },
  }
}

/** Counts and sums are small here: numbers, as SQLite returns them. */
function smallNumbers() {
  const types = new pg.TypeOverrides()
  types.setTypeParser(pg.types.builtins.INT8, Number)
  types.setTypeParser(pg.types.builtins.NUMERIC, Number)
  return types
}

/** Connection failures, resources that are used up, shutdown, time-outs of statement and lock, deadlock, a standby. */
const unavailableStates = /^(?:08|53|57P|58)|^(?:57014|55P03|25006|25P03|40001|40P01)$/

/** The message for a fault that the query did not cause. */
function messageOf(error: unknown, sql: string): string | undefined {
  if (!(error instanceof pg.DatabaseError)) return sql === 'commit' ? commitLost : doesNotAnswer
  const state = error.code ?? ''
  if (!unavailableStates.test(state)) return undefined
  if (state === '53100' || state === '25006') return cannotWrite
  return /^(?:57014|55P03|40)/.test(state) ? isBusy : doesNotAnswer
}

/** A client that is never used again once the network failed it, because its transaction may still be open; `wrote` follows every write. */
function guarded(
  client: PostgresPoolClient,
  guard: <T>(run: () => Promise<T>, sql: string) => Promise<T>,
  wrote: () => void,
) {
  let lost: UnavailableError | undefined
  function query<R>(sql: string, parameters: ReadonlyArray<unknown>): Promise<PostgresQueryResult<R>>
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  function query<R>(sql: string | PostgresCursor<R>, parameters: ReadonlyArray<unknown> = []) {
    if (typeof sql !== 'string') return client.query(sql)
    if (lost) return Promise.reject(lost)
    const answer = guard(() => client.query<R>(sql, parameters), sql).catch((error) => {
      if (error instanceof UnavailableError && !(error.cause instanceof pg.DatabaseError)) lost = error
      throw error
    })
    return sql.startsWith('select') ? answer : answer.finally(wrote)
  }
  return { query, release: (destroy = false) => client.release(destroy || lost !== undefined) }
}
