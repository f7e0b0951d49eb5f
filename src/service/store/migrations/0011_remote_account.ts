import { type Kysely, sql } from 'kysely'

/** The budget of calls to Partner Center, which replicas share, and what is known of an offer there besides its rows. */
export async function up(db: Kysely<unknown>) {
  const postgres = db.getExecutor().adapter.supportsMultipleConnections
  const text = postgres ? sql`text collate "C"` : 'text'

  await db.schema
    .createTable('remote_account')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('budget', text, (c) => c.notNull())
    .execute()

  const add = (name: string, type: typeof text | 'integer') =>
    db.schema.alterTable('remote_offer').addColumn(name, type).execute()
  // In how many lists of products in a row the offer was missing.
  await db.schema
    .alterTable('remote_offer')
    .addColumn('unseen', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  // The published content that the draft is compared with, as a digest, and whether the draft differs from it.
  await add('published_row', text)
  await add('published_digest', text)
  await add('draft_ahead', 'integer')
  // When the older API was asked for the steps.
  await add('steps_time', text)
}
