import { plainMessage } from './messages.ts'
import { dueTime, iso, type World } from './schedule.ts'
import type { StepState, Submission } from './submission.ts'

/** The part of a submission that a transition replaces as a whole. */
export type Progress = Pick<Submission, 'state' | 'steps' | 'dueTime'>

const statusOnEntry = {
  marketplace: 'inProgress',
  microsoft: 'waitingForApproval',
  publisher: 'waitingForPublisherReview',
} as const

export function begin(
  steps: StepState[],
  index: number,
  submission: Pick<Submission, 'id'>,
  world: World,
  now: Date,
): Progress {
  const declared = steps[index]!
  const step: StepState = { ...declared, status: statusOnEntry[declared.actor], startedTime: iso(now) }
  return {
    state: step.actor === 'publisher' ? 'waitingForPublisherReview' : 'running',
    steps: steps.with(index, step),
    dueTime: dueTime(step, submission, world),
  }
}

/** Completes the step and begins the next one; after the last one the submission has succeeded. */
export function complete(submission: Submission, step: StepState, world: World, now: Date): Progress {
  const messages = [plainMessage('stepCompleted', 'Step completed.', now)]
  const steps = replaced(submission.steps, { ...step, status: 'complete', endedTime: iso(now), messages })
  const next = steps.findIndex(({ status }) => status === 'notStarted')
  return next < 0 ? { state: 'succeeded', steps, dueTime: undefined } : begin(steps, next, submission, world, now)
}

/** Ends the submission at the step. */
export const fail = ({ steps }: Submission, step: StepState, now: Date): Progress => ({
  state: 'failed',
  steps: replaced(steps, { ...step, endedTime: iso(now) }),
  dueTime: undefined,
})

export const replaced = (steps: StepState[], step: StepState) =>
  steps.map((each) => (each.id === step.id ? step : each))
