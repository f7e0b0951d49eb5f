const tab = (name: string) => (publisherId: string, offerId: string) =>
  `/publishers/${encodeURIComponent(publisherId)}/offers/${encodeURIComponent(offerId)}/${name}`

/** The page's addresses, and what a link carries along with one. */
export const paths = {
  offers: '/offers',
  approvals: '/approvals',
  history: '/history',
  status: tab('status'),
  offerHistory: tab('history'),
}

/** Which offer an address is about. */
export type OfferAddress = { publisherId: string; offerId: string }

/** The list an offer was opened from, filters and all, so that one can go back to it. */
export type CameFrom = { from?: string }
