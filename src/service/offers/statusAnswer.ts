import type { Definition } from '../../contract/offers.ts'
import type { Role } from '../../contract/session.ts'
import type { Actions, OfferStatus, Refusal, Step } from '../../contract/status.ts'
import { offerTypeById } from '../offerTypes/catalogue.ts'
import type { OfferType } from '../offerTypes/offerType.ts'
import { found } from '../problems.ts'
import { cancelRefusal, goLiveRefusal, isRunning, type StepState, type Submission } from '../publishing/submission.ts'
import { toRow } from '../store/offerList.ts'
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
  const offerType = found(offerTypeById(offer.offer_type_id), `Offer type ${offer.offer_type_id}`)
  const draft = await definition(offer.version)
  const row = toRow(offer, await publisherStore(db).displayText(publisherId))
  return {
    status: latest?.state ?? 'neverPublished',
    messages: [],
    steps: (latest?.steps ?? marketplace.steps(offerType, draft)).map(toStep),
    ...marketplace.links(offer, latest),
    notificationEmails: latest?.notificationEmails ?? '',
    revision: row.revision,
    ...(latest && { operationId: latest.id }),
    cancellationRequestState: cancellationState(latest),
    actions: actions(offerType, draft, latest, role),
    offer: row,
    ...(latest?.cancellation && { cancellation: latest.cancellation }),
  }
}

export const toStep = ({ overdue: _, ...step }: StepState): Step => ({
  ...step,
  progressPercentage: step.status === 'complete' ? 100 : 0,
})

export const cancellationState = (submission: Submission | undefined) =>
  submission?.state === 'canceled' ? 'canceled' : cancelRefusal(submission) ? 'cannotCancel' : 'canCancel'

function actions(
  { prerequisites }: OfferType,
  draft: Definition,
  submission: Submission | undefined,
  role: Role,
): Actions {
  const action = (refusal: Refusal | undefined) => {
    const reason = role === 'reader' ? 'role' : refusal
    return reason ? { allowed: false, reason } : { allowed: true }
  }
  return {
    publish: {
      ...action(submission && isRunning(submission) ? 'running' : undefined),
      problems: prerequisites.flatMap((check) => check(draft)),
    },
    goLive: action(goLiveRefusal(submission)),
    cancel: action(cancelRefusal(submission)),
  }
}
