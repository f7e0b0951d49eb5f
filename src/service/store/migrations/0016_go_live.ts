import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** When an offer goes live by itself, and the plan's other facts as JSON. */
export async function up(db: Kysely<unknown>) {
  const text = db.getExecutor().adapter.supportsMultipleConnections ? sql`text collate "C"` : 'text'
  await db.schema.alterTable('offer').addColumn('go_live_time', text).execute()
  await db.schema.alterTable('offer').addColumn('go_live_plan', text).execute()
  await sql`create index offer_by_go_live on offer (go_live_time) where go_live_time is not null`.execute(db)
}
