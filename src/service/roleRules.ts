import { type Role, roles } from '../contract/session.ts'

/** What an issuer says about a person or a tool. */
export type Claims = Readonly<Record<string, unknown>>

/** Who has `value` in `claim` gets `role` at `publisher`, which can be `*` (all) or `{publisher}` (a part of the value). */
export type RoleRule = { claim: string; value: string; publisher: string; role: Role } | OperatorRule
type OperatorRule = { claim: string; value: string; role: 'operator' }

/** The publishers by id, `*` for all of them, each with a role. */
export type Claimed = { operator: boolean; roles: Map<string, Role> }

const publisherId = '[a-z0-9][a-z0-9-]{1,48}[a-z0-9]'
const isPublisher = new RegExp(`^(?:${publisherId}|\\*|\\{publisher\\})$`)

/** `groups=Contoso Admins contoso/owner; groups=Support * /reader` without the space; undefined when it is not like this. */
export function parseRoleRules(text: string): RoleRule[] | undefined {
  const rules = text
    .split(/[;\n]/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map(parseRule)
  return rules.length > 0 && rules.every((rule) => rule !== undefined) ? rules : undefined
}

function parseRule(text: string): RoleRule | undefined {
  const [, claim, value, target] = /^([^=\s]+)=(.*\S)\s+(\S+)$/.exec(text) ?? []
  if (!claim || !value || !target) return undefined
  if (target === 'operator') return { claim, value, role: 'operator' }
  const [publisher = '', name, ...rest] = target.split('/')
  const role = roles.find((known) => known === name)
  if (!role || rest.length > 0 || !isPublisher.test(publisher)) return undefined
  if ((publisher === '{publisher}') !== (value.split('{publisher}').length === 2)) return undefined
  return { claim, value, publisher, role }
}

/** What the rules make of claims: the strongest role at each publisher. */
export function claimedBy(rules: readonly RoleRule[], claims: Claims): Claimed {
  const claimed: Claimed = { operator: false, roles: new Map() }
  for (const rule of rules)
    for (const value of valuesOf(claims, rule.claim)) {
      const publisher = publisherOf(rule, value)
      if (publisher === undefined) continue
      if (rule.role === 'operator') claimed.operator = true
      else {
        const known = claimed.roles.get(publisher)
        claimed.roles.set(publisher, roles.find((role) => role === rule.role || role === known)!)
      }
    }
  return claimed
}

/** The publisher that a value leads to; undefined when the rule is about another value. */
function publisherOf(rule: RoleRule, value: string): string | undefined {
  if (rule.role === 'operator') return value === rule.value ? '' : undefined
  if (rule.publisher !== '{publisher}') return value === rule.value ? rule.publisher : undefined
  const [before = '', after = ''] = rule.value.split('{publisher}')
  const fits = value.length > before.length + after.length && value.startsWith(before) && value.endsWith(after)
  const id = value.slice(before.length, value.length - after.length)
  return fits && new RegExp(`^${publisherId}$`).test(id) ? id : undefined
}

/** A claim is a text or a list; `realm_access.roles` leads into an object. An address counts only when it is verified. */
function valuesOf(claims: Claims, name: string): string[] {
  if (name === 'email' && claims.email_verified !== true) return []
  const direct =
    claims[name] ?? name.split('.').reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), claims)
  return [direct].flat().filter((value) => typeof value === 'string')
}

const isObject = (value: unknown): value is Claims => typeof value === 'object' && value !== null
