import { type Context, Hono } from 'hono'
import { apiVersion } from '../../../contract/apiVersion.ts'
import { CancelRequest, PublishRequest } from '../../../contract/publish.ts'
import type { OfferStatus } from '../../../contract/status.ts'
import type { Request } from '../../marketplace/marketplace.ts'
import { offerTypeById } from '../../offerTypes/catalogue.ts'
import { found } from '../../problems.ts'
import { statusAnswer } from '../../publishing/statusAnswer.ts'
import { toRow } from '../../store/offerList.ts'
import { offerStore } from '../../store/offers.ts'
import { submissionStore } from '../../store/submissions.ts'
import { mustWrite, roleIn } from '../access.ts'
import { jsonBody } from '../body.ts'
import type { Deps } from '../deps.ts'
import { idempotencyKeyOf } from '../idempotencyKey.ts'
import type { Env } from '../identity.ts'
import { parse } from '../problems.ts'

/** The status of an offer, and what its publisher may do about it. */
export const publishingRoutes = ({ db, marketplace }: Deps) => {
  const offers = offerStore(db)
  const submissions = submissionStore(db)

  return new Hono<Env>()
    .get('/publishers/:publisherId/offers/:offerId/status', async (c) => {
      const { publisherId, offerId } = c.req.param()
      const role = roleIn(c.get('caller'), publisherId)
      const offer = found(await offers.one(publisherId, offerId), `Offer ${offerId}`)
      const [publisher] = await offers.publishers([publisherId])
      return c.json(
        statusAnswer({
          offerType: found(offerTypeById(offer.offer_type_id), `Offer type ${offer.offer_type_id}`),
          draft: found(await offers.definition(publisherId, offerId, offer.version), 'The draft'),
          submission: await submissions.latest(publisherId, offerId),
          role,
          row: toRow(offer, publisher!.definition.displayText),
        }) satisfies OfferStatus,
      )
    })
    .post('/publishers/:publisherId/offers/:offerId/publish', async (c) => {
      const request = requestOf(c)
      const { metadata } = parse(PublishRequest, await jsonBody(c))
      const id = await marketplace.publish({
        ...request,
        notificationEmails: metadata['notification-emails'],
        language: metadata.language ?? 'en-US',
      })
      return accepted(c, request, id)
    })
    .post('/publishers/:publisherId/offers/:offerId/golive', async (c) => {
      const request = requestOf(c)
      return accepted(c, request, await marketplace.goLive(request))
    })
    .post('/publishers/:publisherId/offers/:offerId/cancel', async (c) => {
      const request = requestOf(c)
      const { metadata } = parse(CancelRequest, (await jsonBody(c)) ?? {})
      await marketplace.cancel({ ...request, reason: metadata?.reason })
      return c.body(null, 200)
    })
}

function requestOf(c: Context<Env>): Request {
  const { publisherId, offerId } = c.req.param() as { publisherId: string; offerId: string }
  mustWrite(c.get('caller'), publisherId)
  return { publisherId, offerId, actor: c.get('caller').email, idempotencyKey: idempotencyKeyOf(c) }
}

/** 202 with the operation's address under both names that clients look for. */
function accepted(c: Context, { publisherId, offerId }: Request, id: string) {
  const address = `/api/publishers/${publisherId}/offers/${offerId}/operations/${id}?api-version=${apiVersion}`
  return c.body(null, 202, { 'operation-location': address, location: address })
}
