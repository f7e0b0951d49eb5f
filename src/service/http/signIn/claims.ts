import { acceptInvitations } from '../../members/accept.ts'
import { type Claims, claimedBy, type RoleRule } from '../../roleRules.ts'
import { accountStore, type Person } from '../../store/accounts.ts'
import type { Database } from '../../store/database.ts'
import { membershipStore, stronger } from '../../store/memberships.ts'
import { publisherStore } from '../../store/publishers.ts'
import type { SignIn } from './signIn.ts'

type Certain = Claims & { sub: string }

/** The person, or the tool, that claims are about. */
export function personOf(issuer: string, claims: Certain): Person {
  const text = (name: string) =>
    typeof claims[name] === 'string' && claims[name].trim() ? claims[name].trim() : undefined
  const email = claims.email_verified === false ? undefined : text('email')
  const known = email ?? text('preferred_username') ?? text('client_id') ?? claims.sub
  return { issuer, subject: claims.sub, name: (text('name') ?? known).slice(0, 200), email: known.slice(0, 254) }
}

/** The roles that the rules make of claims. A publisher that a rule names for the first time is added. */
export async function rolesFrom(db: Database, rules: readonly RoleRule[], claims: Claims, now: Date) {
  const { operator, roles } = claimedBy(rules, claims)
  const publishers = publisherStore(db)
  const everywhere = roles.get('*')
  roles.delete('*')
  const known = new Set(await publishers.ids())
  for (const id of [...roles.keys()].sort())
    if (!known.has(id)) await publishers.add({ id, displayText: id, sellerId: 0 }, now)
  if (everywhere) for (const id of known) roles.set(id, stronger(everywhere, roles.get(id)))
  return { operator, roles }
}

/** Keeps what the issuer says about the person at this sign-in; undefined when they have nothing to do here. */
export async function admit(db: Database, { provider, rules }: SignIn, claims: Certain, now: Date) {
  return db.transaction().execute(async (tx) => {
    const { operator, roles } = await rolesFrom(tx, rules, claims, now)
    const accounts = accountStore(tx)
    const accountId = await accounts.accountOf(personOf(provider.issuer, claims))
    await accounts.setOperator(accountId, operator)
    await membershipStore(tx).setClaimed(accountId, roles)
    if (claims.email_verified === true && typeof claims.email === 'string')
      await acceptInvitations(tx, { accountId, email: claims.email }, now)
    const caller = await accounts.caller(accountId)
    return caller && (caller.operator || caller.roles.size > 0) ? caller : undefined
  })
}
