import type { Issue } from '../../contract/operator.ts'
import { signOffId } from '../../contract/status.ts'
import { listed } from '../offerTypes/checks/faults.ts'
import { faultsOfStep } from '../offerTypes/offerType.ts'
import { type Actor, marketplace } from './actor.ts'
import { pendingCancel, withCancelRequest } from './cancelRequest.ts'
import { messageOf, reviewMessages } from './messages.ts'
import { dueTime, iso, stepEnd, type World } from './schedule.ts'
import { begin, complete, fail, type Progress, replaced } from './steps.ts'
import {
  currentStep,
  isRunning,
  isSignedOff,
  liveId,
  notStarted,
  type StepState,
  type Submission,
  type SubmissionRequest,
  stepsBefore,
} from './submission.ts'
import { type Event, event, found, type Transition } from './transition.ts'

export type Decision =
  | { approved: true; reason?: string | undefined }
  | { approved: false; reason?: string | undefined; issues: Issue[] }

/** How history names a step: by a code that the page translates. */
const named = ({ id, code }: StepState) => ({ step: id, stepCode: code })

/** The same submission one revision later. */
const moved = (
  submission: Submission,
  progress: Progress,
  now: Date,
  more: Pick<Submission, 'cancellation' | 'cancelRequest'> = {},
): Submission =>
  withCancelRequest({ ...submission, ...progress, ...more, changedTime: iso(now), revision: submission.revision + 1 })

/** A new submission with its first step begun. */
export function publish(request: SubmissionRequest, world: World, actor: Actor, now: Date): Transition {
  return {
    submission: {
      ...request,
      ...begin(stepsBefore(world.offerType, world.definition), 0, request, world, now),
      createdTime: iso(now),
      changedTime: iso(now),
      revision: 1,
    },
    events: [event('OfferPublishRequested', actor, now, { version: request.offerVersion })],
    notifications: [],
  }
}

/** The transition that is due by now; undefined when none is. */
export function advance(submission: Submission, world: World, now: Date): Transition | undefined {
  const step = currentStep(submission)
  if (!step || !submission.dueTime || iso(now) < submission.dueTime) return undefined
  const request = pendingCancel(submission)
  const end = stepEnd(step, submission, world)
  if (request && request.answerTime < end && iso(now) >= request.answerTime)
    return cancel(submission, { actor: request.by, reason: request.reason }, now)
  return iso(now) >= end ? stepEnds(submission, step, world, now) : becomeOverdue(submission, step, world, now)
}

/** The step's time is over, or people approved it, which `events` say. A fault that its check finds blocks it all the same. */
export function stepEnds(
  submission: Submission,
  step: StepState,
  world: World,
  now: Date,
  events: Event[] = [],
): Transition {
  const declared = world.offerType.steps.find(({ id }) => id === step.id)
  const faults = listed(faultsOfStep(world.offerType, declared, world.definition))
  if (faults.length === 0) return stepCompletes(submission, step, world, now, events)
  const messages = faults.map((fault) => messageOf(fault, now))
  return {
    submission: moved(submission, fail(submission, { ...step, status: 'blocked', messages }, now), now),
    events: [...events, event('OfferStepBlocked', marketplace, now, { ...named(step), ...found(faults) })],
    notifications: [{ kind: 'error', stepId: step.id }],
  }
}

function stepCompletes(submission: Submission, step: StepState, world: World, now: Date, events: Event[]): Transition {
  const next = moved(submission, complete(submission, step, world, now), now)
  const late = tooLate(submission, next, now)
  if (next.state === 'succeeded') {
    const wentLive = event('OfferWentLive', marketplace, now, { version: next.offerVersion })
    return {
      submission: next,
      events: [...events, wentLive, ...late.events],
      notifications: [{ kind: 'live', stepId: liveId }, ...late.notifications],
    }
  }
  const completed = event('OfferStepCompleted', marketplace, now, named(step))
  const waits = next.state === 'waitingForPublisherReview'
  return {
    submission: next,
    events: [...(events.length ? events : [completed]), ...late.events],
    notifications: waits
      ? [
          { kind: 'previewReady', stepId: signOffId },
          { kind: 'signOffNeeded', stepId: signOffId },
        ]
      : late.notifications,
  }
}

/** The submission went on to Live before the marketplace could cancel it. */
function tooLate(before: Submission, next: Submission, now: Date): Pick<Transition, 'events' | 'notifications'> {
  if (!pendingCancel(before) || !next.cancelRequest?.outcome) return { events: [], notifications: [] }
  return {
    events: [event('OfferCancelTooLate', marketplace, now, { version: next.offerVersion })],
    notifications: [{ kind: 'cancelTooLate', stepId: liveId }],
  }
}

