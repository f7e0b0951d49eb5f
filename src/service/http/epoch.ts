import { createHash } from 'node:crypto'
import type { Caller } from '../store/accounts.ts'
import type { Deps } from './deps.ts'

/** What revisions in an answer are counted over: this database, and these publishers. */
export const epochOver = async ({ databaseId }: Pick<Deps, 'databaseId'>, publisherIds: Iterable<string>) =>
  createHash('sha256')
    .update(JSON.stringify([await databaseId(), ...publisherIds]))
    .digest('base64url')
    .slice(0, 16)

export const epochOf = (deps: Pick<Deps, 'databaseId'>, { roles }: Caller) => epochOver(deps, roles.keys())
