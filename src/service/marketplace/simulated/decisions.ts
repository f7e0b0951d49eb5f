import type { PendingDecisions } from '../../../contract/operator.ts'
import type { Database } from '../../store/database.ts'
import { offerListStore } from '../../store/offerList.ts'

/** The steps that wait for an operator's decision. */
export async function pendingDecisions(db: Database, page = 1): Promise<PendingDecisions> {
  const { rows, total } = await offerListStore(db).awaitingDecision(page)
  return {
    items: rows.map((offer) => ({
      publisherId: offer.publisher_id,
      publisherName: offer.display_text,
      offerId: offer.id,
      name: offer.name,
      offerTypeId: offer.offer_type_id,
      operationId: offer.submission_id,
      step: { code: offer.step_code!, stepName: offer.step_name!, startedTime: offer.step_started_time! },
      held: offer.held === 1,
    })),
    total,
  }
}
