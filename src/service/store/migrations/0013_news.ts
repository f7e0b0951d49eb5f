import { type Kysely, sql } from 'kysely'

/** Which changes of status an account has not seen, which offers it watches, and which notifications it has read. */
export async function up(db: Kysely<unknown>) {
  const text = db.getExecutor().adapter.supportsMultipleConnections ? sql`text collate "C"` : 'text'
  await db.schema
    .alterTable('offer')
    .addColumn('status_revision', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute()
  await sql`update offer set status_revision = revision where status <> 'neverPublished'`.execute(db)
  await db.schema
    .createIndex('offer_by_status_revision')
    .on('offer')
    .columns(['publisher_id', 'status_revision', 'id'])
    .execute()
  await db.schema.alterTable('account').addColumn('read_notification', 'bigint').execute()

  const ofAccount = (name: string) =>
    db.schema
      .createTable(name)
      .addColumn('account_id', text, (c) => c.notNull().references('account.id'))
      .addColumn('publisher_id', text, (c) => c.notNull().references('publisher.id'))
  await ofAccount('looked')
    .addColumn('revision', 'bigint', (c) => c.notNull())
    .addColumn('time', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('looked_pk', ['account_id', 'publisher_id'])
    .execute()
  for (const [name, more] of [
    ['seen_offer', true],
    ['watched_offer', false],
  ] as const)
    await ofAccount(name)
      .addColumn('offer_id', text, (c) => c.notNull())
      .$call((table) => (more ? table.addColumn('revision', 'bigint', (c) => c.notNull()) : table))
      .addPrimaryKeyConstraint(`${name}_pk`, ['account_id', 'publisher_id', 'offer_id'])
      .execute()
}
