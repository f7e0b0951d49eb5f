import { createHash } from 'node:crypto'
import { signOffId } from '../../../contract/status.ts'
import { marketplace, person } from '../../publishing/actor.ts'
import { iso } from '../../publishing/schedule.ts'
import { replaced } from '../../publishing/steps.ts'
import { currentStep, isRunning, liveId, type StepState, type Submission } from '../../publishing/submission.ts'
import { type Event, event, found, type ListingChange, type Transition } from '../../publishing/transition.ts'
import { cancel } from '../../publishing/transitions.ts'
import type { RemoteOffer } from '../../store/remoteOffers.ts'
import type { RemotePush } from '../../store/remotePushes.ts'
import type { Facts } from '../marketplace.ts'
import type { SeenRow } from './answers.ts'
import type { Picture } from './classify.ts'
import { withNames } from './namedSteps.ts'
import type { NamedStep } from './olderApi.ts'
import { type Failure, progressOf, stepsBefore, warning } from './steps.ts'

export type Seen = {
  picture: Picture
  remote: RemoteOffer
  /** What this dashboard asked for, newest first. */
  pushes: RemotePush[]
  failure: Failure
  /** Who asked this dashboard to cancel the latest submission. */
  canceledBy?: string | undefined
  /** The steps by name, where the older API knows them. */
  named?: NamedStep[] | undefined
}

/** What becomes of an offer after one look; undefined when all is recorded already. */
export function outcomeOf(facts: Facts, seen: Seen): Transition | ListingChange | undefined {
  const { latest, now } = facts
  const id = submissionIdOf(seen)
  if (latest && isRunning(latest) && id !== latest.id) return disappeared(latest, seen, now)
  if (id && id === latest?.id) return moved(latest, seen, now) ?? listingOf(facts, seen)
  const row = 'row' in seen.picture ? seen.picture.row : undefined
  if (id && (!latest || isLater(row, latest))) return appeared(facts, id, seen)
  return listingOf(facts, seen)
}

/** Partner Center does not name the people who act there. */
const actorNamed = (name: string | undefined) => (name ? person(name) : marketplace)
const actorOf = (push: RemotePush | undefined) => actorNamed(push?.actor)

/** The submission that the picture shows: one of ours, or one begun in the portal. */
function submissionIdOf({ picture, pushes, remote }: Seen): string | undefined {
  if (picture.indicator === 'none') return undefined
  const row = 'row' in picture ? picture.row : undefined
  return row ? submissionOf(row, pushes, remote) : pushes.find(({ result }) => result !== 'refused')?.submission_id
}

export const submissionOf = ({ n }: SeenRow, pushes: RemotePush[], { product_guid }: RemoteOffer): string =>
  pushes.find(({ kind, row_n }) => row_n === n && kind !== 'stopSelling')?.submission_id ?? idOf(`${product_guid} ${n}`)

