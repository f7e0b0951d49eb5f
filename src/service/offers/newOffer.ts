import type { NewOffer } from '../../contract/newOffer.ts'
import { found } from '../problems.ts'
import type { Actor } from '../publishing/actor.ts'
import type { Repeatable } from '../store/idempotency.ts'
import { oneOffer } from '../store/offers.ts'
import { definitionOf } from '../store/offerVersions.ts'
import type { OfferDeps } from './deps.ts'
import { saveDraft } from './saveDraft.ts'

type Request = { publisherId: string; actor: Actor; offer: NewOffer; repeatable?: Repeatable | undefined }

/** Makes an empty offer, or a copy of another one with its secrets: they stay with their publisher. */
export async function newOffer(deps: OfferDeps, { publisherId, actor, offer, repeatable }: Request) {
  const { id, name, offerTypeId, copyOf } = offer
  const draft =
    copyOf === undefined
      ? { offerTypeId: offerTypeId ?? '', definition: { displayText: name, offer: {}, plans: [] } }
      : await copied(deps, publisherId, copyOf.toLowerCase(), name)
  return saveDraft(deps, { publisherId, offerId: id.toLowerCase(), actor, draft, repeatable })
}

async function copied({ db }: Pick<OfferDeps, 'db'>, publisherId: string, copyOf: string, name: string) {
  const { offer_type_id, version } = found(await oneOffer(db)(publisherId, copyOf), `Offer ${copyOf}`)
  const definition = found(await definitionOf(db)(publisherId, copyOf, version), `The draft of offer ${copyOf}`)
  return { offerTypeId: offer_type_id, definition: { ...definition, displayText: name } }
}
