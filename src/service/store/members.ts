import type { Member } from '../../contract/members.ts'
import { type Role, roles } from '../../contract/session.ts'
import { apiAccount } from './accounts.ts'
import type { Database } from './database.ts'
import { stronger } from './memberships.ts'

/** The people of publishers. The account of the API token is a tool. */
export const memberStore = (db: Database) => ({
  /** By name. */
  async list(publisherId: string): Promise<Omit<Member, 'isCaller'>[]> {
    const rows = await db
      .selectFrom('membership')
      .innerJoin('account', 'account.id', 'membership.account_id')
      .select(['account.id', 'account.name', 'account.email', 'membership.source', 'membership.role'])
      .where('membership.publisher_id', '=', publisherId)
      .where('account.id', '!=', apiAccount)
      .orderBy('account.name')
      .orderBy('account.id')
      .execute()
    const members = new Map<string, Omit<Member, 'isCaller'>>()
    for (const { id, name, email, source, role } of rows) {
      const known = members.get(id)
      const own = roleNamed(role)
      members.set(id, {
        ...(known ?? { accountId: id, name, email }),
        ...(source === 'claimed' ? { claimed: own } : { granted: own }),
        role: stronger(own, known?.role),
      })
    }
    return [...members.values()]
  },
})

const roleNamed = (name: string): Role => roles.find((known) => known === name)!
