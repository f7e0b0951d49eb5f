import { offerTypeById } from '../../src/service/offerTypes/catalogue.ts'

/**
 * A small model of an offer's behaviour that shares no code with the service's transitions: the service is
 * compared with it after every command.
 */
export type ModelOffer = {
  offerId: string
  offerTypeId: string
  draft: number
  /** The fault of each version, starting with the first. */
  faults: Fault[]
  attempts: number
  attempt?: Attempt
  live?: number
  preview?: number
  delisted: boolean
  held: boolean
  /** Events in history; the first one is the creation. */
  events: number
}

type Attempt = {
  version: number
  state: 'running' | 'waitingForPublisherReview' | 'succeeded' | 'failed' | 'canceled'
  /** The step that runs, waits or failed. */
  at: number
  revision: number
  rejected: boolean
  overdue: boolean
  /** Its publisher asked to cancel while Microsoft works on it. */
  cancelAsked: boolean
  /** The attempt began before the offer was delisted. */
  beforeDelisting: boolean
}

export const faults = ['none', 'incomplete', 'atAStep'] as const
export type Fault = (typeof faults)[number]

/** The step that finds the fault, by offer type; the other types have no such fault. */
export const faultSteps: Record<string, string> = {
  'microsoft-azure-virtualmachines': 'displaycertify',
  'microsoft-azure-applications': 'display-influenced-revenue',
  'microsoft-consulting-services': 'display-lead-registration',
  'microsoft-azure-saas': 'displaypackage',
  'microsoft-dynamics365-businesscentral': 'display-automated-app-validation',
}

export type Model = { offers: ModelOffer[] }

export const modelOf = (offerTypeIds: string[]): Model => ({
  offers: offerTypeIds.map((offerTypeId, index) => ({
    offerId: `offer-${index}`,
    offerTypeId,
    draft: 1,
    faults: ['none'],
    attempts: 0,
    delisted: false,
    held: false,
    events: 1,
  })),
})

/** No sample has a Test Drive. */
export const stepsOf = ({ offerTypeId }: ModelOffer) => offerTypeById(offerTypeId)!.steps.filter(({ when }) => !when)
const step = (offer: ModelOffer) => stepsOf(offer)[offer.attempt!.at]!
export const runs = ({ attempt }: ModelOffer) =>
  attempt?.state === 'running' || attempt?.state === 'waitingForPublisherReview'
const faulty = (offer: ModelOffer) =>
  offer.faults[offer.attempt!.version - 1] === 'atAStep' && faultSteps[offer.offerTypeId] === step(offer).id

export const mayPublish = (offer: ModelOffer) =>
  runs(offer) ? offer.attempt?.version === offer.draft : offer.faults[offer.draft - 1] !== 'incomplete'
export const mayGoLive = ({ attempt }: ModelOffer) => attempt?.state === 'waitingForPublisherReview'
export const goesLive = (offer: ModelOffer) =>
  offer.attempt?.state === 'running' &&
  offer.attempt.at > stepsOf(offer).findIndex(({ actor }) => actor === 'publisher')
export const mayDecide = (offer: ModelOffer) => runs(offer) && step(offer).actor === 'microsoft'
export function mayCancel(offer: ModelOffer): boolean {
  const { attempt } = offer
  if (!attempt) return false
  if (attempt.state === 'failed') return !attempt.rejected
  if (attempt.cancelAsked) return false
  const signOff = stepsOf(offer).findIndex(({ actor }) => actor === 'publisher')
  return runs(offer) && attempt.at >= signOff && step(offer).id !== 'live'
}

/** After sign-off the marketplace has to stop it, which takes time. */
export const mustAsk = (offer: ModelOffer) => goesLive(offer) && mayCancel(offer)

export function cancelAsked(offer: ModelOffer) {
  offer.attempt!.cancelAsked = true
  offer.attempt!.revision++
  offer.events++
}

export function saved(offer: ModelOffer, fault: Fault) {
  const taken = offer.faults.length >= offer.draft && (offer.attempt?.version ?? 0) >= offer.draft
  if (taken) offer.draft++
  offer.faults[offer.draft - 1] = fault
  offer.events++
}

export function published(offer: ModelOffer) {
  if (runs(offer)) return
  offer.attempts++
  offer.attempt = {
    version: offer.draft,
    state: 'running',
    at: 0,
    revision: 1,
    rejected: false,
    overdue: false,
    cancelAsked: false,
    beforeDelisting: false,
  }
  offer.events++
}

/** The step completes: automatically, by Go Live or by an approval. */
export function passed(offer: ModelOffer, approved = false) {
  const attempt = offer.attempt!
  attempt.revision++
  attempt.overdue = false
  offer.events++
  if (faulty(offer)) {
    attempt.state = 'failed'
    if (approved) offer.events++
    return
  }
  attempt.at++
  const next = stepsOf(offer)[attempt.at]
  if (attempt.cancelAsked && next?.id === 'live') {
    attempt.cancelAsked = false
    offer.events++
  }
  attempt.state = !next ? 'succeeded' : next.actor === 'publisher' ? 'waitingForPublisherReview' : 'running'
  if (attempt.state === 'waitingForPublisherReview') offer.preview = attempt.version
  if (attempt.state !== 'succeeded') return
  offer.live = attempt.version
  if (!attempt.beforeDelisting) offer.delisted = false
}

/** The due time has come: a person's step becomes overdue, any other completes. */
export function due(offer: ModelOffer) {
  const { actor } = step(offer)
  const waits = actor === 'publisher' || (actor === 'microsoft' && offer.held)
  if (!waits) return passed(offer)
  offer.attempt!.overdue = true
  offer.attempt!.revision++
  offer.events++
}

export function stopped(offer: ModelOffer, state: 'canceled' | 'failed') {
  const revision = offer.attempt!.revision + 1
  Object.assign(offer.attempt!, { state, rejected: state === 'failed', cancelAsked: false, revision })
  if (state === 'canceled') delete offer.preview
  offer.events++
}

export function held(offer: ModelOffer, value: boolean) {
  offer.held = value
  offer.events++
  if (runs(offer)) offer.attempt!.revision++
}

export function listed(offer: ModelOffer, value: boolean) {
  offer.delisted = !value
  offer.events++
  if (offer.attempt) offer.attempt.beforeDelisting = !value
}

const indicators = {
  running: 'inProgress',
  waitingForPublisherReview: 'awaitingSignoff',
  succeeded: 'live',
  failed: 'failed',
  canceled: 'canceled',
}
export const indicatorOf = (offer: ModelOffer) => {
  const { attempt, delisted } = offer
  if (!attempt) return 'none'
  return delisted && attempt.beforeDelisting && !runs(offer) ? 'delisted' : indicators[attempt.state]
}

export function stepStatuses(offer: ModelOffer): string[] {
  const { attempt } = offer
  const waiting = { marketplace: 'inProgress', microsoft: 'waitingForApproval', publisher: 'waitingForPublisherReview' }
  return stepsOf(offer).map(({ actor }, index) => {
    if (!attempt || attempt.state === 'canceled' || index > attempt.at) return 'notStarted'
    if (index < attempt.at) return 'complete'
    return attempt.state !== 'failed' ? waiting[actor] : attempt.rejected ? 'rejected' : 'blocked'
  })
}
