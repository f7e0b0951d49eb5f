import { type Field, type Form, targetOf } from '../../../contract/forms.ts'
import type { ProblemDetail } from '../../../contract/problems.ts'
import type { Check } from './check.ts'
import { fault } from './faults.ts'
import { entryOf, isGiven, listOf, textOf, valuesOf } from './fields.ts'
import { isEmail, isWebAddress } from './formats.ts'
import { hyphenatedId } from './ids.ts'
import { versionFaults } from './versions.ts'

/** What the fields of an offer type demand of its content: values, limits and formats, in the order of the Editor. */
export const declared =
  (form: Form): Check =>
  (definition) =>
    form.flatMap((tab) => [
      ...(tab.ofPlans ? planFaults(definition) : []),
      ...tab.fields.flatMap((field) =>
        field.name === 'displayText'
          ? faultsIn(field, field.name, definition.displayText)
          : field.name === 'planId'
            ? []
            : valuesOf(definition, targetOf(tab, field)).flatMap(({ value, plan }) =>
                faultsIn(field, targetOf(tab, field), value, plan),
              ),
      ),
    ])

const planFaults: Check = ({ plans }) =>
  plans.length === 0
    ? [fault('planRequired', 'plans')]
    : [...Map.groupBy(plans, (plan) => plan.planId)].flatMap(([plan, sharing]) => {
        if (!hyphenatedId.test(plan)) return [fault('planIdInvalid', 'plans.planId', { plan })]
        return sharing.length > 1 ? [fault('planIdTaken', 'plans.planId', { plan })] : []
      })

type Where = { plan?: string }

/** The faults of one value; `plan` names the plan that has it. */
function faultsIn(field: Field, target: string, value: unknown, plan?: string): ProblemDetail[] {
  const where = plan === undefined ? {} : { plan }
  if (!isGiven(value)) {
    if (!field.required) return []
    return [plan === undefined ? fault('requiredField', target) : fault('requiredPlanField', target, where)]
  }
  if (field.kind === 'versions') return versionFaults(value, target, plan)
  return [...excess(field, target, value, where), ...malformed(field, target, value, where)]
}

function excess({ kind, limit }: Field, target: string, value: unknown, where: Where): ProblemDetail[] {
  if (limit === undefined) return []
  if (kind === 'text') return textOf(value).length > limit ? [fault('textTooLong', target, { ...where, limit })] : []
  const number = listOf(value).length
  return number > limit ? [fault('tooManyEntries', target, { ...where, number, limit })] : []
}

const addressKinds: readonly Field['kind'][] = ['address', 'image']

function malformed(field: Field, target: string, value: unknown, where: Where): ProblemDetail[] {
  const { kind, fields } = field
  if (addressKinds.includes(kind)) return isWebAddress(value) ? [] : [fault('urlInvalid', target, where)]
  if (kind === 'email') return isEmail(value) ? [] : [fault('emailInvalid', target, where)]
  if (kind !== 'rows') return []
  const addresses = fields?.filter(({ kind }) => addressKinds.includes(kind)) ?? []
  const isWhole = listOf(value)
    .map((row) => entryOf(field, row))
    .every((row) =>
      addresses.every(({ name, required }) => (!required && !isGiven(row[name])) || isWebAddress(row[name])),
    )
  return isWhole ? [] : [fault('urlInvalid', target, where)]
}
