import type { EventType } from '../../contract/history.ts'
import type { NoticeKind } from '../../contract/notifications.ts'
import { messageOf, plainMessage } from './messages.ts'
import { dueTime, iso, type World } from './schedule.ts'
import { liveId, type StepState, type Submission, type SubmissionState, signOffId } from './submission.ts'

/** What history keeps of a transition. */
export type Event = { type: EventType; actor: string; details: Record<string, unknown> }

export type Transition = { submission: Submission; events: Event[]; notices: { kind: NoticeKind; stepId: string }[] }

/** Who acts in history where no person does. */
export const marketplace = 'marketplace'
/** A step in history: the code names it in the reader's language. */
export const at = ({ id, code }: StepState) => ({ step: id, stepCode: code })

/** The step's time is over, or people approved it: its check has the last word. */
export function settle(
  submission: Submission,
  step: StepState,
  world: World,
  now: Date,
  events: Event[] = [],
): Transition {
  const declared = world.offerType.steps.find(({ id }) => id === step.id)
  const faults = declared?.check?.(world.definition) ?? []
  if (faults.length === 0) return follow(complete(submission, step, now), world, now, events)
  const messages = faults.map((fault) => messageOf(fault, now))
  return {
    submission: failed(submission, { ...step, status: 'blocked', messages }, now),
    events: [
      ...events,
      {
        type: 'OfferStepBlocked',
        actor: marketplace,
        details: { ...at(step), codes: faults.map(({ code }) => code) },
      },
    ],
    notices: [{ kind: 'error', stepId: step.id }],
  }
}

export function complete(submission: Submission, step: StepState, now: Date): Submission {
  const done = plainMessage('stepCompleted', 'Step completed.', now)
  return moved(submission, [{ ...step, status: 'complete', endedTime: iso(now), messages: [done] }], now, {})
}

/** Begins the step after the one just completed, or ends the submission with Live. */
export function follow(submission: Submission, world: World, now: Date, events: Event[]): Transition {
  const index = submission.steps.findIndex(({ status }) => status === 'notStarted')
  const last = submission.steps.findLast(({ status }) => status === 'complete')!
  if (index < 0) {
    return {
      submission: { ...submission, state: 'succeeded' },
      events: [...events, { type: 'OfferWentLive', actor: marketplace, details: { version: submission.offerVersion } }],
      notices: [{ kind: 'live', stepId: liveId }],
    }
  }
  const next = enter(submission, index, world, now)
  const waits = next.state === 'waitingForPublisherReview'
  return {
    submission: next,
    events: events.length ? events : [{ type: 'OfferStepCompleted', actor: marketplace, details: at(last) }],
    notices: waits
      ? [
          { kind: 'previewReady', stepId: signOffId },
          { kind: 'signOffNeeded', stepId: signOffId },
        ]
      : [],
  }
}

const statusOnEntry = {
  marketplace: 'inProgress',
  microsoft: 'waitingForApproval',
  publisher: 'waitingForPublisherReview',
} as const

export function enter(submission: Submission, index: number, world: World, now: Date): Submission {
  const declared = submission.steps[index]!
  const step: StepState = { ...declared, status: statusOnEntry[declared.actor], startedTime: iso(now) }
  const state: SubmissionState = step.actor === 'publisher' ? 'waitingForPublisherReview' : 'running'
  const { dueTime: _, ...rest } = submission
  const steps = submission.steps.with(index, step)
  const due = dueTime(step, submission, world)
  return { ...rest, state, steps, ...(due && { dueTime: due }) }
}

export function failed(submission: Submission, step: StepState, now: Date): Submission {
  return moved(submission, [{ ...step, endedTime: iso(now) }], now, { state: 'failed' })
}

export function moved(
  submission: Submission,
  changed: StepState[],
  now: Date,
  { dueTime, ...changes }: Partial<Submission>,
): Submission {
  const { dueTime: _, ...rest } = submission
  return {
    ...rest,
    ...changes,
    ...(dueTime && { dueTime }),
    steps: submission.steps.map((step) => changed.find(({ id }) => id === step.id) ?? step),
    changedTime: iso(now),
    revision: submission.revision + 1,
  }
}
