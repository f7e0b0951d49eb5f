import type { Kysely } from 'kysely'

/** History and mails are read newest first, over all publishers or of one, however long they have grown. */
export async function up(db: Kysely<unknown>) {
  const index = (name: string, table: string, columns: string[]) =>
    db.schema.createIndex(name).on(table).columns(columns).execute()
  await index('audit_event_time', 'audit_event', ['time', 'id', 'publisher_id'])
  await index('audit_event_type', 'audit_event', ['type', 'time', 'id', 'publisher_id'])
  await index('audit_event_publisher', 'audit_event', ['publisher_id', 'time', 'id'])
  await db.schema.dropIndex('audit_event_offer').execute()
  await index('audit_event_of_offer', 'audit_event', ['publisher_id', 'offer_id', 'time', 'id'])
  await index('notification_time', 'notification', ['created_time', 'id', 'publisher_id'])
  await index('notification_offer', 'notification', ['publisher_id', 'offer_id', 'created_time', 'id'])
}
