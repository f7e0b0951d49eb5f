import type { Database } from '../../store/database.ts'
import { remoteAccountStore } from '../../store/remoteAccount.ts'
import { type Budget, unused } from './budget.ts'
import type { BudgetStore } from './limiter.ts'

/** The budget in the database, so that replicas together make no more calls than one would. */
export function sharedBudget(db: Database): BudgetStore {
  const account = remoteAccountStore(db)
  return {
    async read(): Promise<Budget> {
      const text = await account.read()
      return text === undefined ? unused : JSON.parse(text)
    },
    swap: (before, after) =>
      account.swap(before === unused ? undefined : JSON.stringify(before), JSON.stringify(after)),
  }
}
