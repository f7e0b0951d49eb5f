import type { UnscheduledReason } from '../../contract/goLiveSchedule.ts'
import { signOffId } from '../../contract/status.ts'
import type { Facts } from '../marketplace/marketplace.ts'
import { found, ProblemError } from '../problems.ts'
import { type Actor, system } from '../publishing/actor.ts'
import { endOfPlan, type GoLivePlan } from '../publishing/goLivePlan.ts'
import { listLine } from '../publishing/listLine.ts'
import type { Submission } from '../publishing/submission.ts'
import type { Event, ListingChange, Transition } from '../publishing/transition.ts'
import type { Change } from '../store/changes.ts'
import { recordEvents } from '../store/history.ts'
import { goLivePlanOf, type OfferRecord, updateOffer } from '../store/offers.ts'
import { enqueue } from '../store/outbox.ts'
import { insertSubmission, updateSubmission } from '../store/submissions.ts'

/** The offer changed in the meantime: nothing was written. */
export class OvertakenError extends ProblemError {
  constructor() {
    super('PreconditionFailed', 'The submission moved meanwhile. Read its status and try again.')
  }
}

type Known = Pick<Facts, 'offer' | 'latest'>

/** The only place that writes transitions: submission, list row, history and mails, all or none. */
export const record = (change: Change, known: Known, outcome: Transition | ListingChange): Promise<void> =>
  'submission' in outcome ? recordTransition(change, known, outcome) : recordListing(change, known, outcome)

export async function recordTransition(change: Change, { offer, latest }: Known, transition: Transition) {
  const { submission, events, listing } = transition
  const known = { delistedTime: offer.delisted_time, ...listing }
  const line = { ...listLine(known, submission), ...listing }
  const plan = goLivePlanOf(offer)
  const end = plan && endOfPlan(plan, submission)
  await changeOffer(change, offer, { line, ...(end && { goLivePlan: null }) })
  await (submission.id === latest?.id ? updateSubmission : insertSubmission)(change, submission)
  await recordEvents(change, { offerId: offer.id, submissionId: submission.id }, events)
  await enqueue(change, offer, transition)
  if (plan && end && end !== 'signedOff')
    await recordUnscheduled(change, offer, plan, { submission, reason: end, now: submission.changedTime })
}

/** The plan of a Go Live ended without it: taken back by a person, or for a reason. A cancel has its own mail. */
export async function recordUnscheduled(
  change: Change,
  offer: OfferRecord,
  { time, zone }: GoLivePlan,
  {
    submission,
    actor,
    reason,
    now,
  }: { submission: Submission; actor?: Actor; reason?: UnscheduledReason; now: string },
) {
  const details = { version: submission.offerVersion, goLiveTime: time, ...(reason && { unscheduled: reason }) }
  const ended: Event = { type: 'OfferGoLiveUnscheduled', actor: actor ?? system, time: now, details }
  await recordEvents(change, { offerId: offer.id, submissionId: submission.id }, [ended])
  if (reason === 'canceled') return
  const goLive = { time, zone, ...(actor && { actor: actor.name }), ...(reason && { unscheduled: reason }) }
  const notification = { kind: 'goLiveUnscheduled' as const, stepId: `${signOffId} ${now} ${time}`, goLive }
  await enqueue(change, offer, { submission: { ...submission, changedTime: now }, notifications: [notification] })
}

async function recordListing(change: Change, { offer, latest }: Known, { events, ...listing }: ListingChange) {
  const line = { ...listLine(listing, found(latest, 'The submission')), liveVersion: offer.live_version, ...listing }
  await changeOffer(change, offer, { line })
  await recordEvents(change, { offerId: offer.id }, events)
}

/** Fails when the offer has changed since it was read. */
export async function changeOffer(...[change, offer, changes]: Parameters<typeof updateOffer>) {
  if (!(await updateOffer(change, offer, changes))) throw new OvertakenError()
}
