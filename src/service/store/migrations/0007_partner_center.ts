import { type Kysely, sql } from 'kysely'

/** Offers of Partner Center, when each is looked at next, and what this dashboard asked Partner Center to do. */
export async function up(db: Kysely<unknown>) {
  const postgres = db.getExecutor().adapter.supportsMultipleConnections
  const text = postgres ? sql`text collate "C"` : 'text'

  await db.schema
    .alterTable('offer')
    .addColumn('marketplace', text, (c) => c.notNull().defaultTo('simulated'))
    .execute()

  await db.schema
    .createTable('remote_offer')
    .addColumn('publisher_id', text, (c) => c.notNull())
    .addColumn('offer_id', text, (c) => c.notNull())
    .addColumn('product_guid', text, (c) => c.notNull())
    .addColumn('next_time', text, (c) => c.notNull())
    .addColumn('moving_since', text)
    .addColumn('failures', 'integer', (c) => c.notNull())
    .addColumn('silent_since', text)
    .addPrimaryKeyConstraint('remote_offer_pk', ['publisher_id', 'offer_id'])
    .addForeignKeyConstraint('remote_offer_offer', ['publisher_id', 'offer_id'], 'offer', ['publisher_id', 'id'])
    .execute()
  await db.schema.createIndex('remote_offer_next').on('remote_offer').column('next_time').execute()

  await db.schema
    .createTable('remote_push')
    .addColumn('key', text, (c) => c.primaryKey())
    .addColumn('publisher_id', text, (c) => c.notNull())
    .addColumn('offer_id', text, (c) => c.notNull())
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('actor', text, (c) => c.notNull())
    .addColumn('submission_id', text, (c) => c.notNull())
    .addColumn('n', text)
    .addColumn('known', text, (c) => c.notNull())
    .addColumn('sent_time', text, (c) => c.notNull())
    .addColumn('job_id', text)
    .addColumn('row_n', text)
    .addColumn('result', text)
    .addColumn('errors', text)
    .addColumn('over_time', text)
    .addForeignKeyConstraint('remote_push_offer', ['publisher_id', 'offer_id'], 'offer', ['publisher_id', 'id'])
    .execute()
  await db.schema
    .createIndex('remote_push_offer_time')
    .on('remote_push')
    .columns(['publisher_id', 'offer_id', 'sent_time'])
    .execute()
  // One push of an offer at a time, whoever asks for it and from whichever replica.
  await db.schema
    .createIndex('remote_push_open')
    .unique()
    .on('remote_push')
    .columns(['publisher_id', 'offer_id'])
    .where(sql.ref('over_time'), 'is', null)
    .execute()
}
