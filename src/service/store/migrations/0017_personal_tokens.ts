import { type Kysely, sql } from 'kysely'
import { marked } from './0015_marks.ts'

/** The access of tools in the name of accounts. */
export async function up(db: Kysely<unknown>) {
  const text = db.getExecutor().adapter.supportsMultipleConnections ? sql`text collate "C"` : 'text'
  await db.schema
    .createTable('personal_token')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('account_id', text, (c) => c.notNull().references('account.id'))
    .addColumn('token_hash', text, (c) => c.notNull().unique())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('publisher_id', text, (c) => c.notNull().references('publisher.id'))
    .addColumn('role', text, (c) => c.notNull())
    .addColumn('created_time', text, (c) => c.notNull())
    .addColumn('expires_time', text, (c) => c.notNull())
    .addColumn('used_time', text)
    .execute()
  await db.schema.createIndex('personal_token_account').on('personal_token').column('account_id').execute()
  await marked(db, 'personal_token', 'account', 'account_id')
}
