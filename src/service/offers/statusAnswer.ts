import type { GoLiveSchedule } from '../../contract/goLiveSchedule.ts'
import type { ProblemDetail } from '../../contract/problems.ts'
import type { Role } from '../../contract/session.ts'
import type { Actions, OfferStatus, Refusal, Step } from '../../contract/status.ts'
import type { Refusals } from '../marketplace/marketplace.ts'
import { pendingCancel } from '../publishing/cancelRequest.ts'
import type { GoLivePlan } from '../publishing/goLivePlan.ts'
import { type CancelRequest, isRunning, type StepState, type Submission } from '../publishing/submission.ts'
import { delistingOf } from '../store/history.ts'
import { toRow } from '../store/offerList.ts'
import { goLivePlanOf } from '../store/offers.ts'
import { publisherStore } from '../store/publishers.ts'
import { factsOf } from './act.ts'
import type { OfferDeps } from './deps.ts'

/** The status of an offer as the API documents it, with what this service adds. */
export async function statusAnswer(
  { db, marketplace, now }: OfferDeps,
  { publisherId, offerId }: { publisherId: string; offerId: string },
  role: Role,
): Promise<OfferStatus> {
  const { offer, latest, definition } = await factsOf(db, publisherId, offerId, now())
  const draft = await definition(offer.version)
  const plan = goLivePlanOf(offer)
  const refusals = await marketplace.refusals(offer, latest)
  const row = toRow(offer, await publisherStore(db).displayText(publisherId))
  const delisting = offer.delisted_time === null ? undefined : await delistingOf(db, { publisherId, offerId })
  return {
    status: latest?.state ?? 'neverPublished',
    messages: await marketplace.messages(offer),
    steps: (latest?.steps ?? marketplace.steps(offer, draft)).map(toStep),
    ...(await marketplace.links(offer, latest)),
    notificationEmails: latest?.notificationEmails ?? '',
    revision: row.revision,
    ...(latest && { operationId: latest.id }),
    cancellationRequestState: cancellationState(latest, refusals),
    actions: actions(refusals, marketplace.problems(offer, draft), role),
    offer: row,
    ...(latest?.cancellation && { cancellation: toCancellation(latest.cancellation) }),
    ...(latest?.cancelRequest && isRunning(latest) && { cancelRequest: toCancelRequest(latest.cancelRequest) }),
    ...(plan && { goLiveSchedule: toSchedule(plan) }),
    ...(delisting && { delisting }),
  }
}

export const toSchedule = ({ time, zone, actor, setTime }: GoLivePlan): GoLiveSchedule => ({
  time,
  zone,
  actor,
  setTime,
})

export const toCancellation = ({ by, steps: _, ...others }: NonNullable<Submission['cancellation']>) => ({
  actorKind: by.kind,
  actor: by.name,
  ...others,
})

const toCancelRequest = ({ by, reason, time, outcome }: CancelRequest): OfferStatus['cancelRequest'] => ({
  actorKind: by.kind,
  actor: by.name,
  ...(reason && { reason }),
  time,
  ...(outcome && { outcome }),
})

export const toStep = ({ overdue: _, ...step }: StepState): Step => ({
  ...step,
  progressPercentage: step.status === 'complete' ? 100 : 0,
})

export const cancellationState = (submission: Submission | undefined, { cancel }: Refusals) =>
  submission?.state === 'canceled'
    ? 'canceled'
    : submission && pendingCancel(submission)
      ? 'cancelRequested'
      : cancel
        ? 'cannotCancel'
        : 'canCancel'

function actions(refusals: Refusals, problems: ProblemDetail[], role: Role): Actions {
  const action = (refusal: Refusal | undefined) => {
    const reason = role === 'reader' ? 'role' : refusal
    return reason ? { allowed: false, reason } : { allowed: true }
  }
  return {
    publish: { ...action(refusals.publish), problems },
    goLive: action(refusals.goLive),
    cancel: action(refusals.cancel),
    ...(refusals.delist && { delist: action(refusals.delist.reason) }),
  }
}
