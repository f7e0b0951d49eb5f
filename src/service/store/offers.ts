import type { Selectable } from 'kysely'
import type { Definition, Offer, OfferSummary, Publisher } from '../../contract/offers.ts'
import type { Change } from './changes.ts'
import type { Database } from './database.ts'
import type { Schema } from './schema.ts'

export type OfferRecord = Selectable<Schema['offer']>

const nameKey = (name: string) => name.normalize('NFKC').toLowerCase()

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
  async publishers(ids: string[]): Promise<Publisher[]> {
    const rows = await db.selectFrom('publisher').selectAll().where('id', 'in', ids).orderBy('id').execute()
    return rows.map(({ id, version, display_text, seller_id }) => ({
      id,
      version,
      definition: {
        displayText: display_text,
        offerTypeCategories: ['AzureMarketplace', 'AppSource'],
        sellerId: seller_id,
      },
    }))
  },
  async publisherIds(): Promise<string[]> {
    const rows = await db.selectFrom('publisher').select('id').orderBy('id').execute()
    return rows.map(({ id }) => id)
  },
  ofPublisher: (publisherId: string) =>
    db.selectFrom('offer').selectAll().where('publisher_id', '=', publisherId).orderBy('id').execute(),
  one: oneOffer(db),
  definition: definitionOf(db),
})

export const oneOffer =
  (db: Database) =>
  (publisherId: string, id: string): Promise<OfferRecord | undefined> =>
    db.selectFrom('offer').selectAll().where('publisher_id', '=', publisherId).where('id', '=', id).executeTakeFirst()

export const definitionOf =
  (db: Database) =>
  async (publisherId: string, offerId: string, version: number): Promise<Definition | undefined> => {
    const row = await db
      .selectFrom('offer_version')
      .select('definition')
      .where('publisher_id', '=', publisherId)
      .where('offer_id', '=', offerId)
      .where('version', '=', version)
      .executeTakeFirst()
    return row && JSON.parse(row.definition)
  }

export async function createOffer(
  { tx, publisherId, revision }: Change,
  { id, offerTypeId, definition }: { id: string; offerTypeId: string; definition: Definition },
  now: Date,
) {
  const changed_time = now.toISOString()
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
      name_key: nameKey(definition.displayText),
      status: 'neverPublished',
      indicator: 'none',
      action_rank: 2,
      changed_time,
      held: 0,
    })
    .execute()
  await tx
    .insertInto('offer_version')
    .values({
      publisher_id: publisherId,
      offer_id: id,
      version: 1,
      definition: JSON.stringify(definition),
      changed_time,
    })
    .execute()
}

/** Saves the draft; a version that a submission has taken stays as it is, and the draft becomes the next one (D11). */
export async function saveDraft(
  { tx, publisherId, revision }: Change,
  offer: OfferRecord,
  definition: Definition,
  now: Date,
): Promise<number> {
  const changed_time = now.toISOString()
  const taken = await tx
    .selectFrom('submission')
    .select('id')
    .where('publisher_id', '=', publisherId)
    .where('offer_id', '=', offer.id)
    .where('offer_version', '=', offer.version)
    .executeTakeFirst()
  const version = taken ? offer.version + 1 : offer.version
  const saved = { definition: JSON.stringify(definition), changed_time }
  await tx
    .insertInto('offer_version')
    .values({ publisher_id: publisherId, offer_id: offer.id, version, ...saved })
    .onConflict((c) => c.columns(['publisher_id', 'offer_id', 'version']).doUpdateSet(saved))
    .execute()
  await tx
    .updateTable('offer')
    .set({
      version,
      revision,
      draft_revision: revision,
      name: definition.displayText,
      name_key: nameKey(definition.displayText),
      changed_time,
    })
    .where('publisher_id', '=', publisherId)
    .where('id', '=', offer.id)
    .execute()
  return version
}
