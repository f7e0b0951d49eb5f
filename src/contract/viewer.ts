import type { OfferStatus } from './status.ts'

/** The caller may only look at the offer. A service that does not say leaves it open. */
export const isReader = ({ actions }: Pick<OfferStatus, 'actions'>) => actions?.publish.reason === 'role'
