import type { Indicator } from './offerList.ts'
import { type OfferStatus, signOffId } from './status.ts'

const byStatus: Record<string, Indicator> = {
  neverPublished: 'none',
  notStarted: 'none',
  running: 'inProgress',
  waitingForPublisherReview: 'awaitingSignoff',
  succeeded: 'live',
  published: 'live',
  canceled: 'canceled',
  failed: 'failed',
}

/** The indicator of an API status; an unknown status is its own indicator. */
export function indicatorOf({ status, steps }: Pick<OfferStatus, 'status' | 'steps'>): string {
  const waits = steps.some((step) => step.id === signOffId && step.status === 'waitingForPublisherReview')
  return status === 'running' && waits ? 'awaitingSignoff' : (byStatus[status] ?? status)
}

/** The indicator of the offer's row, which also knows about delisting (D2); without a row, that of the submission. */
export const indicatorShown = (status: OfferStatus) => status.offer?.indicator ?? indicatorOf(status)

/** The status can change without an action of the publisher. */
export const isMoving = (status: OfferStatus) =>
  indicatorOf(status) === 'inProgress' || status.cancellationRequestState === 'cancelRequested'
