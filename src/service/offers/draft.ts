import type { Draft } from '../../contract/draft.ts'
import { placesOfSecrets, withoutSecrets } from '../offerTypes/secrets.ts'
import { lastSaved } from '../store/lastSaved.ts'
import { type OfferRecord, toOffer } from '../store/offers.ts'
import { factsOf } from './act.ts'
import type { OfferDeps } from './deps.ts'

/** Names the draft, and after the dot the state of its offer, which If-None-Match is about and If-Match is not. */
export const draftTag = ({ draft_revision, revision }: OfferRecord) => `W/"draft-${draft_revision}.${revision}"`

/** The draft of an offer, with what its editor has to know besides. */
export async function draftOf(
  { db, now }: Pick<OfferDeps, 'db' | 'now'>,
  { publisherId, offerId }: { publisherId: string; offerId: string },
): Promise<Draft> {
  const { offer, latest, definition } = await factsOf(db, publisherId, offerId, now())
  const content = await definition(offer.version)
  const saved = await lastSaved(db, publisherId, offerId)
  return {
    offer: toOffer(offer, offer.version, withoutSecrets(content)),
    tag: draftTag(offer),
    kept: placesOfSecrets(content),
    ...(saved && { saved }),
    comparable: [
      ...(offer.live_version === null ? [] : ['live' as const]),
      ...(offer.preview_version === null ? [] : ['preview' as const]),
    ],
    canDelete: latest === undefined && offer.marketplace === 'simulated',
  }
}