/** The step takes longer than its estimate. */
export function becomeOverdue(submission: Submission, step: StepState, world: World, now: Date): Transition {
  const overdue: StepState = { ...step, overdue: true }
  const steps = replaced(submission.steps, overdue)
  const progress = { state: submission.state, steps, dueTime: dueTime(overdue, submission, world) }
  return {
    submission: moved(submission, progress, now),
    events: [event('OfferStepOverdue', marketplace, now, named(step))],
    notifications: [{ kind: 'stillWaiting', stepId: step.id }],
  }
}

/** The publisher's sign-off; the caller has asked `goLiveRefusal`. */
export function goLive(submission: Submission, world: World, actor: Actor, now: Date): Transition {
  const requested = event('OfferGoLiveRequested', actor, now, { version: submission.offerVersion })
  return stepCompletes(submission, { ...currentStep(submission)!, endedBy: actor.name }, world, now, [requested])
}

/**
 * The publisher withdraws the submission. Nobody works on it before sign-off, so it is canceled at once; afterwards the
 * marketplace has to stop it, which takes time and can be too late.
 */
export function withdraw(
  submission: Submission,
  { actor, reason }: { actor: Actor; reason?: string | undefined },
  world: World,
  now: Date,
): Transition {
  const step = currentStep(submission)
  if (!step || !isRunning(submission) || !isSignedOff(submission)) return cancel(submission, { actor, reason }, now)
  const wait = world.duration({ ...step, actor: 'marketplace' }, submission) / 2
  const answerTime = iso(new Date(now.getTime() + wait))
  const cancelRequest = { by: actor, ...(reason && { reason }), time: iso(now), answerTime }
  const { state, steps } = submission
  const progress = { state, steps, dueTime: dueTime(step, submission, world) }
  return {
    submission: moved(submission, progress, now, { cancelRequest }),
    events: [event('OfferCancelRequested', actor, now, { ...named(step), reason })],
    notifications: [],
  }
}

/** D6: all steps read not started. When the marketplace cancels, the step where it did reads canceled. */
export function cancel(
  submission: Submission,
  { actor, reason }: { actor: Actor; reason?: string | undefined },
  now: Date,
): Transition {
  const step = currentStep(submission)
  const steps = submission.steps.map((each): StepState => {
    const before = notStarted(each)
    return actor.kind !== 'person' && each.id === step?.id ? { ...before, status: 'canceled' } : before
  })
  const cancellation = { by: actor, ...(reason && { reason }), time: iso(now), steps: submission.steps }
  return {
    submission: moved(submission, { state: 'canceled', steps, dueTime: undefined }, now, { cancellation }),
    events: [event('OfferPublishCanceled', actor, now, { ...(step && named(step)), reason })],
    notifications: [{ kind: 'canceled', stepId: step?.id ?? '' }],
  }
}

/** What people at the marketplace say of the step that waits for their approval. */
export function decide(submission: Submission, decision: Decision, world: World, actor: Actor, now: Date): Transition {
  const step = currentStep(submission)!
  const { reason } = decision
  if (decision.approved) {
    const approved = event('OfferStepApproved', actor, now, { ...named(step), reason })
    return stepEnds(submission, step, world, now, [approved])
  }
  const messages = reviewMessages(step, { issues: decision.issues, reason, form: world.offerType.form }, now)
  const issues = decision.issues.map(({ title }) => title)
  const reviewIssues = decision.issues.map(({ title, link }) => ({ title, link }))
  return {
    submission: moved(submission, fail(submission, { ...step, status: 'rejected', messages }, now), now),
    events: [event('OfferStepRejected', actor, now, { ...named(step), reason, issues, reviewIssues })],
    notifications: [
      {
        kind: decision.issues.length ? 'reviewIssue' : 'error',
        stepId: step.id,
        review: { reason, issues: decision.issues },
      },
    ],
  }
}

/** The same submission after an operator held the offer or released it; undefined when none runs. */
export function reschedule(submission: Submission, world: World, now: Date): Transition | undefined {
  const step = currentStep(submission)
  if (!step || !isRunning(submission)) return undefined
  const { state, steps } = submission
  const progress = { state, steps, dueTime: dueTime(step, submission, world) }
  return { submission: moved(submission, progress, now), events: [], notifications: [] }
}
