import type { Field, Form } from '../../../contract/forms.ts'
import { OfferName } from '../../../contract/offerName.ts'
import { type FormValues, isRecord, keyOf, offerFields, planFields, type Values } from './values.ts'

/** A value that the service could not keep: where it is, and what is wrong. */
export type Blocked = {
  path: string
  target: string
  plan?: string
  code: 'name' | 'planId' | 'version'
}

/** What must be right even in an incomplete draft. */
export function blockedIn(form: Form, { displayText, offer, plans }: FormValues): Blocked[] {
  return [
    ...(OfferName.safeParse(displayText).success
      ? []
      : [{ path: 'displayText', target: 'displayText', code: 'name' } as const]),
    ...versionsIn(offerFields(form), offer, 'offer', ''),
    ...plans.flatMap((plan, index) => {
      const planId = String(plan.planId ?? '')
      const path = `plans.${index}`
      const isNamed = planId.length >= 1 && planId.length <= 50
      return [
        ...(isNamed ? [] : [{ path: `${path}.planId`, target: 'plans.planId', plan: planId, code: 'planId' } as const]),
        ...versionsIn(planFields(form), plan, path, 'plans.').map((blocked) => ({ ...blocked, plan: planId })),
      ]
    }),
  ]
}

/** Versions are the names of properties: each has one, and no two have the same. */
const versionsIn = (fields: readonly Field[], values: Values, path: string, prefix: string): Blocked[] =>
  fields
    .filter(({ kind }) => kind === 'versions')
    .flatMap(({ name }) => {
      const rows = values[keyOf(name)]
      const versions = Array.isArray(rows) ? rows.map((row) => (isRecord(row) ? String(row.version).trim() : '')) : []
      const isWhole = versions.every(Boolean) && new Set(versions).size === versions.length
      return isWhole ? [] : [{ path: `${path}.${keyOf(name)}`, target: prefix + name, code: 'version' } as const]
    })
