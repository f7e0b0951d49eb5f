import { createHash } from 'node:crypto'
import { type Role, roles } from '../../contract/session.ts'
import type { Database } from './database.ts'

/** The account behind a request, with its roles by publisher; an `operator` acts for the marketplace. */
export type Caller = {
  accountId: string
  name: string
  email: string
  operator: boolean
  roles: ReadonlyMap<string, Role>
}

/** `roles` by publisher. */
export type NewAccount = { id: string; name: string; email: string; operator?: boolean; roles: Record<string, Role> }

const hash = (token: string) => createHash('sha256').update(token).digest('base64url')

export const accountStore = (db: Database) => ({
  async caller(accountId: string): Promise<Caller | undefined> {
    const account = await db.selectFrom('account').selectAll().where('id', '=', accountId).executeTakeFirst()
    if (!account) return undefined
    const memberships = await db
      .selectFrom('membership')
      .select(['publisher_id', 'role'])
      .where('account_id', '=', accountId)
      .orderBy('publisher_id')
      .execute()
    return {
      accountId,
      name: account.name,
      email: account.email,
      operator: account.operator === 1,
      roles: new Map(memberships.map(({ publisher_id, role }) => [publisher_id, roles.find((r) => r === role)!])),
    }
  },

  /** The demonstration accounts that local mode can switch to. */
  people: () =>
    db
      .selectFrom('account')
      .innerJoin('membership', 'membership.account_id', 'account.id')
      .select(['account.id', 'account.name'])
      .distinct()
      .where('account.id', '!=', apiAccount)
      .orderBy('account.name')
      .execute(),

  /** The addresses of the people who own a publisher, which tools do not. */
  async ownerEmails(publisherId: string): Promise<string[]> {
    const rows = await db
      .selectFrom('account')
      .innerJoin('membership', 'membership.account_id', 'account.id')
      .select('account.email')
      .where('membership.publisher_id', '=', publisherId)
      .where('membership.role', '=', 'owner')
      .where('account.id', '!=', apiAccount)
      .orderBy('account.email')
      .execute()
    return rows.map(({ email }) => email)
  },

  /** Adds the account unless it is there. Roles are granted to a new account, or at a new publisher: never again. */
  async add({ roles, operator, ...account }: NewAccount, newPublishers: ReadonlySet<string>) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('account')
      .values({ ...account, operator: operator ? 1 : 0 })
      .onConflict((c) => c.doNothing())
      .executeTakeFirstOrThrow()
    const isNew = Boolean(numInsertedOrUpdatedRows)
    const granted = Object.entries(roles).filter(([publisherId]) => isNew || newPublishers.has(publisherId))
    for (const [publisher_id, role] of granted)
      await db
        .insertInto('membership')
        .values({ account_id: account.id, publisher_id, role })
        .onConflict((c) => c.doNothing())
        .execute()
  },

  async sessionAccount(token: string): Promise<string | undefined> {
    const row = await db
      .selectFrom('session')
      .select('account_id')
      .where('token_hash', '=', hash(token))
      .executeTakeFirst()
    return row?.account_id
  },

  /** Opens a session with `token` and ends the one with `earlier`. */
  openSession: (token: string, accountId: string, now: Date, earlier = '') =>
    db.transaction().execute(async (tx) => {
      await tx.deleteFrom('session').where('token_hash', '=', hash(earlier)).execute()
      await tx
        .insertInto('session')
        .values({ token_hash: hash(token), account_id: accountId, created_time: now.toISOString() })
        .execute()
    }),
})

/** The account of tools that hold the API token, and of those that hold the operator's. */
export const apiAccount = 'api'
export const operatorAccount = 'operator'
