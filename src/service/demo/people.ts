import { apiAccount, operatorAccount } from '../store/accounts.ts'
import type { Database } from '../store/database.ts'

export const demoOwner = 'avery'

const publishers = [
  { id: 'contoso', display_text: 'Contoso', seller_id: 4_711_001 },
  { id: 'fabrikam', display_text: 'Fabrikam', seller_id: 4_711_002 },
  { id: 'northwind', display_text: 'Northwind Traders', seller_id: 4_711_003 },
]

const everywhere = { contoso: 'owner', fabrikam: 'owner', northwind: 'owner' }

const accounts = [
  { id: demoOwner, name: 'Avery Stone', email: 'avery@contoso.com', roles: everywhere },
  { id: 'camille', name: 'Camille Laurent', email: 'camille@contoso.com', roles: { contoso: 'contributor' } },
  { id: 'minjun', name: 'Min-jun Kim', email: 'minjun@fabrikam.com', roles: { contoso: 'reader', fabrikam: 'reader' } },
  { id: 'noor', name: 'Noor Haddad', email: 'noor@northwindtraders.com', roles: { northwind: 'owner' } },
  { id: apiAccount, name: 'API token', email: 'api@contoso.com', roles: everywhere },
  { id: operatorAccount, name: 'Marketplace operator', email: 'microsoft', roles: {}, operator: 1 },
]

/** The publishers and accounts that local mode works with; writing them again changes nothing. */
export const addPeople = (db: Database, now: Date) =>
  db.transaction().execute(async (tx) => {
    for (const publisher of publishers)
      await tx
        .insertInto('publisher')
        .values({ ...publisher, version: 1, revision: firstRevision(now) })
        .onConflict((c) => c.doNothing())
        .execute()
    for (const { roles, operator = 0, ...account } of accounts) {
      await tx
        .insertInto('account')
        .values({ ...account, operator })
        .onConflict((c) => c.doNothing())
        .execute()
      for (const [publisher_id, role] of Object.entries(roles))
        await tx
          .insertInto('membership')
          .values({ account_id: account.id, publisher_id, role })
          .onConflict((c) => c.doNothing())
          .execute()
    }
  })

/** Seconds since 1970, so that pages still open on an earlier database do not take a new one's answers for older ones. */
const firstRevision = (now: Date) => Math.floor(now.getTime() / 1000)
