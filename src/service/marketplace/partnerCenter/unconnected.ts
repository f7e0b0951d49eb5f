import { ProblemError } from '../../problems.ts'
import type { Database } from '../../store/database.ts'
import type { OfferRecord } from '../../store/offers.ts'
import { remoteOfferStore } from '../../store/remoteOffers.ts'
import type { Marketplace } from '../marketplace.ts'
import { linksOf, unconnected } from './about.ts'
import { stepsBefore } from './steps.ts'

/** Offers of Partner Center in a dashboard that was started without its account: they keep their last known state. */
export function unconnectedPartnerCenter(db: Database): Marketplace {
  const offers = remoteOfferStore(db)
  const remoteOf = ({ publisher_id, id }: OfferRecord) => offers.one({ publisherId: publisher_id, offerId: id })
  const refuse = () =>
    Promise.reject(
      new ProblemError('ActionNotAllowed', 'This dashboard is not connected to Partner Center: nothing was sent.'),
    )
  return {
    createsOffersOf: (publisherId) => offers.any(publisherId),
    steps: stepsBefore,
    problems: () => [],
    foreseen: () => [],
    refusals: async () => ({ publish: 'elsewhere', goLive: 'elsewhere', cancel: 'elsewhere' }),
    links: async (offer, latest) => linksOf(await remoteOf(offer), offer, latest),
    async messages(offer) {
      const remote = await remoteOf(offer)
      return remote ? [unconnected(remote, offer.changed_time)] : []
    },
    submit: refuse,
    signOff: refuse,
    withdraw: refuse,
    delist: refuse,
    relist: refuse,
    due: async () => [],
    observe: async () => undefined,
  }
}
