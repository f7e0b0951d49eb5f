const offer = '/publishers/:publisherId/offers/:offerId'

/** Where the pages are, as a router reads it. */
export const patterns = {
  offers: '/offers',
  approvals: '/approvals',
  history: '/history',
  offer,
  status: `${offer}/status`,
  offerHistory: `${offer}/history`,
} as const

const ofOffer = (pattern: string) => (publisherId: string, offerId: string) =>
  pattern
    .replace(':publisherId', () => encodeURIComponent(publisherId))
    .replace(':offerId', () => encodeURIComponent(offerId))

/** The page's addresses, and what a link carries along with one. */
export const paths = {
  offers: patterns.offers,
  approvals: patterns.approvals,
  history: patterns.history,
  status: ofOffer(patterns.status),
  offerHistory: ofOffer(patterns.offerHistory),
}

/** Which offer an address is about. */
export type OfferAddress = { publisherId: string; offerId: string }

/** The list an offer was opened from, filters and all, so that one can go back to it. */
export type CameFrom = { from?: string }
