import { type Kysely, sql } from 'kysely'
import { marked } from './0015_marks.ts'

/** People who sign in through an issuer: their identities, sessions and attempts, and where each role comes from. */
export async function up(db: Kysely<unknown>) {
  const text = db.getExecutor().adapter.supportsMultipleConnections ? sql`text collate "C"` : 'text'
  const table = (name: string) => db.schema.createTable(name)

  await table('identity')
    .addColumn('issuer', text, (c) => c.notNull())
    .addColumn('subject', text, (c) => c.notNull())
    .addColumn('account_id', text, (c) => c.notNull().references('account.id'))
    .addPrimaryKeyConstraint('identity_pk', ['issuer', 'subject'])
    .execute()

  // Earlier sessions have nothing to tell about themselves, and local mode opens new ones by itself.
  await db.schema.dropTable('session').execute()
  await table('session')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('account_id', text, (c) => c.notNull().references('account.id'))
    .addColumn('token_hash', text, (c) => c.notNull().unique())
    .addColumn('previous_hash', text)
    .addColumn('replaced_time', text)
    .addColumn('rights', text, (c) => c.notNull())
    .addColumn('device', text, (c) => c.notNull())
    .addColumn('issuer_session', text)
    .addColumn('created_time', text, (c) => c.notNull())
    .addColumn('used_time', text, (c) => c.notNull())
    .execute()
  await db.schema.createIndex('session_previous').on('session').column('previous_hash').execute()
  await db.schema.createIndex('session_account').on('session').column('account_id').execute()

  await table('sign_in_attempt')
    .addColumn('state', text, (c) => c.primaryKey())
    .addColumn('browser_hash', text, (c) => c.notNull())
    .addColumn('nonce', text, (c) => c.notNull())
    .addColumn('verifier', text, (c) => c.notNull())
    .addColumn('return_to', text, (c) => c.notNull())
    .addColumn('created_time', text, (c) => c.notNull())
    .execute()

  await db.schema.alterTable('membership').renameTo('former_membership').execute()
  await table('membership')
    .addColumn('account_id', text, (c) => c.notNull().references('account.id'))
    .addColumn('publisher_id', text, (c) => c.notNull().references('publisher.id'))
    .addColumn('source', text, (c) => c.notNull())
    .addColumn('role', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('membership_key', ['account_id', 'publisher_id', 'source'])
    .execute()
  await sql`insert into membership (account_id, publisher_id, source, role)
    select account_id, publisher_id, 'granted', role from former_membership`.execute(db)
  await db.schema.dropTable('former_membership').execute()

  for (const changing of ['identity', 'session', 'membership']) await marked(db, changing, 'account', 'account_id')
}
