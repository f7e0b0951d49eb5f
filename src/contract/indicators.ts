import type { Indicator } from './offerList.ts'
import type { OfferStatus } from './status.ts'

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
  const waits = steps.some((step) => step.id === 'publisher-signoff' && step.status === 'waitingForPublisherReview')
  return status === 'running' && waits ? 'awaitingSignoff' : (byStatus[status] ?? status)
}

/** The indicator on the offer's line in a list, which also knows that the offer was delisted (D2); otherwise the submission's. */
export const indicatorShown = (status: OfferStatus) => status.offer?.indicator ?? indicatorOf(status)

/** The status can change without anything the publisher does. */
export const isMoving = (status: OfferStatus) =>
  indicatorOf(status) === 'inProgress' || status.cancellationRequestState === 'cancelRequested'
