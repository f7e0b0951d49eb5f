import type { Field } from '../../../contract/forms.ts'
import type { Definition } from '../../../contract/offers.ts'

/** Properties of a plan are targets that begin so; the plan itself is named in the fault's `values.plan`. */
export const planPrefix = 'plans.'

/** An object's properties, none for anything else. */
export const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** JSON may be kept as an object or, as pasted into the editor, as its text. */
export function jsonOf(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

const virtualMachines = 'microsoft-azure-virtualmachines.'
const newerVirtualMachines = 'microsoft-azure-corevm.'

/** Newer tools write a virtual machine's plan under another prefix, and its images under another name too. */
export function otherNamesOf(property: string): string[] {
  if (!property.startsWith(virtualMachines)) return []
  const name = property.replace(virtualMachines, newerVirtualMachines)
  return [name, ...(name.endsWith('.vmImages') ? [`${name}PublicAzure`] : [])]
}

/** What a target names: one value of the offer, or one of each plan. */
export function valuesOf({ offer, plans }: Definition, target: string): { value: unknown; plan?: string }[] {
  if (!target.startsWith(planPrefix)) return [{ value: offer[target] }]
  const property = target.slice(planPrefix.length)
  const names = [property, ...otherNamesOf(property)]
  return plans.map((plan) => ({
    value: plan[names.find((name) => plan[name] !== undefined) ?? property],
    plan: plan.planId,
  }))
}

/** An entry of a list by its parts. */
export const entryOf = ({ plain }: Field, row: unknown) =>
  plain && typeof row === 'string' ? { [plain]: row } : recordOf(row)

/** A publisher has put something there: blank text and empty lists are nothing. */
export const isGiven = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.trim() !== ''
    : typeof value === 'object' && value !== null
      ? Object.keys(value).length > 0
      : value !== undefined && value !== null
