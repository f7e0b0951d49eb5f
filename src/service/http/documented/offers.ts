import { type Context, Hono } from 'hono'
import { type Offer, type OfferSummary, type Publisher, PutOffer, Slug } from '../../../contract/offers.ts'
import { offerTypeById, offerTypes } from '../../offerTypes/catalogue.ts'
import { keepSecrets, withoutSecrets } from '../../offerTypes/secrets.ts'
import { found, ProblemError } from '../../problems.ts'
import { change } from '../../store/changes.ts'
import { recordEvent } from '../../store/history.ts'
import {
  createOffer,
  definitionOf,
  type OfferRecord,
  offerStore,
  oneOffer,
  saveDraft,
  toOffer,
  toSummary,
} from '../../store/offers.ts'
import { mustWrite, roleIn } from '../access.ts'
import { jsonBody } from '../body.ts'
import type { Deps } from '../deps.ts'
import { tagsOf } from '../entityTag.ts'
import type { Env } from '../identity.ts'
import { parse } from '../problems.ts'

/** Publishers, offer types, and an offer's content by version and slot. */
export const offerRoutes = ({ db, now }: Deps) => {
  const offers = offerStore(db)

  const contentOf = async (offer: OfferRecord, version: number | null, missing: string): Promise<Offer> => {
    const definition = version === null ? undefined : await offers.definition(offer.publisher_id, offer.id, version)
    if (version === null || !definition) throw new ProblemError('NotFound', missing)
    return toOffer(offer, version, withoutSecrets(definition))
  }
  /** The draft carries its tag for If-Match wherever it is read. */
  const answer = async (c: Context, offer: OfferRecord, version: number | null, missing = '') => {
    const content = await contentOf(offer, version, missing)
    if (version === offer.version) {
      c.header('etag', draftTag(offer))
      c.header('cache-control', 'private, no-cache')
    }
    return c.json(content)
  }
  const inSlot = (offer: OfferRecord, slot: string) => {
    const name = slot.toLowerCase()
    if (name === 'draft') return offer.version
    if (name === 'preview') return offer.preview_version
    if (name === 'production') return offer.delisted_time ? null : offer.live_version
    throw new ProblemError('NotFound', `There is no slot ${slot}.`)
  }

  return new Hono<Env>()
    .get('/publishers', async (c) =>
      c.json((await offers.publishers([...c.get('caller').roles.keys()])) satisfies Publisher[]),
    )
    .get('/offerTypes', (c) => c.json(offerTypes.map(({ id, displayText }) => ({ id, displayText }))))
    .get('/publishers/:publisherId/offers', async (c) => {
      const { publisherId } = c.req.param()
      roleIn(c.get('caller'), publisherId)
      return c.json((await offers.ofPublisher(publisherId)).map(toSummary) satisfies OfferSummary[])
    })
    .get('/publishers/:publisherId/offers/:offerId', async (c) => {
      const { publisherId, offerId } = c.req.param()
      roleIn(c.get('caller'), publisherId)
      const offer = found(await offers.one(publisherId, offerId), `Offer ${offerId}`)
      return answer(c, offer, offer.version)
    })
    .get('/publishers/:publisherId/offers/:offerId/versions/:version{[0-9]{1,9}}', async (c) => {
      const { publisherId, offerId, version } = c.req.param()
      roleIn(c.get('caller'), publisherId)
      const offer = found(await offers.one(publisherId, offerId), `Offer ${offerId}`)
      return answer(c, offer, Number(version), `Version ${version} of offer ${offerId} does not exist.`)
    })
    .get('/publishers/:publisherId/offers/:offerId/slot/:slot', async (c) => {
      const { publisherId, offerId, slot } = c.req.param()
      roleIn(c.get('caller'), publisherId)
      const offer = found(await offers.one(publisherId, offerId), `Offer ${offerId}`)
      const missing = `There is no ${slot} slot deployed for Offer ID '${offerId}', Publisher ID '${publisherId}'.`
      return answer(c, offer, inSlot(offer, slot), missing)
    })
    .put('/publishers/:publisherId/offers/:offerId', async (c) => {
      const { publisherId, offerId } = c.req.param()
      mustWrite(c.get('caller'), publisherId)
      const put = parse(PutOffer, await jsonBody(c))
      agree(put, { publisherId, offerId })
      const ifMatch = c.req.header('if-match')
      const { offer, created } = await change(db, publisherId, async (open) => {
        const existing = await oneOffer(open.tx)(publisherId, offerId)
        if (existing) await modify(open, existing, put, ifMatch, now())
        else if (ifMatch && ifMatch !== '*')
          throw new ProblemError('PreconditionFailed', `Offer ${offerId} does not exist; nothing was changed.`)
        else await createOffer(open, { id: offerId, ...put }, now())
        const offer = (await oneOffer(open.tx)(publisherId, offerId))!
        const type = existing ? 'OfferSaved' : 'OfferCreated'
        await recordEvent(
          open,
          offer,
          { type, actor: c.get('caller').email, details: { version: offer.version } },
          now(),
        )
        return { offer, created: !existing }
      })
      c.status(created ? 201 : 200)
      return answer(c, offer, offer.version)
    })
}

/** Names the draft, and after the dot the state of its offer, which If-None-Match is about and If-Match is not. */
const draftTag = ({ draft_revision, revision }: OfferRecord) => `W/"draft-${draft_revision}.${revision}"`

const namesDraft = (ifMatch: string, { draft_revision }: OfferRecord) =>
  ifMatch.trim() === '*' || tagsOf(ifMatch).some((tag) => tag.split('.')[0] === `draft-${draft_revision}`)

/** What the body says of identity must be what the address says, and what the offer's type allows. */
function agree({ offerTypeId, publisherId, id }: PutOffer, address: { publisherId: string; offerId: string }) {
  const fault = (target: string, message: string) =>
    new ProblemError('InvalidInput', message, [{ code: 'invalidInput', message, target }])
  if (publisherId !== undefined && publisherId !== address.publisherId)
    throw fault('publisherId', 'publisherId is another than in the address.')
  if (id !== undefined && id !== address.offerId) throw fault('id', 'id is another than in the address.')
  const offerType = offerTypeById(offerTypeId)
  if (!offerType) throw fault('offerTypeId', 'There is no such offer type.')
  if (!Slug.safeParse(address.offerId).success || !offerType.offerId.test(address.offerId))
    throw fault('id', 'An offer ID has up to 50 lower-case letters, digits and hyphens, and does not end in a hyphen.')
}

async function modify(
  open: Parameters<typeof saveDraft>[0],
  offer: OfferRecord,
  put: PutOffer,
  ifMatch: string | undefined,
  now: Date,
) {
  if (!ifMatch)
    throw new ProblemError(
      'InvalidResourceId',
      `Offer ID ${offer.id} already exists. Send If-Match with the ETag you read, or * to overwrite it.`,
    )
  if (!namesDraft(ifMatch, offer))
    throw new ProblemError('PreconditionFailed', 'The offer was changed since you read it; nothing was overwritten.')
  if (put.offerTypeId !== offer.offer_type_id)
    throw new ProblemError('InvalidInput', 'The type of an offer cannot change.', [
      { code: 'invalidInput', message: 'The type of an offer cannot change.', target: 'offerTypeId' },
    ])
  const previous = await definitionOf(open.tx)(open.publisherId, offer.id, offer.version)
  await saveDraft(open, offer, keepSecrets(previous!, put.definition), now)
}
