import { type Kysely, sql } from 'kysely'

/** The addresses outside that are told of a publisher's events, and every event on its way to them. */
export async function up(db: Kysely<unknown>) {
  const postgres = db.getExecutor().adapter.supportsMultipleConnections
  const text = postgres ? sql`text collate "C"` : 'text'
  await db.schema
    .createTable('webhook')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('publisher_id', text, (c) => c.notNull().references('publisher.id'))
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('address', text, (c) => c.notNull())
    .addColumn('types', text)
    .addColumn('secret', text, (c) => c.notNull())
    .addColumn('earlier_secret', text)
    .addColumn('replaced_time', text)
    .addColumn('created_time', text, (c) => c.notNull())
    .addColumn('disabled_time', text)
    .addColumn('disabled_reason', text)
    .addColumn('failures', 'integer', (c) => c.notNull())
    .addColumn('paused_until', text)
    .addColumn('succeeded_time', text)
    .execute()
  await db.schema.createIndex('webhook_publisher').on('webhook').columns(['publisher_id', 'created_time']).execute()

  const delivery = db.schema.createTable('webhook_delivery')
  await (postgres
    ? delivery.addColumn('id', 'bigserial', (c) => c.primaryKey())
    : delivery.addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
  )
    .addColumn('webhook_id', text, (c) => c.notNull().references('webhook.id'))
    .addColumn('publisher_id', text, (c) => c.notNull())
    .addColumn('message_id', text, (c) => c.notNull())
    .addColumn('type', text, (c) => c.notNull())
    .addColumn('time', text, (c) => c.notNull())
    .addColumn('offer_id', text, (c) => c.notNull())
    .addColumn('data', text, (c) => c.notNull())
    .addColumn('created_time', text, (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('next_time', text)
    .addColumn('attempted_time', text)
    .addColumn('sent_time', text)
    .addColumn('error', text)
    .addColumn('answer', text)
    .addUniqueConstraint('webhook_delivery_once', ['webhook_id', 'message_id'])
    .execute()
  await db.schema.createIndex('webhook_delivery_listed').on('webhook_delivery').columns(['webhook_id', 'id']).execute()
  await sql`create index webhook_delivery_next on webhook_delivery (next_time) where next_time is not null`.execute(db)
  await sql`create index webhook_delivery_ended on webhook_delivery (created_time) where next_time is null`.execute(db)
}
