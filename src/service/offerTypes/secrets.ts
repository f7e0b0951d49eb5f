import type { Definition } from '../../contract/offers.ts'
import { isGiven, listOf, recordOf } from './checks/fields.ts'
import { isRedacted, redacted } from './checks/redaction.ts'

const secretName =
  /(?:password|passphrase|pwd|secret|token|credential|connectionString|(?:access|account|application|api|storage|private|primary|secondary|shared|master|function)Key)s?$/i

/** An expression of a template such as `[parameters('adminPassword')]` names a secret and holds none. */
const isExpression = (value: unknown) => typeof value === 'string' && /^\[.*\]$/s.test(value)

/** A template's parameter whose values Azure itself never shows. */
const isSecure = (parameter: object) => /^secure(?:string|object)$/i.test(String(recordOf(parameter).type))

const isSecretName = (name: string, holder: object) =>
  secretName.test(name) || (/^(?:defaultValue|value)$/.test(name) && isSecure(holder))

/** Everything under a secret name is secret, whatever its shape; a flag or an empty value reveals nothing. */
export const isSecret = (name: string, value: unknown, holder: object) =>
  isSecretName(name, holder) &&
  !isExpression(value) &&
  typeof value !== 'boolean' &&
  value !== null &&
  value !== undefined

/** No offer's content goes deeper; what does is not worth a stack. */
const deepest = 64

/** The definition as it may be read: secrets are absent, signatures in addresses replaced. */
export const withoutSecrets = ({ displayText, offer, plans }: Definition): Definition => ({
  displayText,
  offer: open(offer) as Definition['offer'],
  plans: open(plans) as Definition['plans'],
})

function open(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redacted(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth === deepest) return null
  if (Array.isArray(value)) return value.map((item) => open(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, inner]) => !isSecret(name, inner, value))
      .map(([name, inner]) => [name, open(inner, depth + 1)]),
  )
}

/** Where the secrets are that `withoutSecrets` leaves out: the plan or `offer`, then the names of the properties. */
export const placesOfSecrets = ({ offer, plans }: Definition): string[][] => [
  ...secretsIn(offer).map((path) => ['offer', ...path]),
  ...plans.flatMap((plan) => secretsIn(plan).map((path) => ['plans', plan.planId, ...path])),
]

function secretsIn(value: unknown, depth = 0): string[][] {
  if (typeof value !== 'object' || value === null || depth === deepest) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    isSecret(name, inner, value)
      ? isGiven(inner)
        ? [[name]]
        : []
      : secretsIn(inner, depth + 1).map((path) => [name, ...path]),
  )
}

/** What a client sends back after reading lacks the secrets: where they are absent or redacted, the previous ones stay. */
export function keepSecrets(previous: Definition, next: Definition): Definition {
  const addresses = new Map<string, string>()
  collect(previous.offer, addresses)
  collect(previous.plans, addresses)
  return {
    displayText: next.displayText,
    offer: keep(previous.offer, next.offer, addresses) as Definition['offer'],
    plans: keep(inOrderOf(previous.plans, next.plans), next.plans, addresses) as Definition['plans'],
  }
}

/** An address may have moved, as when a version is removed before it, but only to a property of the same name. */
const addressKey = (name: string, text: string) => `${name} ${text}`

function collect(value: unknown, addresses: Map<string, string>, name = '', depth = 0): void {
  if (typeof value === 'string' && redacted(value) !== value) addresses.set(addressKey(name, redacted(value)), value)
  if (typeof value !== 'object' || value === null || depth === deepest) return
  for (const [key, inner] of Object.entries(value)) {
    collect(inner, addresses, Array.isArray(value) ? name : key, depth + 1)
  }
}

function keep(before: unknown, after: unknown, addresses: Map<string, string>, name = '', depth = 0): unknown {
  if (typeof after === 'string') {
    if (!isRedacted(after)) return after
    return typeof before === 'string' && redacted(before) === after
      ? before
      : (addresses.get(addressKey(name, after)) ?? after)
  }
  if (typeof after !== 'object' || after === null || depth === deepest) return after
  if (Array.isArray(after)) {
    return after.map((item, index) => keep(listOf(before)[index], item, addresses, name, depth + 1))
  }
  const old = recordOf(before)
  const kept = Object.entries(after).map(([key, inner]) => {
    const was = Object.hasOwn(old, key) ? old[key] : undefined
    const stays = typeof inner === 'string' && isRedacted(inner) && isSecret(key, was, old) && sameAddresses(old, after)
    return [key, stays ? was : keep(was, inner, addresses, key, depth + 1)]
  })
  // A parameter that is no longer secure would show what it kept.
  const absent = Object.entries(old).filter(
    ([key, was]) => !Object.hasOwn(after, key) && isSecret(key, was, old) && isSecretName(key, after),
  )
  return Object.fromEntries([...kept, ...(sameAddresses(old, after) ? absent : [])])
}

type Plans = Definition['plans']

/**
 * Each plan as it was: known by its id, whatever the order; a renamed one by its content, else by its place while the number
 * of plans is the same. Undefined for a new plan.
 */
function inOrderOf(before: Plans, after: Plans): (Plans[number] | undefined)[] {
  const ids = new Set(after.map(idOf))
  const gone = new Set(before.filter((plan) => !ids.has(idOf(plan))))
  const found = after.map((plan, index) => [before[index], ...before].find((one) => one && idOf(one) === idOf(plan)))
  const claim = (index: number, renamed: Plans[number] | undefined) => {
    if (!renamed || found[index] || !gone.delete(renamed)) return
    found[index] = renamed
  }
  for (const [index, plan] of after.entries())
    claim(index, found[index] ? undefined : [...gone].find((one) => contentOf(one) === contentOf(plan)))
  if (before.length === after.length) for (const index of after.keys()) claim(index, before[index])
  return found
}

const idOf = ({ planId }: Plans[number]) => redacted(planId)
/** All but the id, as it may be read. */
const contentOf = (plan: Plans[number]) => JSON.stringify({ ...recordOf(open(plan)), planId: '' })

const addressName = /(?:url|uri|host|server|endpoint|registryName)$/i

/** A secret is kept only for the address it was saved with: a changed address must not receive it. */
function sameAddresses(before: Record<string, unknown>, after: object): boolean {
  const now = recordOf(after)
  return Object.entries(before).every(
    ([name, value]) => !addressName.test(name) || typeof value !== 'string' || originOf(now[name]) === originOf(value),
  )
}

function originOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const address = redacted(value)
  return URL.parse(address)?.origin ?? address
}
