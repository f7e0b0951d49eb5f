import { join } from 'node:path'
import { addOffers } from './demo/offers.ts'
import { addPeople, demoOwner } from './demo/people.ts'
import type { Deps } from './deps.ts'
import { simulatedMarketplace } from './marketplace/simulated.ts'
import { startWorker } from './marketplace/worker.ts'
import type { Settings } from './settings.ts'
import { openStore } from './store/open.ts'
import { localTokens } from './tokens.ts'

/** How often the marketplace looks for what is due, in milliseconds. */
const lookInterval = 500

/** Opens the database, fills an empty one, and lets the marketplace's time pass; `close` ends both, losing nothing. */
export async function openService(settings: Settings, log: (error: Error) => void) {
  const now = () => new Date()
  const store = await openStore(settings.DATABASE_URL ?? join(settings.DATA_DIR, 'dashboard.db'))
  await addPeople(store.db)
  if (settings.DEMO === '1') await addOffers(store.db, now())
  const marketplace = simulatedMarketplace({ db: store.db, now, pace: settings.MARKETPLACE_PACE, log })
  const stopWorker = startWorker(marketplace, Math.min(lookInterval, settings.MARKETPLACE_PACE * 250), log)
  const deps: Deps = {
    db: store.db,
    stamp: store.stamp,
    now,
    marketplace,
    tokens: localTokens(settings.DATA_DIR),
    demoAccount: demoOwner,
    hosts: ['localhost', '127.0.0.1', '[::1]', ...(settings.PUBLIC_URL ? [new URL(settings.PUBLIC_URL).hostname] : [])],
    log,
  }
  return {
    deps,
    close: async () => {
      await stopWorker()
      await store.close()
    },
  }
}
