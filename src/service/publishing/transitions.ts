import type { EventType } from '../../contract/history.ts'
import type { NoticeKind } from '../../contract/notifications.ts'
import { stepsOf } from '../offerTypes/offerType.ts'
import { type Issue, messageOf, plainMessage, reviewMessage } from './messages.ts'
import { dueTime, iso, stepEnd, type World } from './schedule.ts'
import {
  currentStep,
  isRunning,
  liveId,
  type StepState,
  type Submission,
  type SubmissionState,
  signOffId,
} from './submission.ts'

/** What history keeps of a transition. */
export type Event = { type: EventType; actor: string; details: Record<string, unknown> }

export type Transition = { submission: Submission; events: Event[]; notices: { kind: NoticeKind; stepId: string }[] }

export type Decision =
  | { approved: true; reason?: string | undefined }
  | { approved: false; reason?: string | undefined; issues: Issue[] }

const marketplace = 'marketplace'
/** A step in history: the code names it in the reader's language. */
const at = ({ id, code }: StepState) => ({ step: id, stepCode: code })

type Request = Pick<
  Submission,
  | 'id'
  | 'publisherId'
  | 'offerId'
  | 'offerTypeId'
  | 'offerVersion'
  | 'publishingVersion'
  | 'notificationEmails'
  | 'language'
>

/** A new submission with its first step begun. */
export function publish(request: Request, world: World, actor: string, now: Date): Transition {
  const steps = stepsOf(world.offerType, world.definition).map(
    ({ check: _, when: __, ...declared }): StepState => ({ ...declared, status: 'notStarted', messages: [] }),
  )
  const submission: Submission = {
    ...request,
    state: 'running',
    steps,
    createdTime: iso(now),
    changedTime: iso(now),
    revision: 1,
  }
  return {
    submission: enter(submission, 0, world, now),
    events: [{ type: 'OfferPublishRequested', actor, details: { version: request.offerVersion } }],
    notices: [],
  }
}

/** What time alone brings, one transition at a time; undefined while nothing is due. */
export function advance(submission: Submission, world: World, now: Date): Transition | undefined {
  const step = currentStep(submission)
  if (!step || !submission.dueTime || iso(now) < submission.dueTime) return undefined
  if (iso(now) >= stepEnd(step, submission, world)) return settle(submission, step, world, now)
  return {
    submission: moved(submission, [{ ...step, overdue: true }], now, {
      dueTime: dueTime({ ...step, overdue: true }, submission, world),
    }),
    events: [{ type: 'OfferStepOverdue', actor: marketplace, details: at(step) }],
    notices: [{ kind: 'stillWaiting', stepId: step.id }],
  }
}

/** The publisher's sign-off; the caller has asked `goLiveRefusal`. */
export function goLive(submission: Submission, world: World, actor: string, now: Date): Transition {
  const event: Event = { type: 'OfferGoLiveRequested', actor, details: { version: submission.offerVersion } }
  return follow(complete(submission, currentStep(submission)!, now), world, now, [event])
}

/** D6: all steps read not started. When the marketplace cancels, the step where it did so says it. */
export function cancel(submission: Submission, by: { actor: string; reason?: string }, now: Date): Transition {
  const step = currentStep(submission)
  const { dueTime: _, ...rest } = submission
  const byMarketplace = by.actor === 'microsoft' || by.actor === 'system'
  return {
    submission: {
      ...rest,
      state: 'canceled',
      steps: submission.steps.map(({ id, code, stepName, description, estimatedTimeFrame, actor }) => ({
        id,
        code,
        stepName,
        description,
        ...(estimatedTimeFrame && { estimatedTimeFrame }),
        actor,
        status: byMarketplace && id === step?.id ? 'canceled' : 'notStarted',
        messages: [],
      })),
      cancellation: { ...by, time: iso(now) },
      changedTime: iso(now),
      revision: submission.revision + 1,
    },
    events: [{ type: 'OfferPublishCanceled', actor: by.actor, details: { ...(step && at(step)), reason: by.reason } }],
    notices: [{ kind: 'canceled', stepId: step?.id ?? '' }],
  }
}

/** What people at the marketplace say of the step that waits for their approval. */
export function decide(submission: Submission, decision: Decision, world: World, actor: string, now: Date): Transition {
  const step = currentStep(submission)!
  if (decision.approved) {
    const event: Event = { type: 'OfferStepApproved', actor, details: { ...at(step), reason: decision.reason } }
    return settle(submission, step, world, now, [event])
  }
  const messages = [reviewMessage(step, decision.issues, decision.reason, now)]
  return {
    submission: ended(submission, { ...step, status: 'rejected', messages }, 'failed', now),
    events: [
      {
        type: 'OfferStepRejected',
        actor,
        details: { ...at(step), reason: decision.reason, issues: decision.issues.map(({ title }) => title) },
      },
    ],
    notices: [{ kind: decision.issues.length ? 'reviewIssue' : 'error', stepId: step.id }],
  }
}

/** The same submission after an operator held the offer, or let it go. */
export function reschedule(submission: Submission, world: World, now: Date): Transition | undefined {
  const step = currentStep(submission)
  if (!step || !isRunning(submission)) return undefined
  return {
    submission: moved(submission, [], now, { dueTime: dueTime(step, submission, world) }),
    events: [],
    notices: [],
  }
}

/** The step's time is over, or people approved it: its check has the last word. */
function settle(submission: Submission, step: StepState, world: World, now: Date, events: Event[] = []): Transition {
  const declared = world.offerType.steps.find(({ id }) => id === step.id)
  const faults = declared?.check?.(world.definition) ?? []
  if (faults.length === 0) return follow(complete(submission, step, now), world, now, events)
  const messages = faults.map((fault) => messageOf(fault, now))
  return {
    submission: ended(submission, { ...step, status: 'blocked', messages }, 'failed', now),
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

function complete(submission: Submission, step: StepState, now: Date): Submission {
  const done = plainMessage('stepCompleted', 'Step completed.', now)
  return moved(submission, [{ ...step, status: 'complete', endedTime: iso(now), messages: [done] }], now, {})
}

/** Begins the step after the one just completed, or ends the submission with Live. */
function follow(submission: Submission, world: World, now: Date, events: Event[]): Transition {
  const index = submission.steps.findIndex(({ status }) => status === 'notStarted')
  const last = submission.steps.findLast(({ status }) => status === 'complete')!
  if (index < 0) {
    return {
      submission: { ...submission, state: 'succeeded' },
      events: [{ type: 'OfferWentLive', actor: marketplace, details: { version: submission.offerVersion } }],
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

function enter(submission: Submission, index: number, world: World, now: Date): Submission {
  const declared = submission.steps[index]!
  const step: StepState = { ...declared, status: statusOnEntry[declared.actor], startedTime: iso(now) }
  const state: SubmissionState = step.actor === 'publisher' ? 'waitingForPublisherReview' : 'running'
  const { dueTime: _, ...rest } = submission
  const steps = submission.steps.with(index, step)
  const due = dueTime(step, submission, world)
  return { ...rest, state, steps, ...(due && { dueTime: due }) }
}

function ended(submission: Submission, step: StepState, state: SubmissionState, now: Date): Submission {
  return moved(submission, [{ ...step, endedTime: iso(now) }], now, { state })
}

function moved(
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
