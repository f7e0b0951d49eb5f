import { type Selectable, sql } from 'kysely'
import type { Definition, Offer, OfferSummary } from '../../contract/offers.ts'
import type { GoLivePlan } from '../publishing/goLivePlan.ts'
import type { ListLine } from '../publishing/listLine.ts'
import type { Change } from './changes.ts'
import type { Database } from './database.ts'
import { writeVersion } from './offerVersions.ts'
import type { Schema } from './schema.ts'
import { searchKey } from './searchKey.ts'

export type OfferRecord = Selectable<Schema['offer']>

export const toSummary = (offer: OfferRecord): OfferSummary => ({
  offerTypeId: offer.offer_type_id,
  publisherId: offer.publisher_id,
  status: offer.status,
  id: offer.id,
  version: offer.version,
  definition: { displayText: offer.name },
  changedTime: offer.changed_time,
})

export const toOffer = (offer: OfferRecord, version: number, definition: Definition): Offer => ({
  ...toSummary(offer),
  version,
  definition,
})

export const offerStore = (db: Database) => ({
  ofPublisher: (publisherId: string) =>
    db.selectFrom('offer').selectAll().where('publisher_id', '=', publisherId).orderBy('id').execute(),
  one: oneOffer(db),
})

export const oneOffer =
  (db: Database) =>
  (publisherId: string, id: string): Promise<OfferRecord | undefined> =>
    db.selectFrom('offer').selectAll().where('publisher_id', '=', publisherId).where('id', '=', id).executeTakeFirst()

export const someOffers = (db: Database, publisherId: string, ids: readonly string[]): Promise<OfferRecord[]> =>
  db.selectFrom('offer').selectAll().where('publisher_id', '=', publisherId).where('id', 'in', ids).execute()

export const goLivePlanOf = ({ go_live_plan }: OfferRecord): GoLivePlan | undefined =>
  go_live_plan === null ? undefined : JSON.parse(go_live_plan)

/** The offers that go live by themselves by now, longest due first. */
export const dueToGoLive = (db: Database, now: Date, limit: number) =>
  db
    .selectFrom('offer')
    .select(['publisher_id as publisherId', 'id as offerId'])
    .where('go_live_time', '<=', now.toISOString())
    .orderBy('go_live_time')
    .limit(limit)
    .execute()

/** Whether there are offers, or offers of one marketplace. */
export const hasOffers = async (db: Database, marketplace?: string): Promise<boolean> =>
  (await db
    .selectFrom('offer')
    .select('id')
    .$if(marketplace !== undefined, (select) => select.where('marketplace', '=', marketplace!))
    .limit(1)
    .executeTakeFirst()) !== undefined

export async function createOffer(
  change: Change,
  {
    id,
    offerTypeId,
    definition,
    marketplace = 'simulated',
  }: { id: string; offerTypeId: string; definition: Definition; marketplace?: string },
  now: Date,
) {
  const { tx, publisherId, revision } = change
  await tx
    .insertInto('offer')
    .values({
      publisher_id: publisherId,
      id,
      offer_type_id: offerTypeId,
      version: 1,
      draft_revision: revision,
      revision,
      name: definition.displayText,
      name_key: searchKey(definition.displayText),
      status: 'neverPublished',
      indicator: 'none',
      action_rank: 2,
      changed_time: now.toISOString(),
      held: 0,
      marketplace,
    })
    .execute()
  await writeVersion(change, { offerId: id, version: 1, definition }, now)
}

type Changes = {
  line?: ListLine
  draft?: { version: number; name: string; savedTime: Date }
  held?: boolean
  /** Null takes it back. */
  goLivePlan?: GoLivePlan | null | undefined
}

/** Changes an offer as it was read; false when it was changed since, other than by this very change. */
export async function updateOffer(
  { tx, publisherId, revision }: Change,
  offer: Pick<OfferRecord, 'id' | 'revision' | 'indicator' | 'action_rank' | 'go_live_time'>,
  { line, draft, held, goLivePlan }: Changes,
): Promise<boolean> {
  const isPlanned = goLivePlan === undefined ? offer.go_live_time !== null : goLivePlan !== null
  const rank = line?.actionRank ?? (offer.indicator === 'awaitingSignoff' ? 0 : offer.action_rank)
  const { numUpdatedRows } = await tx
    .updateTable('offer')
    .set({
      revision,
      ...(line && lineColumns(line)),
      ...((line || goLivePlan !== undefined) && { action_rank: isPlanned ? Math.max(1, rank) : rank }),
      ...(line && {
        status_revision: sql<number>`case when indicator = ${line.indicator} then status_revision else ${revision} end`,
      }),
      ...(draft && {
        version: draft.version,
        draft_revision: revision,
        name: draft.name,
        name_key: searchKey(draft.name),
        changed_time: draft.savedTime.toISOString(),
      }),
      ...(held !== undefined && { held: held ? 1 : 0 }),
      ...(goLivePlan !== undefined && {
        go_live_time: goLivePlan?.time ?? null,
        go_live_plan: goLivePlan && JSON.stringify(goLivePlan),
      }),
    })
    .where('publisher_id', '=', publisherId)
    .where('id', '=', offer.id)
    .where('revision', 'in', [offer.revision, revision])
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const lineColumns = ({ step, reason, previewVersion, liveVersion, delistedTime, ...line }: ListLine) => ({
  status: line.status,
  indicator: line.indicator,
  changed_time: line.changedTime,
  step_code: step?.code ?? null,
  step_name: step?.name ?? null,
  step_actor: step?.actor ?? null,
  step_started_time: step?.startedTime ?? null,
  step_overdue_time: step?.overdueTime ?? null,
  step_number: step?.number ?? null,
  step_count: step?.count ?? null,
  step_estimate: step?.estimatedTimeFrame ?? null,
  step_ended_time: step?.endedTime ?? null,
  reason: reason ? JSON.stringify(reason) : null,
  cancel_request: line.cancelRequest ?? null,
  ...(previewVersion !== undefined && { preview_version: previewVersion }),
  ...(liveVersion !== undefined && { live_version: liveVersion }),
  ...(delistedTime !== undefined && { delisted_time: delistedTime }),
})
