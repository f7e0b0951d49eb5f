import { type Issue, reviewMessage } from './messages.ts'
import {
  at,
  complete,
  type Event,
  enter,
  failed,
  follow,
  marketplace,
  moved,
  settle,
  type Transition,
} from './progress.ts'
import { dueTime, iso, stepEnd, type World } from './schedule.ts'
import { currentStep, isRunning, notStarted, type Submission, stepsBefore } from './submission.ts'

export type Decision =
  | { approved: true; reason?: string | undefined }
  | { approved: false; reason?: string | undefined; issues: Issue[] }

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
  const submission: Submission = {
    ...request,
    state: 'running',
    steps: stepsBefore(world.offerType, world.definition),
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
      steps: submission.steps.map((each) =>
        byMarketplace && each.id === step?.id ? { ...notStarted(each), status: 'canceled' } : notStarted(each),
      ),
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
    submission: failed(submission, { ...step, status: 'rejected', messages }, now),
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
