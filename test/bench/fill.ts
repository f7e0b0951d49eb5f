import { sql } from 'kysely'
import { addOffers } from '../../src/service/demo/offers.ts'
import { addPeople } from '../../src/service/demo/people.ts'
import { openStore } from '../../src/service/store/open.ts'

/** The columns in which copy number `n` differs from its original. */
const own: Record<string, string> = {
  id: "id || '-' || n",
  offer_id: "offer_id || '-' || n",
  name: "name || ' ' || n",
  name_key: "name_key || ' ' || n",
  changed_time: "strftime('%Y-%m-%dT%H:%M:%fZ', changed_time, '-' || (n * 7) || ' minutes')",
}

/** The demonstration's offers, copied with versions and submissions until there are `count`. */
export async function fill(place: string, count: number) {
  const { db, close } = await openStore(place)
  await addPeople(db, new Date())
  await addOffers(db, new Date())
  const originals = await db.selectFrom('offer').select('id').execute()
  const copies = Math.ceil(count / originals.length) - 1
  await sql`create temp table copy as
    with recursive copy(n) as (select 1 union all select n + 1 from copy where n < ${sql.lit(copies)}) select n from copy`.execute(
    db,
  )
  const tables = await db.introspection.getTables()
  await db.transaction().execute(async (tx) => {
    for (const name of ['offer', 'offer_version', 'submission']) {
      const columns = tables.find((table) => table.name === name)!.columns.map((column) => column.name)
      const values = columns.map((column) => own[column] ?? column)
      await sql.raw(`insert into ${name} (${columns}) select ${values} from (select * from ${name}), copy`).execute(tx)
    }
    // No offer moves, so that only the requests are measured.
    await tx.updateTable('submission').set({ due_time: null }).execute()
  })
  await close()
}
