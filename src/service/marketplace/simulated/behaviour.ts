import { offerTypeById } from '../../offerTypes/catalogue.ts'
import { listed } from '../../offerTypes/checks/faults.ts'
import { faultsOfStep, problemsIn, stepsOf } from '../../offerTypes/offerType.ts'
import { found } from '../../problems.ts'
import { cancelRefusal, goLiveRefusal } from '../../publishing/refusals.ts'
import { iso } from '../../publishing/schedule.ts'
import { isRunning, notStarted, stepsBefore } from '../../publishing/submission.ts'
import { event, type ListingChange } from '../../publishing/transition.ts'
import { advance, goLive, publish, withdraw } from '../../publishing/transitions.ts'
import type { Database } from '../../store/database.ts'
import type { OfferRecord } from '../../store/offers.ts'
import { submissionStore } from '../../store/submissions.ts'
import type { By, Marketplace } from '../marketplace.ts'
import { links } from './links.ts'
import { worldAt } from './pace.ts'

type Options = {
  db: Database
  /** Seconds an automated step takes on average; people need four times as long. */
  pace: number
}

/** Plays Microsoft's part: outcomes come from the offer's own content, in the time the clock tells. */
export function simulatedMarketplace({ db, pace }: Options): Marketplace {
  const worldOf = worldAt(pace)
  const typeOf = ({ offer_type_id }: OfferRecord) => found(offerTypeById(offer_type_id), `Offer type ${offer_type_id}`)
  return {
    createsOffersOf: async () => false,
    steps: (offer, draft) => stepsBefore(typeOf(offer), draft),
    problems: (offer, draft) => problemsIn(typeOf(offer), draft),
    foreseen: (offer, draft) =>
      stepsOf(typeOf(offer), draft)
        .map((step) => ({ step: notStarted(step), problems: listed(faultsOfStep(typeOf(offer), step, draft)) }))
        .filter(({ problems }) => problems.length > 0),
    refusals: async (_, latest) => ({
      publish: latest && isRunning(latest) ? 'running' : undefined,
      goLive: goLiveRefusal(latest),
      cancel: cancelRefusal(latest),
    }),
    links: async (offer, latest) => links(offer, latest),
    messages: async () => [],
    submit: async (facts, request, { actor }) =>
      publish(request, await worldOf(facts, request.offerVersion), actor, facts.now),
    signOff: async (facts, { actor }) =>
      goLive(facts.latest, await worldOf(facts, facts.latest.offerVersion), actor, facts.now),
    withdraw: async (facts, by) =>
      withdraw(facts.latest, by, await worldOf(facts, facts.latest.offerVersion), facts.now),
    delist: async ({ now }, by) => listing('OfferDelisted', iso(now), by, now),
    relist: async ({ now }, by) => listing('OfferRelisted', null, by, now),
    due: submissionStore(db).due,
    observe: async (facts) => {
      const { latest, now } = facts
      return latest && advance(latest, await worldOf(facts, latest.offerVersion), now)
    },
  }
}

const listing = (
  type: 'OfferDelisted' | 'OfferRelisted',
  delistedTime: string | null,
  { actor, reason }: By,
  now: Date,
): ListingChange => ({
  delistedTime,
  changedTime: iso(now),
  events: [event(type, actor, now, { reason })],
})
