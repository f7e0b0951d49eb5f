import type { Facts } from '../marketplace/marketplace.ts'
import { found } from '../problems.ts'
import type { Database } from '../store/database.ts'
import { someOffers } from '../store/offers.ts'
import { definitionOf, writtenVersions } from '../store/offerVersions.ts'
import { submissionStore } from '../store/submissions.ts'

/** The facts of several offers of a publisher in three queries; those first that any later change makes `record` refuse. */
export async function factsOfSome(
  db: Database,
  publisherId: string,
  offerIds: readonly string[],
  now: Date,
): Promise<Facts[]> {
  const offers = await someOffers(db, publisherId, offerIds)
  const submissions = await submissionStore(db).latestOfSome(publisherId, offerIds)
  const latest = new Map(submissions.map((submission) => [submission.offerId, submission]))
  const written = await writtenVersions(db, publisherId, submissions)
  return offers.map((offer) => ({
    offer,
    latest: latest.get(offer.id),
    definition: async (version) => {
      const text = latest.get(offer.id)?.offerVersion === version ? written.get(offer.id) : undefined
      const definition = text ? JSON.parse(text) : await definitionOf(db)(publisherId, offer.id, version)
      return found(definition, `Version ${version}`)
    },
    now,
  }))
}
