import type { Definition, PutOffer } from '../../contract/offers.ts'
import { offerTypeById } from '../offerTypes/catalogue.ts'
import { keepSecrets } from '../offerTypes/secrets.ts'
import { found, ProblemError } from '../problems.ts'
import type { Actor } from '../publishing/actor.ts'
import { event } from '../publishing/transition.ts'
import { type Change, change } from '../store/changes.ts'
import { recordEvents } from '../store/history.ts'
import { once, type Repeatable } from '../store/idempotency.ts'
import { createOffer, type OfferRecord, oneOffer } from '../store/offers.ts'
import { definitionOf, writeVersion } from '../store/offerVersions.ts'
import { submissionStore } from '../store/submissions.ts'
import { ownKey } from './act.ts'
import type { OfferDeps } from './deps.ts'
import { changeOffer } from './record.ts'

type SaveRequest = {
  publisherId: string
  offerId: string
  actor: Actor
  /** The drafts that the caller knows, by revision, or `any` to overwrite whatever is there. Absent: a new offer. */
  seen?: readonly number[] | 'any' | undefined
  draft: Pick<PutOffer, 'offerTypeId' | 'definition'>
  repeatable?: Repeatable | undefined
}

type Saved = { offer: OfferRecord; definition: Definition; created: boolean }

/** Makes an offer, or saves its draft. What is answered is what was written, and to a repeated request the draft as it is. */
export async function saveDraft(deps: OfferDeps, request: SaveRequest): Promise<Saved> {
  const { db, now, marketplace } = deps
  const { publisherId, offerId, draft } = request
  const offerTypeId = checkIdentity(offerId, draft.offerTypeId)
  const isElsewhere = await marketplace.createsOffersOf(publisherId)
  return change(db, publisherId, async (open) => {
    const outcome = await once(open, ownKey(request), now(), () =>
      write(open, request, { offerTypeId, isElsewhere, now: now() }),
    )
    const offer = found(await oneOffer(open.tx)(publisherId, offerId), `Offer ${offerId}`)
    const definition = found(
      await definitionOf(open.tx)(publisherId, offerId, offer.version),
      `The draft of offer ${offerId}`,
    )
    return { offer, definition, created: outcome === 'created' }
  })
}

type Known = { offerTypeId: string; isElsewhere: boolean; now: Date }

async function write(
  open: Change,
  request: SaveRequest,
  { offerTypeId, isElsewhere, now }: Known,
): Promise<'created' | 'saved'> {
  const { publisherId, offerId, actor, seen, draft } = request
  const existing = await oneOffer(open.tx)(publisherId, offerId)
  if (!existing && seen && seen !== 'any')
    throw new ProblemError('PreconditionFailed', `Offer ${offerId} does not exist; nothing was changed.`)
  if (existing) checkRevision(existing, request, offerTypeId)
  if (existing && existing.marketplace !== 'simulated')
    throw new ProblemError('ActionNotAllowed', 'The offer is edited in Partner Center: nothing was changed here.')
  if (!existing && isElsewhere)
    throw new ProblemError(
      'ActionNotAllowed',
      'Offers of this publisher are created in Partner Center and appear here within half an hour: nothing was created.',
    )
  const previous = existing && (await definitionOf(open.tx)(publisherId, offerId, existing.version))
  const definition = previous ? keepSecrets(previous, draft.definition) : draft.definition
  if (existing) await revise(open, existing, definition, actor, now)
  else await create(open, { id: offerId, offerTypeId, definition }, actor, now)
  return existing ? 'saved' : 'created'
}

export async function create(
  change: Change,
  offer: { id: string; offerTypeId: string; definition: Definition },
  actor: Actor,
  now: Date,
) {
  await createOffer(change, offer, now)
  await recordEvents(change, { offerId: offer.id }, [event('OfferCreated', actor, now, { version: 1 })])
}

/** A version that a submission has taken stays as it is, and the draft becomes the next one (D11). */
export async function revise(
  change: Change,
  offer: OfferRecord,
  definition: Definition,
  actor: Actor,
  now: Date,
): Promise<number> {
  const latest = await submissionStore(change.tx).latest(change.publisherId, offer.id)
  const version = latest?.offerVersion === offer.version ? offer.version + 1 : offer.version
  await writeVersion(change, { offerId: offer.id, version, definition }, now)
  await changeOffer(change, offer, { draft: { version, name: definition.displayText, savedTime: now } })
  await recordEvents(change, { offerId: offer.id }, [event('OfferSaved', actor, now, { version })])
  return version
}

const fault = (target: string, message: string) =>
  new ProblemError('InvalidInput', message, [{ code: 'invalidInput', message, target }])

/** Returns the offer type's own id: tools may know it by another. */
function checkIdentity(offerId: string, offerTypeId: string): string {
  const offerType = offerTypeById(offerTypeId)
  if (!offerType) throw fault('offerTypeId', 'There is no such offer type.')
  if (!offerType.offerId.test(offerId))
    throw fault('id', 'An offer ID has up to 50 lower-case letters, digits and hyphens, and does not end in a hyphen.')
  return offerType.id
}

function checkRevision(offer: OfferRecord, { seen }: SaveRequest, offerTypeId: string) {
  if (seen === undefined)
    throw new ProblemError(
      'InvalidResourceId',
      `Offer ID ${offer.id} already exists. Send If-Match with the ETag you read, or * to overwrite it.`,
    )
  if (seen !== 'any' && !seen.includes(offer.draft_revision))
    throw new ProblemError('PreconditionFailed', 'The offer was changed since you read it; nothing was overwritten.')
  if (offerTypeId !== offer.offer_type_id) throw fault('offerTypeId', 'The type of an offer cannot change.')
}
