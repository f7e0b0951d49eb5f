import type { TestLead } from '../../contract/testLead.ts'
import { offerTypeById } from '../offerTypes/catalogue.ts'
import { leadDestinationRequired } from '../offerTypes/checks/leads.ts'
import { placedIn } from '../offerTypes/offerType.ts'
import { found } from '../problems.ts'
import { factsOf } from './act.ts'
import type { OfferDeps } from './deps.ts'

/** Tries the lead destination of the saved draft as the simulated marketplace does: nothing leaves the service. */
export async function testLead(
  { db, now }: Pick<OfferDeps, 'db' | 'now'>,
  { publisherId, offerId }: { publisherId: string; offerId: string },
): Promise<TestLead> {
  const { offer, definition } = await factsOf(db, publisherId, offerId, now())
  const { form } = found(offerTypeById(offer.offer_type_id), `Offer type ${offer.offer_type_id}`)
  return { problems: leadDestinationRequired(await definition(offer.version)).map(placedIn(form)) }
}
