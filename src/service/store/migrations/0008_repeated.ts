import { type Kysely, sql } from 'kysely'

/** What a request with an idempotency key asked for, so that the same key with another body is refused. */
export async function up(db: Kysely<unknown>) {
  const text = db.getExecutor().adapter.supportsMultipleConnections ? sql`text collate "C"` : 'text'
  await db.schema.alterTable('idempotency').addColumn('request_hash', text).execute()
}
