import type { OfferRecord } from '../store/offers.ts'
import type { Marketplace } from './marketplace.ts'

/** Asks, for each offer, the marketplace that it belongs to. */
export function eitherMarketplace(simulated: Marketplace, partnerCenter: Marketplace): Marketplace {
  const of = ({ marketplace }: Pick<OfferRecord, 'marketplace'>) =>
    marketplace === 'partnerCenter' ? partnerCenter : simulated
  return {
    createsOffersOf: async (publisherId) =>
      (await simulated.createsOffersOf(publisherId)) || (await partnerCenter.createsOffersOf(publisherId)),
    steps: (offer, draft) => of(offer).steps(offer, draft),
    problems: (offer, draft) => of(offer).problems(offer, draft),
    foreseen: (offer, draft) => of(offer).foreseen(offer, draft),
    refusals: (offer, latest) => of(offer).refusals(offer, latest),
    links: (offer, latest) => of(offer).links(offer, latest),
    messages: (offer) => of(offer).messages(offer),
    submit: (facts, request, by) => of(facts.offer).submit(facts, request, by),
    signOff: (facts, by) => of(facts.offer).signOff(facts, by),
    withdraw: (facts, by) => of(facts.offer).withdraw(facts, by),
    delist: (facts, by) => of(facts.offer).delist(facts, by),
    relist: (facts, by) => of(facts.offer).relist(facts, by),
    due: async (...which) => [...(await simulated.due(...which)), ...(await partnerCenter.due(...which))],
    observe: (facts) => of(facts.offer).observe(facts),
  }
}
