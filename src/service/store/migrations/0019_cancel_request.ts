import { type Kysely, sql } from 'kysely'

/** A wish to cancel that the marketplace has not answered, or answered too late; and what the lists show of it. */
export async function up(db: Kysely<unknown>) {
  const text = db.getExecutor().adapter.supportsMultipleConnections ? sql`text collate "C"` : 'text'
  await db.schema.alterTable('submission').addColumn('cancel_request', text).execute()
  await db.schema.alterTable('offer').addColumn('cancel_request', text).execute()
}
