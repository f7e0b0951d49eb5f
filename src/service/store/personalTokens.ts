import { randomUUID } from 'node:crypto'
import { type NewToken, type PersonalToken, tokenLimit } from '../../contract/account.ts'
import { roles } from '../../contract/session.ts'
import { ProblemError } from '../problems.ts'
import type { Database } from './database.ts'
import { newSecret, secretHash } from './secrets.ts'

/** Scanners of published code recognize our tokens by it. */
export const tokenPrefix = 'pdt_'

const day = 86_400_000

/** The access of tools in the name of accounts. */
export const personalTokenStore = (db: Database) => ({
  /** The token itself is returned here, and never again. */
  add: (accountId: string, { name, publisherId, role, days }: NewToken, now: Date) =>
    db.transaction().execute(async (tx) => {
      const { count } = await tx
        .selectFrom('personal_token')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('account_id', '=', accountId)
        .executeTakeFirstOrThrow()
      if (Number(count) >= tokenLimit)
        throw new ProblemError('InvalidInput', `An account has at most ${tokenLimit} tokens: revoke one first.`)
      const token = `${tokenPrefix}${newSecret()}`
      const row = {
        id: randomUUID(),
        account_id: accountId,
        token_hash: secretHash(token),
        name,
        publisher_id: publisherId,
        role,
        created_time: now.toISOString(),
        expires_time: new Date(now.getTime() + days * day).toISOString(),
        used_time: null,
      }
      await tx.insertInto('personal_token').values(row).execute()
      return { ...toToken(row), token }
    }),

  /** Those of the account, expired ones too, newest first. */
  async list(accountId: string): Promise<PersonalToken[]> {
    const rows = await db
      .selectFrom('personal_token')
      .selectAll()
      .where('account_id', '=', accountId)
      .orderBy('created_time', 'desc')
      .orderBy('id')
      .execute()
    return rows.map(toToken)
  },

  /** A token that can be used now, with its account. */
  async find(token: string, now: Date): Promise<(PersonalToken & { accountId: string }) | undefined> {
    const row = await db
      .selectFrom('personal_token')
      .selectAll()
      .where('token_hash', '=', secretHash(token))
      .where('expires_time', '>', now.toISOString())
      .executeTakeFirst()
    return row && { ...toToken(row), accountId: row.account_id }
  },

  async use(id: string, now: Date) {
    await db.updateTable('personal_token').set({ used_time: now.toISOString() }).where('id', '=', id).execute()
  },

  /** Removes those for one publisher. */
  async removeAt(accountId: string, publisherId: string) {
    await db
      .deleteFrom('personal_token')
      .where('account_id', '=', accountId)
      .where('publisher_id', '=', publisherId)
      .execute()
  },

  /** Returns whether the account had it. */
  async remove(accountId: string, id: string): Promise<boolean> {
    const { numDeletedRows } = await db
      .deleteFrom('personal_token')
      .where('account_id', '=', accountId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return numDeletedRows > 0
  },
})

type Row = {
  id: string
  name: string
  publisher_id: string
  role: string
  created_time: string
  expires_time: string
  used_time: string | null
}

const toToken = (row: Row): PersonalToken => ({
  id: row.id,
  name: row.name,
  publisherId: row.publisher_id,
  role: roles.find((known) => known === row.role)!,
  createdTime: row.created_time,
  expiresTime: row.expires_time,
  ...(row.used_time && { usedTime: row.used_time }),
})
