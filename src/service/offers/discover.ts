import { marketplace } from '../publishing/actor.ts'
import { event } from '../publishing/transition.ts'
import { type Change, change } from '../store/changes.ts'
import type { Database } from '../store/database.ts'
import { recordEvents } from '../store/history.ts'
import { createOffer, oneOffer } from '../store/offers.ts'
import { definitionOf } from '../store/offerVersions.ts'
import { revise } from './saveDraft.ts'

/** An offer that was made in its marketplace; `also` writes what the marketplace keeps of it. */
export type FoundOffer = {
  offer: Parameters<typeof createOffer>[1]
  also: (change: Change, now: Date) => Promise<void>
}

/** Takes offers over that were made elsewhere; one that is here already stays as it is. Answers how many are new. */
export async function takeOver(db: Database, publisherId: string, found: FoundOffer[], now: Date): Promise<number> {
  let taken = 0
  for (const { offer, also } of found)
    await change(db, publisherId, async (open) => {
      if (await oneOffer(open.tx)(publisherId, offer.id)) return
      await createOffer(open, offer, now)
      await also(open, now)
      const details = { version: 1 }
      await recordEvents(open, { offerId: offer.id }, [event('OfferCreated', marketplace, now, details)])
      taken++
    })
  return taken
}

/** Gives offers the names that they have in their marketplace now. */
export async function rename(
  db: Database,
  publisherId: string,
  renamed: { offerId: string; name: string }[],
  now: Date,
) {
  for (const { offerId, name } of renamed)
    await change(db, publisherId, async (open) => {
      const offer = await oneOffer(open.tx)(publisherId, offerId)
      const draft = offer && (await definitionOf(open.tx)(publisherId, offerId, offer.version))
      if (draft && offer.name !== name) await revise(open, offer, { ...draft, displayText: name }, marketplace, now)
    })
}
