import type { Kysely } from 'kysely'

/** What earlier attempts to deliver a notification achieved. */
export async function up(db: Kysely<unknown>) {
  await db.schema.alterTable('notification').addColumn('progress', 'text').execute()
}
