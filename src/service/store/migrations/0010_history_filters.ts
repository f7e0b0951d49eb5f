import type { Kysely } from 'kysely'

/** Events are counted and left out by type from the index alone. */
export async function up(db: Kysely<unknown>) {
  const index = async (name: string, columns: string[]) => {
    await db.schema.dropIndex(name).execute()
    await db.schema.createIndex(name).on('audit_event').columns(columns).execute()
  }
  await index('audit_event_time', ['time', 'id', 'publisher_id', 'type', 'offer_id'])
  await index('audit_event_publisher', ['publisher_id', 'time', 'id', 'type', 'offer_id'])
  await index('audit_event_of_offer', ['publisher_id', 'offer_id', 'time', 'id', 'type'])
}