/** Two replicas give the same submission the same id. */
function idOf(text: string) {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const isLater = (row: SeenRow | undefined, latest: Submission) =>
  !row?.created || Date.parse(row.created) > Date.parse(latest.createdTime)

/** A running submission that Partner Center no longer shows: it was canceled or replaced, or it never began. */
function disappeared(latest: Submission, { pushes, failure, canceledBy }: Seen, now: Date): Transition {
  const push = pushes.find(({ submission_id }) => submission_id === latest.id)
  if (push && !push.job_id && !push.row_n && push.kind === 'publish') {
    const step = { ...currentStep(latest)!, status: 'blocked' as const, endedTime: iso(now) }
    const text = 'Partner Center did not start to publish the offer. Publish it again.'
    const messages = [{ ...warning('partnerCenterNotBegun', text, failure.portal, now), level: 'error' }]
    return {
      submission: revised(latest, { state: 'failed', steps: replaced(latest.steps, { ...step, messages }) }, now),
      events: [event('OfferStepBlocked', marketplace, now, { step: step.id, stepCode: step.code })],
      notifications: [{ kind: 'error', stepId: step.id }],
    }
  }
  return cancel(latest, { actor: actorNamed(canceledBy) }, now)
}

/** How long a push may go without a row, and a row outlive its cancel: the list of submissions lags by minutes. */
export const patience = 30 * 60_000

/** Partner Center confirmed the cancel: until its list agrees, and where it lists a canceled submission as failed. */
function isStillCanceled({ state, cancellation }: Submission, { picture }: Seen, now: Date) {
  if (state !== 'canceled' || cancellation?.by.kind !== 'person') return false
  if (picture.indicator === 'failed') return true
  return picture.indicator === 'inProgress' && now.getTime() < Date.parse(cancellation.time) + patience
}

function moved(latest: Submission, seen: Seen, now: Date): Transition | undefined {
  if (isStillCanceled(latest, seen, now)) return undefined
  if (seen.picture.indicator === 'canceled')
    return latest.state === 'canceled' ? undefined : cancel(latest, { actor: actorNamed(seen.canceledBy) }, now)
  const isListed = 'row' in seen.picture && seen.picture.row !== undefined
  const before = isListed ? latest.steps.map(withoutDoubt) : latest.steps
  const progress = progressIn(seen, before, now)
  if (!progress || isSame(progress, latest)) return undefined
  const submission = revised(latest, progress, now)
  return { submission, ...newsOf(latest, submission, seen.failure, now) }
}

function progressIn({ picture, failure, named }: Seen, before: StepState[], now: Date) {
  const progress = progressOf(picture, before, failure, now)
  return progress && named ? { ...progress, steps: withNames(progress.steps, named, now) } : progress
}

const isSame = (one: Pick<Submission, 'state' | 'steps'>, other: Pick<Submission, 'state' | 'steps'>) =>
  one.state === other.state &&
  one.steps.length === other.steps.length &&
  one.steps.every(({ id, status, messages }, index) => {
    const step = other.steps[index]
    return id === step?.id && status === step.status && messages.length === step.messages.length
  })

/** Once a row shows the act, its outcome is no longer in doubt. */
const withoutDoubt = (step: StepState): StepState => ({
  ...step,
  messages: step.messages.filter(({ level }) => level !== 'warning'),
})

function appeared({ offer, latest, now }: Facts, id: string, seen: Seen): Transition | undefined {
  const { picture } = seen
  const push = seen.pushes.find(({ submission_id }) => submission_id === id)
  const created = 'row' in picture ? picture.row?.created : undefined
  const createdTime = created ? iso(new Date(created)) : (push?.sent_time ?? iso(now))
  const begins = picture.indicator === 'inProgress' && picture.phase === 'preview'
  const before = stepsBefore().map((step, index) =>
    index === 0 && begins ? { ...step, startedTime: createdTime } : step,
  )
  const progress = progressIn(seen, before, now)
  if (!progress) return undefined
  const submission: Submission = {
    id,
    publisherId: offer.publisher_id,
    offerId: offer.id,
    offerTypeId: offer.offer_type_id,
    offerVersion: offer.version,
    publishingVersion: (latest?.publishingVersion ?? 0) + 1,
    notificationEmails: latest?.notificationEmails ?? '',
    language: latest?.language ?? 'en-US',
    ...progress,
    createdTime,
    changedTime: iso(now),
    revision: 1,
  }
  const listing = latest || !picture.settled ? undefined : listedBefore(picture.settled, offer.version, now)
  // What was over before the offer was first seen is no news.
  if (!latest && !push && !isRunning(submission)) return { submission, events: [], notifications: [], listing }
  const requested = event('OfferPublishRequested', actorOf(push), now, { version: offer.version })
  const { events, notifications } = newsOf({ ...submission, steps: before }, submission, seen.failure, now)
  return { submission, events: [requested, ...events], notifications, listing }
}

const revised = (
  submission: Submission,
  { state, steps }: Pick<Submission, 'state' | 'steps'>,
  now: Date,
): Submission => ({ ...submission, state, steps, changedTime: iso(now), revision: submission.revision + 1 })

/** What history and notifications say about a change that was seen. */
function newsOf(before: Submission, { steps, offerVersion }: Submission, { findings }: Failure, now: Date) {
  const events: Event[] = []
  const notifications: Transition['notifications'] = []
  for (const step of steps) {
    if (step.status === (before.steps.find(({ id }) => id === step.id)?.status ?? 'notStarted')) continue
    const named = { step: step.id, stepCode: step.code }
    if (step.status === 'complete' && step.id === signOffId)
      events.push(event('OfferGoLiveRequested', marketplace, now, { version: offerVersion }))
    else if (step.status === 'complete' && step.id !== liveId)
      events.push(event('OfferStepCompleted', marketplace, now, named))
    else if (step.status === 'complete') {
      events.push(event('OfferWentLive', marketplace, now, { version: offerVersion }))
      notifications.push({ kind: 'live', stepId: step.id })
    }
    if (step.status === 'waitingForPublisherReview')
      notifications.push({ kind: 'previewReady', stepId: step.id }, { kind: 'signOffNeeded', stepId: step.id })
    if (step.status === 'blocked' || step.status === 'rejected') {
      const type = step.status === 'blocked' ? 'OfferStepBlocked' : 'OfferStepRejected'
      events.push(event(type, marketplace, now, { ...named, ...found(findings) }))
      notifications.push({ kind: 'error', stepId: step.id })
    }
  }
  return { events, notifications }
}

/** The listing of a version that went live before it was seen here. */
const listedBefore = ({ lifecycleState, created }: SeenRow, liveVersion: number, now: Date) => ({
  liveVersion,
  delistedTime: lifecycleState === 'deprecated' ? iso(created ? new Date(created) : now) : null,
})

/** The offer left the marketplace, came back, or was live before it was first seen. */
function listingOf({ offer, latest, now }: Facts, { picture, pushes }: Seen): ListingChange | undefined {
  const { settled } = picture
  if (!latest || !settled) return undefined
  const isDelisted = settled.lifecycleState === 'deprecated'
  if (offer.live_version === null)
    return { ...listedBefore(settled, latest.offerVersion, now), changedTime: offer.changed_time, events: [] }
  if (isDelisted === (offer.delisted_time !== null)) return undefined
  const actor = actorOf(pushes.find(({ kind }) => kind === (isDelisted ? 'stopSelling' : 'goLive')))
  return {
    delistedTime: isDelisted ? iso(now) : null,
    changedTime: iso(now),
    events: [event(isDelisted ? 'OfferDelisted' : 'OfferRelisted', actor, now, {})],
  }
}
