import { type SavedView, type ViewName, viewLimit } from '../../contract/views.ts'
import { ProblemError } from '../problems.ts'
import type { Database } from './database.ts'

/** The lists that an account wants to see again. */
export const viewStore = (db: Database, accountId: string) => ({
  async all(): Promise<SavedView[]> {
    const rows = await db
      .selectFrom('saved_view')
      .selectAll()
      .where('account_id', '=', accountId)
      .orderBy('list')
      .orderBy('name')
      .execute()
    return rows.map(({ list, name, search, is_default }) => ({
      list: list === 'approvals' ? 'approvals' : 'offers',
      name,
      search,
      isDefault: is_default === 1,
    }))
  },

  /** One view of a list is its default. */
  save: ({ list, name, search, isDefault }: SavedView) =>
    db.transaction().execute(async (tx) => {
      const own = tx.selectFrom('saved_view').where('account_id', '=', accountId)
      const { count } = await own
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where((eb) => eb.not(eb.and([eb('list', '=', list), eb('name', '=', name)])))
        .executeTakeFirstOrThrow()
      if (Number(count) >= viewLimit)
        throw new ProblemError('InvalidInput', `An account keeps at most ${viewLimit} views: remove one first.`)
      if (isDefault)
        await tx
          .updateTable('saved_view')
          .set({ is_default: 0 })
          .where('account_id', '=', accountId)
          .where('list', '=', list)
          .execute()
      const values = { search, is_default: isDefault ? 1 : 0 }
      await tx
        .insertInto('saved_view')
        .values({ account_id: accountId, list, name, ...values })
        .onConflict((conflict) => conflict.columns(['account_id', 'list', 'name']).doUpdateSet(values))
        .execute()
    }),

  async remove({ list, name }: ViewName) {
    await db
      .deleteFrom('saved_view')
      .where('account_id', '=', accountId)
      .where('list', '=', list)
      .where('name', '=', name)
      .execute()
  },
})
