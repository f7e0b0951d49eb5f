import { indicatorShown } from './indicators.ts'
import type { OfferStatus } from './status.ts'

/** The caller may only look at the offer. A service that does not say leaves it open. */
export const isReader = ({ actions }: Pick<OfferStatus, 'actions'>) => actions?.publish.reason === 'role'

/** What the caller has to do now; undefined while others act or a schedule does, and for readers. */
export function turnOf(status: OfferStatus): 'signOff' | 'fix' | undefined {
  if (isReader(status) || status.goLiveSchedule) return undefined
  const indicator = indicatorShown(status)
  return indicator === 'awaitingSignoff' ? 'signOff' : indicator === 'failed' ? 'fix' : undefined
}
