import { parseEstimate, upperBound } from '../../contract/estimates.ts'
import type { Definition } from '../../contract/offers.ts'
import type { OfferType } from '../offerTypes/offerType.ts'
import type { StepState, Submission } from './submission.ts'

/** Everything a transition may know besides the submission itself. */
export type World = {
  offerType: OfferType
  definition: Definition
  /** An operator decides by hand: no person's approval is granted by default. */
  held: boolean
  /** Milliseconds the step will take, or people need to approve it by default. */
  duration: (step: StepState, submission: Pick<Submission, 'id'>) => number
}

export const iso = (time: Date) => time.toISOString()

const never = '9999-12-31T23:59:59.999Z'

/** When the step ends by itself; never for one that waits for a person's word. */
export function stepEnd(step: StepState, submission: Pick<Submission, 'id'>, world: World): string {
  if (step.actor === 'publisher' || (step.actor === 'microsoft' && world.held)) return never
  return iso(new Date(Date.parse(step.startedTime!) + world.duration(step, submission)))
}

/** When the estimate's upper bound is over; undefined for a step without one, and for the publisher's own (D20). */
export function overdueTime({ actor, startedTime, estimatedTimeFrame = '' }: StepState): string | undefined {
  const estimate = actor === 'publisher' ? undefined : parseEstimate(estimatedTimeFrame)
  return startedTime && estimate && iso(new Date(Date.parse(startedTime) + upperBound(estimate)))
}

/** When time alone does something to the step next: ends it, or makes it overdue. */
export function dueTime(step: StepState, submission: Pick<Submission, 'id'>, world: World): string | undefined {
  const times = [stepEnd(step, submission, world), step.overdue ? never : (overdueTime(step) ?? never)]
  const first = times.sort()[0]
  return first === never ? undefined : first
}
