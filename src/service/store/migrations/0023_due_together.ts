import { type Kysely, sql } from 'kysely'

/** What is due of one publisher is recorded together. */
export const up = (db: Kysely<unknown>) =>
  db.schema
    .createIndex('submission_due_of_publisher')
    .on('submission')
    .columns(['publisher_id', 'due_time'])
    .where(sql.ref('due_time'), 'is not', null)
    .execute()
