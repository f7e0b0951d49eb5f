import type { Kysely } from 'kysely'

/** What an attempt to deliver a notification achieved; when a submission that cannot be followed is looked at again. */
export async function up(db: Kysely<unknown>) {
  await db.schema.alterTable('notification').addColumn('progress', 'text').execute()
  await db.schema
    .alterTable('submission')
    .addColumn('failures', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema.alterTable('submission').addColumn('retry_time', 'text').execute()
}
