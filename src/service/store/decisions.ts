import { pageSize } from '../../contract/offerList.ts'
import type { PendingDecisions } from '../../contract/operator.ts'
import type { Database } from './database.ts'

/** The offers at a step that people at the marketplace decide, longest waiting first. */
export const decisionStore = (db: Database) => ({
  async page({ page = 1 }: { page?: number | undefined }): Promise<PendingDecisions> {
    const waiting = db
      .selectFrom('offer')
      .innerJoin('publisher', 'publisher.id', 'offer.publisher_id')
      .where('offer.status', '=', 'running')
      .where('offer.step_actor', '=', 'microsoft')
    const { total } = await waiting.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const rows = await waiting
      .selectAll('offer')
      .select('publisher.display_text')
      .orderBy('offer.step_started_time')
      .orderBy('offer.publisher_id')
      .orderBy('offer.id')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute()
    return {
      items: rows.map((offer) => ({
        publisherId: offer.publisher_id,
        publisherName: offer.display_text,
        offerId: offer.id,
        name: offer.name,
        offerTypeId: offer.offer_type_id,
        step: { code: offer.step_code!, stepName: offer.step_name!, startedTime: offer.step_started_time! },
        held: offer.held === 1,
      })),
      total,
    }
  },
})
