import { type Kysely, sql } from 'kysely'
import { marked } from './0015_marks.ts'

/** People who are invited to a publisher, where a publisher's mails go, and the mails about no offer. */
export async function up(db: Kysely<unknown>) {
  const text = db.getExecutor().adapter.supportsMultipleConnections ? sql`text collate "C"` : 'text'
  await db.schema
    .alterTable('publisher')
    .addColumn('contacts', text, (c) => c.notNull().defaultTo(''))
    .execute()
  await db.schema
    .alterTable('publisher')
    .addColumn('language', text, (c) => c.notNull().defaultTo('en-US'))
    .execute()
  await db.schema
    .createTable('invitation')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('publisher_id', text, (c) => c.notNull().references('publisher.id'))
    .addColumn('email', text, (c) => c.notNull())
    .addColumn('email_key', text, (c) => c.notNull())
    .addColumn('role', text, (c) => c.notNull())
    .addColumn('language', text, (c) => c.notNull())
    .addColumn('invited_by', text, (c) => c.notNull())
    .addColumn('sent_time', text, (c) => c.notNull())
    .addColumn('expires_time', text, (c) => c.notNull())
    .addColumn('sends', 'integer', (c) => c.notNull())
    .addUniqueConstraint('invitation_once', ['publisher_id', 'email_key'])
    .execute()
  await db.schema.createIndex('invitation_email').on('invitation').column('email_key').execute()
  await db.schema.createIndex('membership_publisher').on('membership').column('publisher_id').execute()
  await marked(db, 'invitation', 'publisher', 'publisher_id')
}
