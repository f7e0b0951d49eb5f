import { isDeepStrictEqual } from 'node:util'
import type { ContentChange } from '../../contract/contentChanges.ts'
import type { Definition } from '../../contract/offers.ts'
import { isGiven, planPrefix, recordOf, textOf, valuesOf } from './checks/fields.ts'
import { redacted } from './checks/redaction.ts'
import { isSecret } from './secrets.ts'

/** Longer texts are cut off: a list of changes is not the content. */
const longest = 300

type Place = Pick<ContentChange, 'target' | 'plan'>

/** Every value that differs, in the order of the later content; what only the earlier one had comes last. */
export function changesBetween(before: Definition, after: Definition): ContentChange[] {
  const plansBefore = new Map(before.plans.map((plan) => [plan.planId, plan]))
  const plansAfter = new Map(after.plans.map((plan) => [plan.planId, plan]))
  return [
    ...differing({ target: 'displayText' }, before.displayText, after.displayText),
    ...properties(before.offer, after.offer).flatMap((name) =>
      differing({ target: name }, before.offer[name], after.offer[name], name),
    ),
    ...keysOf(plansBefore, plansAfter).flatMap((plan): ContentChange[] => {
      const [was, is] = [plansBefore.get(plan), plansAfter.get(plan)]
      if (!was) return [{ target: 'plans', after: redacted(plan) }]
      if (!is) return [{ target: 'plans', before: redacted(plan) }]
      return properties(was, is).flatMap((name) =>
        differing({ target: `${planPrefix}${name}`, plan: redacted(plan) }, was[name], is[name], name),
      )
    }),
  ]
}

/** Whether the content at a place is the same in both: of a field, or of everything when no field is named. */
export const isSameAt = (before: Definition, after: Definition, target?: string): boolean =>
  isDeepStrictEqual(contentAt(before, target), contentAt(after, target))

function contentAt(definition: Definition, target: string | undefined): unknown {
  if (target === undefined) return definition
  return target === 'displayText' || target === 'plans' ? definition[target] : valuesOf(definition, target)
}

const keysOf = (before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>) => [
  ...new Set([...after.keys(), ...before.keys()]),
]
const properties = (before: object, after: object) => [...new Set([...Object.keys(after), ...Object.keys(before)])]

/** No offer's content is nested deeper. */
const deepest = 64

function differing(
  place: Place,
  before: unknown,
  after: unknown,
  name = '',
  holder: object = {},
  path: readonly string[] = [],
): ContentChange[] {
  if (isDeepStrictEqual(before, after) || (!isGiven(before) && !isGiven(after))) return []
  const where = { ...place, ...(path.length > 0 && { part: path.join(' › ') }) }
  if (isSecret(name, after ?? before, holder)) return [{ ...where, isSecret: true }]
  if (path.length < deepest && (isNested(before) || isNested(after))) {
    const [was, is] = [partsOf(before), partsOf(after)]
    const inner = keysOf(was, is).flatMap((key) =>
      differing(
        place,
        was.get(key),
        is.get(key),
        Array.isArray(after ?? before) ? name : key,
        recordOf(after ?? before),
        [...path, redacted(key)],
      ),
    )
    // The same parts in another order.
    return inner.length > 0 ? inner : [{ ...where, before: orderOf(was), after: orderOf(is) }]
  }
  const [was, is] = [shown(before), shown(after)]
  // Only what the redaction hides differs.
  if (was === is) return [{ ...where, isSecret: true }]
  return [{ ...where, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) }]
}

const isNested = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && (!Array.isArray(value) || value.some(isNested))

/** A list's items are known by their names when those are unique, else by their places. */
function partsOf(value: unknown): ReadonlyMap<string, unknown> {
  if (!isNested(value)) return new Map(isGiven(value) ? [['', value]] : [])
  if (!Array.isArray(value)) return new Map(Object.entries(value))
  const named = new Map(value.map((item) => [nameOf(item) ?? '', item]))
  return named.size === value.length ? named : new Map(value.map((item, index) => [String(index + 1), item]))
}

const orderOf = (parts: ReadonlyMap<string, unknown>) => redacted([...parts.keys()].join(', ')).slice(0, longest)

const nameOf = (item: unknown) => {
  const { planId, id, name, title, linkTitle } = recordOf(item)
  return [planId, id, name, title, linkTitle].map(textOf).find(Boolean)?.slice(0, 60)
}

function shown(value: unknown): string | undefined {
  if (!isGiven(value)) return undefined
  const text = Array.isArray(value) ? value.map(String).join(', ') : String(value)
  const open = redacted(text.slice(0, 10 * longest)).toWellFormed()
  return open.length > longest ? `${open.slice(0, longest)}…` : open
}
