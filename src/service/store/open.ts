import { HandleEmptyInListsPlugin, Kysely, replaceWithNoncontingentExpression } from 'kysely'
import type { Database, Engine } from './database.ts'
import { migrate } from './migrate.ts'
import { postgres } from './postgres.ts'
import type { Schema } from './schema.ts'
import { sqlite } from './sqlite.ts'

export type Store = { db: Database; stamp: Engine['stamp']; close: () => Promise<void> }

/** A PostgreSQL address, a file's path, or `:memory:`. The store has all its tables when it is returned. */
export async function openStore(place: string): Promise<Store> {
  const engine = /^postgres(ql)?:/.test(place) ? postgres(place) : sqlite(place)
  const db = new Kysely<Schema>({ dialect: engine.dialect, plugins: [noneInEmptyList] })
  try {
    await migrate(db, engine)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return { db, stamp: engine.stamp, close: () => db.destroy() }
}

/** PostgreSQL refuses `in ()`, which is what a person without publishers leads to. */
const noneInEmptyList = new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })
