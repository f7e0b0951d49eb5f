import {
  type ContentChanges,
  type ContentChangesQuery,
  type ContentName,
  mostChanges,
} from '../../contract/contentChanges.ts'
import { tabOf } from '../../contract/forms.ts'
import { offerTypeById } from '../offerTypes/catalogue.ts'
import { changesBetween } from '../offerTypes/compare.ts'
import { found } from '../problems.ts'
import type { OfferRecord } from '../store/offers.ts'
import { factsOf } from './act.ts'
import type { OfferDeps } from './deps.ts'

const versionOf: Record<ContentName, (offer: OfferRecord) => number | null> = {
  live: ({ live_version }) => live_version,
  preview: ({ preview_version }) => preview_version,
  draft: ({ version }) => version,
}

/** What differs between two versions of an offer, secrets by name only. */
export async function contentChanges(
  { db, now }: Pick<OfferDeps, 'db' | 'now'>,
  { publisherId, offerId, from, to }: ContentChangesQuery & { publisherId: string; offerId: string },
): Promise<ContentChanges> {
  const { offer, definition } = await factsOf(db, publisherId, offerId, now())
  const numberOf = (version: typeof from) => (typeof version === 'number' ? version : versionOf[version](offer))
  const [before, after] = [numberOf(from), numberOf(to)]
  const versions = { ...(before !== null && { from: before }), ...(after !== null && { to: after }) }
  // Partner Center keeps the content itself.
  if (before === null || after === null || offer.marketplace !== 'simulated') return { ...versions, total: 0 }
  const changes = changesBetween(await definition(before), await definition(after))
  const { form } = found(offerTypeById(offer.offer_type_id), `Offer type ${offer.offer_type_id}`)
  const items = changes.slice(0, mostChanges).map((change) => {
    const tab = tabOf(form, change.target)
    return { ...change, ...(tab && { tab }) }
  })
  return { ...versions, items, total: changes.length }
}
