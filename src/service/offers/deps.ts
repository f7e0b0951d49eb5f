import type { Marketplace } from '../marketplace/marketplace.ts'
import type { Database } from '../store/database.ts'

/** What every use case needs. */
export type OfferDeps = { db: Database; marketplace: Marketplace; now: () => Date }
