import { timingSafeEqual } from 'node:crypto'
import { accountStore, type Caller } from '../store/accounts.ts'
import type { Deps } from './deps.ts'

/**
 * How long an answer may be repeated from memory, in milliseconds since 1970: until the credentials end, and, for a person
 * who uses the page, until that use has to be noted.
 */
export type Lasts = { ends: number; noted: number }

type Known = { caller: Caller; lasts: Lasts }

/** Finds the caller behind a bearer token: one of this machine's. */
export const bearer =
  ({ db, tokens }: Deps) =>
  async (authorization: string): Promise<Known | undefined> => {
    const presented = /^Bearer (\S+)$/i.exec(authorization)?.[1]
    if (!presented) return undefined
    const accountId = [...tokens].find(([token]) => same(token, presented))?.[1]
    const caller = accountId && (await accountStore(db).caller(accountId))
    return caller ? { caller, lasts: { ends: Infinity, noted: Infinity } } : undefined
  }

function same(expected: string, presented: string) {
  const [a, b] = [Buffer.from(expected), Buffer.from(presented)]
  return a.length === b.length && timingSafeEqual(a, b)
}
