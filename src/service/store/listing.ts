import { ProblemError } from '../problems.ts'
import type { Submission } from '../publishing/submission.ts'
import type { Change } from './changes.ts'
import { recordEvent } from './history.ts'
import type { OfferRecord } from './offers.ts'
import { lineOf } from './submissions.ts'

/** Takes a live offer out of the marketplace, or puts it back; its submissions stay as they are. */
export async function recordListing(
  open: Change,
  offer: OfferRecord,
  latest: Submission | undefined,
  { listed, actor, reason }: { listed: boolean; actor: string; reason?: string | undefined },
  now: Date,
) {
  if (offer.live_version === null || (offer.delisted_time === null) === listed)
    throw new ProblemError('ActionNotAllowed', listed ? 'The offer is not delisted.' : 'The offer is not live.')
  const delisted_time = listed ? null : now.toISOString()
  await open.tx
    .updateTable('offer')
    .set({
      ...(latest && lineOf({ delisted_time }, latest)),
      live_version: offer.live_version,
      delisted_time,
      changed_time: now.toISOString(),
      revision: open.revision,
    })
    .where('publisher_id', '=', open.publisherId)
    .where('id', '=', offer.id)
    .execute()
  await recordEvent(open, offer, { type: listed ? 'OfferRelisted' : 'OfferDelisted', actor, details: { reason } }, now)
}

/** From now on an operator decides by hand, or no longer does. */
export async function setHeld(
  open: Change,
  offer: OfferRecord,
  { held, actor, reason }: { held: boolean; actor: string; reason?: string | undefined },
  now: Date,
) {
  if ((offer.held === 1) === held)
    throw new ProblemError('ActionNotAllowed', held ? 'The offer is held already.' : 'The offer is not held.')
  await open.tx
    .updateTable('offer')
    .set({ held: held ? 1 : 0, revision: open.revision })
    .where('publisher_id', '=', open.publisherId)
    .where('id', '=', offer.id)
    .execute()
  await recordEvent(open, offer, { type: held ? 'OfferHeld' : 'OfferReleased', actor, details: { reason } }, now)
}
