import type { Message, Step } from './status.ts'
import { isUnderWay } from './steps.ts'

/** A fault that a step of an attempt reported. */
export type Fault = { step: Step; message: Message }

/** Faults of two attempts; `unchecked`: the later attempt has not come to the step that reported it. */
export type AttemptChanges = Record<'resolved' | 'appeared' | 'same' | 'unchecked', Fault[]>

type Attempted = { steps: readonly Step[] }

/** What the later attempt reports of the faults of the earlier one, and which are new. */
export function attemptChanges(earlier: Attempted, later: Attempted): AttemptChanges {
  const before = faultsOf(earlier)
  const after = faultsOf(later)
  const known = new Set(before.map(nameOf))
  const remaining = new Set(after.map(nameOf))
  const gone = before.filter((fault) => !remaining.has(nameOf(fault)))
  return {
    resolved: gone.filter((fault) => isPassed(later, fault)),
    unchecked: gone.filter((fault) => !isPassed(later, fault)),
    appeared: after.filter((fault) => !known.has(nameOf(fault))),
    same: after.filter((fault) => known.has(nameOf(fault))),
  }
}

const faultsOf = ({ steps }: Attempted): Fault[] =>
  steps.flatMap((step) => step.messages.filter(({ level }) => level === 'error').map((message) => ({ step, message })))

/** One code in two places is two faults; a message without a code is known by its text. */
const nameOf = ({ step, message: { code, target, values, messageHtml } }: Fault) =>
  JSON.stringify(code ? [step.id, code, target, values] : [step.id, messageHtml])

/** The step reported again, or completed: whatever it does not report any more is resolved. */
function isPassed({ steps }: Attempted, { step: { id } }: Fault) {
  const step = steps.find((step) => step.id === id)
  if (!step) return true
  return step.status === 'complete' || (isUnderWay(step) && step.messages.some(({ level }) => level === 'error'))
}
