/** The page's addresses, and what a link carries along with one. */
export const paths = {
  offers: '/offers',
  approvals: '/approvals',
  status: (publisherId: string, offerId: string) =>
    `/publishers/${encodeURIComponent(publisherId)}/offers/${encodeURIComponent(offerId)}/status`,
}

/** The list an offer was opened from, filters and all, so that one can go back to it. */
export type CameFrom = { from?: string }
