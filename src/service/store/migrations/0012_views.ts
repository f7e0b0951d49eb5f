import { type Kysely, sql } from 'kysely'

/** The lists that an account wants to see again. */
export async function up(db: Kysely<unknown>) {
  const text = db.getExecutor().adapter.supportsMultipleConnections ? sql`text collate "C"` : 'text'
  await db.schema
    .createTable('saved_view')
    .addColumn('account_id', text, (column) => column.notNull().references('account.id'))
    .addColumn('list', text, (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('search', text, (column) => column.notNull())
    .addColumn('is_default', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('saved_view_key', ['account_id', 'list', 'name'])
    .execute()
}
