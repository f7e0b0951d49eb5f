import { accountStore, apiAccount, type NewAccount, operatorAccount } from '../store/accounts.ts'
import type { Database } from '../store/database.ts'
import { publisherStore } from '../store/publishers.ts'

export const demoOwner = 'avery'

const publishers = [
  { id: 'contoso', displayText: 'Contoso', sellerId: 4_711_001 },
  { id: 'fabrikam', displayText: 'Fabrikam', sellerId: 4_711_002 },
  { id: 'northwind', displayText: 'Northwind Traders', sellerId: 4_711_003 },
]

const everywhere: NewAccount['roles'] = { contoso: 'owner', fabrikam: 'owner', northwind: 'owner' }

const accounts: NewAccount[] = [
  { id: demoOwner, name: 'Avery Stone', email: 'avery@contoso.com', roles: everywhere },
  { id: 'camille', name: 'Camille Laurent', email: 'camille@contoso.com', roles: { contoso: 'contributor' } },
  { id: 'minjun', name: 'Min-jun Kim', email: 'minjun@fabrikam.com', roles: { contoso: 'reader', fabrikam: 'reader' } },
  { id: 'noor', name: 'Noor Haddad', email: 'noor@northwindtraders.com', roles: { northwind: 'owner' } },
  { id: apiAccount, name: 'API token', email: 'api@contoso.com', roles: everywhere },
  { id: operatorAccount, name: 'Marketplace operator', email: 'operator@localhost', roles: {}, operator: true },
]

/** The publishers and accounts that local mode works with; writing them again changes nothing. */
export const addPeople = (db: Database, now: Date) =>
  db.transaction().execute(async (tx) => {
    for (const publisher of publishers) await publisherStore(tx).add(publisher, now)
    for (const account of accounts) await accountStore(tx).add(account)
  })
