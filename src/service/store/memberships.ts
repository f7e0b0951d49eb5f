import { type Role, roles } from '../../contract/session.ts'
import type { Database } from './database.ts'

/** Where a role comes from: an owner granted it here, or the issuer claimed it at the last sign-in. */
type Source = 'granted' | 'claimed'

/** `roles` goes from strong to weak. */
export const stronger = (a: Role, b: Role | undefined): Role => roles.find((role) => role === a || role === b)!

export const roleNamed = (name: string): Role => roles.find((known) => known === name)!

export const weaker = (a: Role, b: Role): Role => (stronger(a, b) === a ? b : a)

/** The roles of accounts at publishers. Everyone who reads or changes a role does it here. */
export const membershipStore = (db: Database) => ({
  /** The account's strongest role at each of its publishers. */
  async rolesOf(accountId: string, source?: Source): Promise<Map<string, Role>> {
    const rows = await db
      .selectFrom('membership')
      .select(['publisher_id', 'role'])
      .where('account_id', '=', accountId)
      .$if(source !== undefined, (query) => query.where('source', '=', source!))
      .orderBy('publisher_id')
      .execute()
    const found = new Map<string, Role>()
    for (const { publisher_id, role } of rows)
      found.set(publisher_id, stronger(roleNamed(role), found.get(publisher_id)))
    return found
  },

  async set(accountId: string, publisherId: string, source: Source, role: Role) {
    await db
      .insertInto('membership')
      .values({ account_id: accountId, publisher_id: publisherId, source, role })
      .onConflict((c) => c.columns(['account_id', 'publisher_id', 'source']).doUpdateSet({ role }))
      .execute()
  },

  /** Takes back what was granted. */
  async revoke(accountId: string, publisherId: string) {
    await db
      .deleteFrom('membership')
      .where('account_id', '=', accountId)
      .where('publisher_id', '=', publisherId)
      .where('source', '=', 'granted')
      .execute()
  },

  /** Makes these the roles that the issuer claims, in place of those of the last sign-in. */
  async setClaimed(accountId: string, claimed: ReadonlyMap<string, Role>) {
    await db.deleteFrom('membership').where('account_id', '=', accountId).where('source', '=', 'claimed').execute()
    for (const [publisherId, role] of claimed) await this.set(accountId, publisherId, 'claimed', role)
  },
})
