import type { Caller } from '../store/accounts.ts'
import { offerStore } from '../store/offers.ts'
import type { Database } from '../store/open.ts'

/** The publishers whose history and mails the caller may read: their own, or as an operator all. */
export const visiblePublishers = async ({ operator, roles }: Caller, db: Database): Promise<string[]> =>
  operator ? offerStore(db).publisherIds() : [...roles.keys()]
