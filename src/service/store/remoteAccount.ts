import type { Database } from './database.ts'

const id = 'partnerCenter'

/** The budget of the account at Partner Center, which all replicas share, as JSON. */
export const remoteAccountStore = (db: Database) => ({
  async read(): Promise<string | undefined> {
    const row = await db.selectFrom('remote_account').select('budget').where('id', '=', id).executeTakeFirst()
    return row?.budget
  },

  /** False when another replica has changed it since `before` was read. */
  async swap(before: string | undefined, budget: string): Promise<boolean> {
    if (before === undefined) {
      const insert = db.insertInto('remote_account').values({ id, budget })
      const { numInsertedOrUpdatedRows } = await insert.onConflict((c) => c.doNothing()).executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows === 1n
    }
    const { numUpdatedRows } = await db
      .updateTable('remote_account')
      .set({ budget })
      .where('id', '=', id)
      .where('budget', '=', before)
      .executeTakeFirst()
    return numUpdatedRows === 1n
  },
})
