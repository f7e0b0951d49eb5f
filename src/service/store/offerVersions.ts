import type { Definition } from '../../contract/offers.ts'
import type { Submission } from '../publishing/submission.ts'
import type { Change } from './changes.ts'
import type { Database } from './database.ts'

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

/** The contents of some versions of an offer. */
export async function definitionsOf(db: Database, publisherId: string, offerId: string, versions: readonly number[]) {
  const rows = await db
    .selectFrom('offer_version')
    .select(['version', 'definition'])
    .where('publisher_id', '=', publisherId)
    .where('offer_id', '=', offerId)
    .where('version', 'in', versions)
    .execute()
  return new Map(rows.map(({ version, definition }): [number, Definition] => [version, JSON.parse(definition)]))
}

/** The contents, as JSON, of the versions that these submissions of a publisher took, by offer. */
export async function writtenVersions(db: Database, publisherId: string, submissions: readonly Submission[]) {
  const rows = await db
    .selectFrom('offer_version')
    .select(['offer_id', 'definition'])
    .where('publisher_id', '=', publisherId)
    .where((eb) =>
      eb(
        eb.refTuple('offer_id', 'version'),
        'in',
        submissions.map(({ offerId, offerVersion }) => eb.tuple(offerId, offerVersion)),
      ),
    )
    .execute()
  return new Map(rows.map(({ offer_id, definition }) => [offer_id, definition]))
}

/** Writes a new version, or another content of it. */
export async function writeVersion(
  { tx, publisherId }: Change,
  { offerId, version, definition }: { offerId: string; version: number; definition: Definition },
  now: Date,
) {
  const saved = { definition: JSON.stringify(definition), changed_time: now.toISOString() }
  await tx
    .insertInto('offer_version')
    .values({ publisher_id: publisherId, offer_id: offerId, version, ...saved })
    .onConflict((c) => c.columns(['publisher_id', 'offer_id', 'version']).doUpdateSet(saved))
    .execute()
}
