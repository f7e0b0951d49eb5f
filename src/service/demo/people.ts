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

type Options = {
  /** The publisher of Partner Center's offers. */
  remote?: string | undefined
  /** Whether the demonstration accounts are there to switch to: not where people sign in. */
  isLocal?: boolean
  hasDemo?: boolean
}

/** The publishers and accounts that local mode works with, and the publisher of Partner Center's offers; what was removed since does not come back. */
export const addPeople = (db: Database, now: Date, { remote, isLocal = true, hasDemo = true }: Options = {}) =>
  db.transaction().execute(async (tx) => {
    const added = new Set<string>()
    const wanted = [
      ...(isLocal || hasDemo ? publishers : []),
      ...(remote ? [{ id: remote, displayText: 'Partner Center', sellerId: 0 }] : []),
    ]
    for (const publisher of wanted) if (await publisherStore(tx).add(publisher, now)) added.add(publisher.id)
    for (const account of accounts) {
      if (!isLocal && !account.operator) continue
      const roles =
        account.roles === everywhere && remote ? { ...everywhere, [remote]: 'owner' as const } : account.roles
      await accountStore(tx).add({ ...account, roles }, added)
    }
  })
