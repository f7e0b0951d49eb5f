import { indicatorOf } from '../../../../contract/indicators.ts'
import type { OfferStatus } from '../../../../contract/status.ts'
import type { ActionName } from '../../../api/status.ts'

/** Whether a status shows that an action was carried out since an earlier one. */
export function happened(action: ActionName, before: OfferStatus | undefined, after: OfferStatus): boolean {
  switch (action) {
    case 'publish':
      return after.operationId !== before?.operationId
    case 'goLive':
      return !['awaitingSignoff', 'canceled', 'none'].includes(indicatorOf(after))
    case 'cancel':
      return indicatorOf(after) === 'canceled' || after.cancellationRequestState === 'cancelRequested'
  }
}
