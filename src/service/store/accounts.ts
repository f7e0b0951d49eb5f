import { createHash } from 'node:crypto'
import type { Role } from '../../contract/session.ts'
import type { Database } from './database.ts'
import { emailKey } from './invitations.ts'
import { membershipStore } from './memberships.ts'

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

/** A person as the issuer knows them. */
export type Person = { issuer: string; subject: string; name: string; email: string }

export const accountStore = (db: Database) => ({
  async caller(accountId: string): Promise<Caller | undefined> {
    const account = await db.selectFrom('account').selectAll().where('id', '=', accountId).executeTakeFirst()
    if (!account) return undefined
    const { name, email, operator } = account
    return { accountId, name, email, operator: operator === 1, roles: await membershipStore(db).rolesOf(accountId) }
  },

  /** The demonstration accounts that local mode can switch to: those with a role, and those that are invited. */
  people: () =>
    db
      .selectFrom('account')
      .select(['account.id', 'account.name'])
      .where('account.id', '!=', apiAccount)
      .where((eb) =>
        eb.or([
          eb('account.id', 'in', eb.selectFrom('membership').select('account_id')),
          eb(eb.fn<string>('lower', ['account.email']), 'in', eb.selectFrom('invitation').select('email_key')),
        ]),
      )
      .orderBy('account.name')
      .orderBy('account.id')
      .execute(),

  /** Local mode: a person who is invited and unknown becomes an account that one can switch to. */
  async addInvited(email: string) {
    const known = await db
      .selectFrom('account')
      .select('id')
      .where((eb) => eb(eb.fn('lower', ['email']), '=', emailKey(email)))
      .executeTakeFirst()
    if (known) return
    const id = createHash('sha256').update(emailKey(email)).digest('base64url').slice(0, 22)
    await db.insertInto('account').values({ id, name: email, email, operator: 0 }).execute()
  },

  /** The addresses of the people who own a publisher, which tools do not. */
  async ownerEmails(publisherId: string): Promise<string[]> {
    return (await this.owners(publisherId)).map(({ email }) => email)
  },

  /** The same with the language that each chose for mails last. */
  owners: (publisherId: string) =>
    db
      .selectFrom('account')
      .innerJoin('membership', 'membership.account_id', 'account.id')
      .select(['account.email', 'account.mail_language'])
      .distinct()
      .where('membership.publisher_id', '=', publisherId)
      .where('membership.role', '=', 'owner')
      .where('account.id', '!=', apiAccount)
      .orderBy('account.email')
      .execute(),

  /** Adds the account unless it is there. Roles are granted to a new account, or at a new publisher: never again. */
  async add({ roles, operator, ...account }: NewAccount, newPublishers: ReadonlySet<string>) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('account')
      .values({ ...account, operator: operator ? 1 : 0 })
      .onConflict((c) => c.doNothing())
      .executeTakeFirstOrThrow()
    const isNew = Boolean(numInsertedOrUpdatedRows)
    for (const [publisherId, role] of Object.entries(roles))
      if (isNew || newPublishers.has(publisherId))
        await membershipStore(db).set(account.id, publisherId, 'granted', role)
  },

  /** The account of a person of the issuer, added when they come for the first time. */
  async accountOf({ issuer, subject, name, email }: Person): Promise<string> {
    // Two first requests at the same time mean the same account.
    const id = createHash('sha256')
      .update(JSON.stringify([issuer, subject]))
      .digest('base64url')
      .slice(0, 22)
    const known = await db.selectFrom('account').select(['name', 'email']).where('id', '=', id).executeTakeFirst()
    if (known && known.name === name && known.email === email) return id
    await db
      .insertInto('account')
      .values({ id, name, email, operator: 0 })
      .onConflict((c) => c.column('id').doUpdateSet({ name, email }))
      .execute()
    await db
      .insertInto('identity')
      .values({ issuer, subject, account_id: id })
      .onConflict((c) => c.doNothing())
      .execute()
    return id
  },

  async setOperator(accountId: string, operator: boolean) {
    await db
      .updateTable('account')
      .set({ operator: operator ? 1 : 0 })
      .where('id', '=', accountId)
      .execute()
  },
})

/** The account of tools that hold the API token, and of those that hold the operator's. */
export const apiAccount = 'api'
export const operatorAccount = 'operator'
