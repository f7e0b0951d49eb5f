import { timingSafeEqual } from 'node:crypto'
import { ProblemError } from '../problems.ts'
import { accountStore, type Caller } from '../store/accounts.ts'
import { membershipStore, stronger, weaker } from '../store/memberships.ts'
import { personalTokenStore, tokenPrefix } from '../store/personalTokens.ts'
import type { Deps } from './deps.ts'
import { personOf, rolesFrom } from './signIn/claims.ts'
import type { SignIn } from './signIn/signIn.ts'

/**
 * How long an answer may be repeated from memory, in milliseconds since 1970: until the credentials end, and, where their
 * use is told, until it has to be noted.
 */
export type Lasts = { ends: number; noted: number }

type Known = { caller: Caller; lasts: Lasts }

/** Milliseconds between two notes that a token was used. */
const noteEvery = 5 * 60_000

/** Finds the caller behind a bearer token: of this machine, of a person, or of the issuer. */
export function bearer({ db, now, tokens, signIn, log }: Deps) {
  const accounts = accountStore(db)
  const personal = personalTokenStore(db)

  async function ofMachine(presented: string): Promise<Known | undefined> {
    const accountId = [...tokens].find(([token]) => same(token, presented))?.[1]
    const caller = accountId && (await accounts.caller(accountId))
    return caller ? { caller, lasts: { ends: Infinity, noted: Infinity } } : undefined
  }

  /** It never has more rights than the person has now. */
  async function ofPerson(presented: string): Promise<Known | undefined> {
    const token = await personal.find(presented, now())
    const person = token && (await accounts.caller(token.accountId))
    const role = person?.roles.get(token!.publisherId)
    if (!token || !person || !role) return undefined
    const used = token.usedTime ? Date.parse(token.usedTime) : Number.NEGATIVE_INFINITY
    const time = now().getTime()
    const isDue = time >= used + noteEvery
    if (isDue) await personal.use(token.id, now())
    return {
      caller: { ...person, operator: false, roles: new Map([[token.publisherId, weaker(token.role, role)]]) },
      lasts: { ends: Date.parse(token.expiresTime), noted: (isDue ? time : used) + noteEvery },
    }
  }

  /** Its claims count for this request alone; roles that an owner granted here are added. */
  async function ofIssuer(presented: string, { provider, rules }: SignIn): Promise<Known | undefined> {
    const claims = await provider.accessToken(presented, now()).catch((error: Error) => {
      log(error)
      throw new ProblemError('Unavailable', 'The keys of the issuer cannot be read now: try again.')
    })
    if (!claims) return undefined
    const person = personOf(provider.issuer, claims)
    const accountId = await accounts.accountOf(person)
    const { operator, roles } = await rolesFrom(db, rules, claims, now())
    for (const [id, role] of await membershipStore(db).rolesOf(accountId, 'granted'))
      roles.set(id, stronger(role, roles.get(id)))
    const { name, email } = person
    const sorted = new Map([...roles].sort(([a], [b]) => (a < b ? -1 : 1)))
    return {
      caller: { accountId, name, email, operator, roles: sorted },
      lasts: { ends: claims.exp * 1000, noted: Infinity },
    }
  }

  return async (authorization: string): Promise<Known | undefined> => {
    const presented = /^Bearer (\S+)$/i.exec(authorization)?.[1]
    if (!presented) return undefined
    if (presented.startsWith(tokenPrefix)) return ofPerson(presented)
    const isSigned = presented.split('.').length === 3
    return signIn && isSigned ? ofIssuer(presented, signIn) : ofMachine(presented)
  }
}

function same(expected: string, presented: string) {
  const [a, b] = [Buffer.from(expected), Buffer.from(presented)]
  return a.length === b.length && timingSafeEqual(a, b)
}
