import { type Kysely, sql } from 'kysely'

/** Where an account had notifications sent, and in which language. */
export async function up(db: Kysely<unknown>) {
  const text = db.getExecutor().adapter.supportsMultipleConnections ? sql`text collate "C"` : 'text'
  await db.schema
    .createTable('used_address')
    .addColumn('account_id', text, (c) => c.notNull().references('account.id'))
    .addColumn('address', text, (c) => c.notNull())
    .addColumn('used_time', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('used_address_pk', ['account_id', 'address'])
    .execute()
  await db.schema.alterTable('account').addColumn('mail_language', text).execute()
}
