import type { Kysely } from 'kysely'

/** Finds the submissions of an offer type that changed last. */
export async function up(db: Kysely<unknown>) {
  await db.schema
    .createIndex('submission_type_changed')
    .on('submission')
    .columns(['offer_type_id', 'changed_time'])
    .execute()
}
