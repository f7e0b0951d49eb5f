import type { Member } from '../../contract/members.ts'
import { apiAccount } from './accounts.ts'
import type { Database } from './database.ts'
import { roleNamed, stronger } from './memberships.ts'

export type KnownMember = Omit<Member, 'isCaller'>

/**
 * The people of publishers. The account of the API token is a tool. Where people sign in, those who never did cannot: they
 * are left from a time when the service was used without an issuer.
 */
export const memberStore = (db: Database, signsIn: boolean) => ({
  /** By name. */
  async list(publisherId: string): Promise<KnownMember[]> {
    const rows = await db
      .selectFrom('membership')
      .innerJoin('account', 'account.id', 'membership.account_id')
      .select(['account.id', 'account.name', 'account.email', 'membership.source', 'membership.role'])
      .where('membership.publisher_id', '=', publisherId)
      .where('account.id', '!=', apiAccount)
      .$if(signsIn, (query) => query.where('account.id', 'in', (eb) => eb.selectFrom('identity').select('account_id')))
      .orderBy('account.name')
      .orderBy('account.id')
      .execute()
    const members = new Map<string, KnownMember>()
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
