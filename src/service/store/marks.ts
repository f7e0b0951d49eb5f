import type { Database, Engine } from './database.ts'
import { inTurn } from './inTurn.ts'

/** What an answer was made of, as of change number `at`: of these scopes or, without them, of the whole database. */
export type Basis = { at: number; scopes?: readonly string[] | undefined }

export type Marks = {
  /** Learns what has changed, in this process or another; returns the number of the newest change. */
  look: () => Promise<number>
  /** Whether nothing that an answer was made of has changed, as far as the last look could see. */
  holds: (basis: Basis) => boolean
}

export const publisherScope = (publisherId: string) => `publisher/${publisherId}`
export const accountScope = (accountId: string) => `account/${accountId}`

/** Reads the marks that the database keeps of its changes, and only those that are new since the last look. */
export function marksOf(db: Database, { stamp, unseenFrom }: Pick<Engine, 'stamp' | 'unseenFrom'>): Marks {
  const known = new Map<string, { n: number; at: number }>()
  let seen: string | undefined
  let from = 0
  let newest = 0

  const read = async () => {
    const current = await stamp()
    if (current === seen) return newest
    const rows = await db.selectFrom('mark').select(['scope', 'n']).where('n', '>=', from).execute()
    newest++
    for (const { scope, n } of rows) if (known.get(scope)?.n !== n) known.set(scope, { n, at: newest })
    from = unseenFrom(
      current,
      rows.reduce((most, { n }) => Math.max(most, n), from),
    )
    seen = current
    return newest
  }

  return {
    look: inTurn(read),
    holds: ({ at, scopes }) => (scopes ? scopes.every((scope) => (known.get(scope)?.at ?? 0) <= at) : at === newest),
  }
}
