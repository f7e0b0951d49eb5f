import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { type Budget, begun, type Ending, ended, freeFrom, type Limits, unused } from './budget.ts'

/** Where the budget is kept: `swap` returns false when another replica has changed it since. */
export type BudgetStore = {
  read: () => Promise<Budget>
  swap: (before: Budget, after: Budget) => Promise<boolean>
}

/** For a program that uses the account alone. */
export function budgetInMemory(): BudgetStore {
  let budget = unused
  return {
    read: async () => budget,
    swap: async (before, after) => {
      if (before !== budget) return false
      budget = after
      return true
    },
  }
}

/** Milliseconds between two attempts while the most parallel calls run, and the number of attempts. */
const pause = 50
const attempts = 200

/** Keeps the whole account, from all replicas, within its calls per minute and its parallel calls. */
export function limiter(store: BudgetStore, now: () => Date, limits: Limits) {
  const time = () => now().getTime()

  async function change(next: (budget: Budget) => Budget) {
    for (;;) {
      const budget = await store.read()
      if (await store.swap(budget, next(budget))) return
    }
  }

  return {
    /** Begins a call that takes `longest` milliseconds at most; a time when it has to wait until then. */
    async begin(longest: number, reserved: number): Promise<{ id: string } | { freeAt: Date }> {
      const id = randomUUID()
      for (let left = attempts; left > 0; ) {
        const budget = await store.read()
        const next = begun(budget, limits, { id, time: time(), until: time() + longest, reserved })
        if (!('freeAt' in next)) {
          if (await store.swap(budget, next)) return { id }
          continue
        }
        if (next.freeAt > time()) return { freeAt: new Date(next.freeAt) }
        left--
        await setTimeout(pause)
      }
      return { freeAt: new Date(time() + 5_000) }
    },
    /** Ends a call; returns when the next may begin. */
    async end(id: string, ending: Ending): Promise<Date> {
      await change((budget) => ended(budget, id, ending, time()))
      return this.freeAt(0)
    },
    /** Whether this replica shall read the list of products: none has read it for `interval` milliseconds. */
    async claimList(interval: number): Promise<boolean> {
      for (;;) {
        const budget = await store.read()
        if (budget.listed !== undefined && time() < budget.listed + interval) return false
        if (await store.swap(budget, { ...budget, listed: time() })) return true
      }
    },
    freeAt: async (reserved: number) =>
      new Date(freeFrom(await store.read(), limits.callsPerMinute - reserved, time())),
    state: store.read,
  }
}
