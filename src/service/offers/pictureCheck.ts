import type { PictureCheck } from '../../contract/pictureCheck.ts'
import { offerTypeById } from '../offerTypes/catalogue.ts'
import { placedIn } from '../offerTypes/offerType.ts'
import { pictureFault, picturesIn, type ReadPicture } from '../offerTypes/pictures.ts'
import { found } from '../problems.ts'
import { factsOf } from './act.ts'
import type { OfferDeps } from './deps.ts'

/** More pictures than any listing shows are not read. */
const most = 30

/** Reads the pictures that the saved draft names, and compares them with what their fields declare. */
export async function pictureCheck(
  { db, now, readPicture }: Pick<OfferDeps, 'db' | 'now'> & { readPicture: ReadPicture },
  { publisherId, offerId }: { publisherId: string; offerId: string },
): Promise<PictureCheck> {
  const { offer, definition } = await factsOf(db, publisherId, offerId, now())
  const { form } = found(offerTypeById(offer.offer_type_id), `Offer type ${offer.offer_type_id}`)
  const places = picturesIn(form, await definition(offer.version)).slice(0, most)
  const seen = await Promise.all(
    places.map(async (place) => ({ place, picture: await readPicture(place.address, place.rule.bytes) })),
  )
  return {
    problems: seen.flatMap(({ place, picture }) => (picture ? pictureFault(place, picture) : [])).map(placedIn(form)),
    unread: seen
      .filter(({ picture }) => !picture)
      .map(({ place: { target, entry } }) => ({ target, ...(entry !== undefined && { entry }) })),
  }
}
