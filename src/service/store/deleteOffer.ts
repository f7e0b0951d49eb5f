import type { Change } from './changes.ts'

/** Removes an offer that was never published; its events stay in History. */
export async function deleteOffer({ tx, publisherId }: Change, offerId: string) {
  for (const table of ['offer_version', 'seen_offer', 'watched_offer'] as const)
    await tx.deleteFrom(table).where('publisher_id', '=', publisherId).where('offer_id', '=', offerId).execute()
  await tx.deleteFrom('offer').where('publisher_id', '=', publisherId).where('id', '=', offerId).execute()
}
