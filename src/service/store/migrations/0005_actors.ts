import { type Kysely, sql } from 'kysely'

type Tables = {
  audit_event: { actor: string; actor_kind: string }
  submission: { id: string; cancellation: string | null }
  notification: { id: number; kind: string; details: string }
}

/** Actors were known by their name alone, which a person's address may equal. */
const kindOf = (name: string) => (['microsoft', 'marketplace', 'system'].includes(name) ? name : 'person')

const withKind = ({ actor, ...others }: { actor: string }) => ({ by: { kind: kindOf(actor), name: actor }, ...others })

export async function up(db: Kysely<Tables>) {
  const text = db.getExecutor().adapter.supportsMultipleConnections ? sql`text collate "C"` : 'text'
  await db.schema
    .alterTable('audit_event')
    .addColumn('actor_kind', text, (c) => c.notNull().defaultTo('person'))
    .execute()
  await db
    .updateTable('audit_event')
    .set(({ ref }) => ({ actor_kind: ref('actor') }))
    .where('actor', 'in', ['microsoft', 'marketplace', 'system'])
    .execute()

  for (let rows = await canceled(db, ''); rows.length > 0; rows = await canceled(db, rows.at(-1)!.id))
    for (const { id, cancellation } of rows) {
      const known = JSON.stringify(withKind(JSON.parse(cancellation!)))
      await db.updateTable('submission').set({ cancellation: known }).where('id', '=', id).execute()
    }

  for (let rows = await announced(db, 0); rows.length > 0; rows = await announced(db, rows.at(-1)!.id))
    for (const { id, details } of rows) {
      const { cancellation, ...others } = JSON.parse(details)
      if (!cancellation) continue
      const known = JSON.stringify({ ...others, cancellation: withKind(cancellation) })
      await db.updateTable('notification').set({ details: known }).where('id', '=', id).execute()
    }
}

const canceled = (db: Kysely<Tables>, after: string) =>
  db
    .selectFrom('submission')
    .select(['id', 'cancellation'])
    .where('cancellation', 'is not', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(500)
    .execute()

const announced = (db: Kysely<Tables>, after: number) =>
  db
    .selectFrom('notification')
    .select(['id', 'details'])
    .where('kind', '=', 'canceled')
    .where('id', '>', after)
    .orderBy('id')
    .limit(500)
    .execute()
