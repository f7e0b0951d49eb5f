import type { Check } from './check.ts'
import { fault } from './faults.ts'
import { isGiven, valuesOf } from './fields.ts'

/** Targets are offer properties, or with the prefix `plans.` a property that every plan must have. */
export const required =
  (...targets: readonly string[]): Check =>
  (definition) =>
    targets.flatMap((target) =>
      valuesOf(definition, target)
        .filter(({ value }) => !isGiven(value))
        .map(({ plan }) =>
          plan === undefined ? fault('requiredField', target) : fault('requiredPlanField', target, { plan }),
        ),
    )

export const atLeastOnePlan: Check = ({ plans }) => (plans.length > 0 ? [] : [fault('planRequired', 'plans')])
