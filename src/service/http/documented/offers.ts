import { type Context, Hono } from 'hono'
import {
  type Definition,
  type Offer,
  type OfferSummary,
  type OfferTypeForm,
  type Publisher,
  PutOffer,
} from '../../../contract/offers.ts'
import { draftTag } from '../../offers/draft.ts'
import { saveDraft } from '../../offers/saveDraft.ts'
import { offerTypeById, offerTypes } from '../../offerTypes/catalogue.ts'
import { withoutSecrets } from '../../offerTypes/secrets.ts'
import { found, ProblemError } from '../../problems.ts'
import { person } from '../../publishing/actor.ts'
import { type OfferRecord, offerStore, toOffer, toSummary } from '../../store/offers.ts'
import { definitionOf } from '../../store/offerVersions.ts'
import { publisherStore } from '../../store/publishers.ts'
import { mustWrite, roleIn } from '../access.ts'
import { jsonBody } from '../body.ts'
import type { Deps } from '../deps.ts'
import { tagsOf } from '../entityTag.ts'
import { repeatable } from '../idempotencyKey.ts'
import type { Env } from '../identity.ts'
import { parse } from '../problems.ts'

/** Publishers, offer types, and an offer's content by version and slot. */
export const offerRoutes = (deps: Deps) => {
  const { db } = deps
  const offers = offerStore(db)
  const definition = definitionOf(db)

  /** Answers one version, or 404 with the message `missing`. */
  const answerVersion = async (c: Context, offer: OfferRecord, version: number | null, missing: string) => {
    const content = version === null ? undefined : await definition(offer.publisher_id, offer.id, version)
    if (version === null || !content) throw new ProblemError('NotFound', missing)
    return answer(c, offer, version, content)
  }

  return new Hono<Env>()
    .get('/publishers', async (c) =>
      c.json((await publisherStore(db).list([...c.get('caller').roles.keys()])) satisfies Publisher[]),
    )
    .get('/offerTypes', (c) => c.json(offerTypes.map(({ id, displayText }) => ({ id, displayText }))))
    .get('/offerTypes/:offerTypeId', (c) => {
      const { offerTypeId } = c.req.param()
      const { id, displayText, offerId, storefront, form } = found(
        offerTypeById(offerTypeId),
        `Offer type ${offerTypeId}`,
      )
      return c.json({ id, displayText, offerId: offerId.source, storefront, form } satisfies OfferTypeForm)
    })
    .get('/publishers/:publisherId/offers', async (c) => {
      const { publisherId } = c.req.param()
      roleIn(c.get('caller'), publisherId)
      return c.json((await offers.ofPublisher(publisherId)).map(toSummary) satisfies OfferSummary[])
    })
    .get('/publishers/:publisherId/offers/:offerId', async (c) => {
      const { publisherId, offerId } = c.req.param()
      roleIn(c.get('caller'), publisherId)
      const offer = found(await offers.one(publisherId, offerId), `Offer ${offerId}`)
      return answerVersion(c, offer, offer.version, 'The draft does not exist.')
    })
    .get('/publishers/:publisherId/offers/:offerId/versions/:version{[0-9]{1,9}}', async (c) => {
      const { publisherId, offerId, version } = c.req.param()
      roleIn(c.get('caller'), publisherId)
      const offer = found(await offers.one(publisherId, offerId), `Offer ${offerId}`)
      return answerVersion(c, offer, Number(version), `Version ${version} of offer ${offerId} does not exist.`)
    })
    .get('/publishers/:publisherId/offers/:offerId/slot/:slot', async (c) => {
      const { publisherId, offerId, slot } = c.req.param()
      roleIn(c.get('caller'), publisherId)
      const offer = found(await offers.one(publisherId, offerId), `Offer ${offerId}`)
      const missing = `There is no ${slot} slot deployed for Offer ID '${offerId}', Publisher ID '${publisherId}'.`
      return answerVersion(c, offer, inSlot(offer, slot), missing)
    })
    .put('/publishers/:publisherId/offers/:offerId', async (c) => {
      const address = c.req.param()
      mustWrite(c.get('caller'), address.publisherId)
      const draft = parse(PutOffer, await jsonBody(c))
      agree(draft, address)
      const seen = revisionsIn(c.req.header('if-match'))
      const saved = await saveDraft(deps, {
        ...address,
        actor: person(c.get('caller').email),
        seen,
        draft,
        repeatable: await repeatable(c),
      })
      c.status(saved.created ? 201 : 200)
      return answer(c, saved.offer, saved.offer.version, saved.definition)
    })
}

/** The draft has the same tag for If-Match at every address. */
function answer(c: Context, offer: OfferRecord, version: number, definition: Definition) {
  if (version === offer.version) {
    c.header('etag', draftTag(offer))
    c.header('cache-control', 'private, no-cache')
  }
  return c.json(toOffer(offer, version, withoutSecrets(definition)) satisfies Offer)
}

function inSlot(offer: OfferRecord, slot: string) {
  const name = slot.toLowerCase()
  if (name === 'draft') return offer.version
  if (name === 'preview') return offer.preview_version
  if (name === 'production') return offer.delisted_time ? null : offer.live_version
  throw new ProblemError('NotFound', `There is no slot ${slot}.`)
}

/** The revisions that drafts' tags name, `any` for `*`. */
function revisionsIn(ifMatch: string | undefined) {
  if (!ifMatch) return undefined
  if (ifMatch.trim() === '*') return 'any'
  return tagsOf(ifMatch).map((tag) => Number(/^draft-(\d+)(?:\.|$)/.exec(tag)?.[1]))
}

/** Ids in the body must match the address. */
function agree({ publisherId, id }: PutOffer, address: { publisherId: string; offerId: string }) {
  const fault = (target: string, message: string) =>
    new ProblemError('InvalidInput', message, [{ code: 'invalidInput', message, target }])
  if (publisherId !== undefined && publisherId.toLowerCase() !== address.publisherId)
    throw fault('publisherId', 'publisherId is another than in the address.')
  if (id !== undefined && id.toLowerCase() !== address.offerId) throw fault('id', 'id is another than in the address.')
}
