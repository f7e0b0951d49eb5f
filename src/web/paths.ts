import { fieldSearch, type Place } from '../contract/fieldAddress.ts'

const offer = '/publishers/:publisherId/offers/:offerId'

/** Where the pages are, as a router reads it. */
export const patterns = {
  offers: '/offers',
  newOffer: '/offers/new',
  approvals: '/approvals',
  history: '/history',
  account: '/account',
  publishers: '/publishers',
  publisher: '/publishers/:publisherId',
  users: '/publishers/:publisherId/users',
  profile: '/publishers/:publisherId/profile',
  webhooks: '/publishers/:publisherId/webhooks',
  offer,
  status: `${offer}/status`,
  editor: `${offer}/editor`,
  offerHistory: `${offer}/history`,
} as const

const ofPublisher = (pattern: string) => (publisherId: string) =>
  pattern.replace(':publisherId', () => encodeURIComponent(publisherId))

const ofOffer = (pattern: string) => (publisherId: string, offerId: string) =>
  ofPublisher(pattern)(publisherId).replace(':offerId', () => encodeURIComponent(offerId))

/** The page's addresses, and the state that links carry. */
export const paths = {
  offers: patterns.offers,
  newOffer: patterns.newOffer,
  /** Offers whose status has changed since the account looked last. */
  news: `${patterns.offers}?news=unseen`,
  /** Prepares a copy of an offer. */
  copyOffer: ({ publisherId, offerId }: OfferAddress) =>
    `${patterns.newOffer}?publisher=${encodeURIComponent(publisherId)}&copyOf=${encodeURIComponent(offerId)}`,
  approvals: patterns.approvals,
  history: patterns.history,
  account: patterns.account,
  publishers: patterns.publishers,
  users: ofPublisher(patterns.users),
  profile: ofPublisher(patterns.profile),
  webhooks: ofPublisher(patterns.webhooks),
  status: ofOffer(patterns.status),
  editor: ofOffer(patterns.editor),
  offerHistory: ofOffer(patterns.offerHistory),
}

/** The address that opens a fault's field in the Editor; undefined when the Editor does not have the field. */
export function fieldPath({ publisherId, offerId }: OfferAddress, place: Place): string | undefined {
  const search = fieldSearch(place)
  return search && paths.editor(publisherId, offerId) + search
}

/** The offer of an address. */
export type OfferAddress = { publisherId: string; offerId: string }

/** The state of a link to Status that opens the dialog of an action. */
export type Opens = { opens?: 'publish' }

/** The list from which an offer was opened, with its filters, for the way back. */
export type CameFrom = { from?: string }
