import { type Context, Hono } from 'hono'
import { apiVersion } from '../../../contract/apiVersion.ts'
import { type Accepted, CancelRequest, GoLiveRequest, PublishRequest } from '../../../contract/publish.ts'
import type { OfferStatus } from '../../../contract/status.ts'
import type { OfferRequest } from '../../offers/act.ts'
import { cancel } from '../../offers/cancel.ts'
import { publish, usualAddresses } from '../../offers/publish.ts'
import { signOff } from '../../offers/signOff.ts'
import { statusAnswer } from '../../offers/statusAnswer.ts'
import { person } from '../../publishing/actor.ts'
import { publisherStore } from '../../store/publishers.ts'
import { mustWrite, roleIn } from '../access.ts'
import { jsonBody } from '../body.ts'
import type { Deps } from '../deps.ts'
import { epochOf } from '../epoch.ts'
import { repeatable } from '../idempotencyKey.ts'
import type { Env } from '../identity.ts'
import { scopesOf } from '../notModified.ts'
import { parse } from '../problems.ts'

/** The status of an offer, and the actions of its publisher. */
export const publishingRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get('/publishers/:publisherId/offers/:offerId/status', async (c) => {
      const role = roleIn(c.get('caller'), c.req.param('publisherId'))
      const status = await statusAnswer(deps, c.req.param(), role)
      // Of an offer elsewhere the answer also tells how the connection is.
      if (!status.offer?.marketplace) c.set('madeOf', scopesOf(c.get('caller')))
      return c.json({ ...status, epoch: await epochOf(deps, c.get('caller')) } satisfies OfferStatus)
    })
    .post('/publishers/:publisherId/offers/:offerId/publish', async (c) => {
      const request = await requestOf(c)
      const { metadata } = parse(PublishRequest, (await jsonBody(c)) ?? {})
      const named = metadata?.['notification-emails']
      const notificationEmails = named ?? (await usualAddresses(deps, request))
      const language = metadata?.language ?? (await publisherStore(deps.db).profile(request.publisherId)).language
      const accountId = named === undefined ? undefined : c.get('caller').accountId
      const { id } = await publish(deps, { ...request, notificationEmails, language, accountId })
      if (named === undefined)
        return accepted(c, request, id, {
          message: `The request names no e-mail addresses: notifications go to ${notificationEmails}.`,
        })
      return accepted(c, request, id)
    })
    .post('/publishers/:publisherId/offers/:offerId/golive', async (c) => {
      const request = await requestOf(c)
      const { metadata: seen } = parse(GoLiveRequest, (await jsonBody(c)) ?? {})
      const { id } = await signOff(deps, { ...request, seen })
      return accepted(c, request, id)
    })
    .post('/publishers/:publisherId/offers/:offerId/cancel', async (c) => {
      const request = await requestOf(c)
      const { metadata } = parse(CancelRequest, (await jsonBody(c)) ?? {})
      const { id, offer } = await cancel(deps, { ...request, seen: metadata, reason: metadata?.reason })
      return offer.cancel_request === 'requested' ? accepted(c, request, id) : c.body(null, 200)
    })

async function requestOf(c: Context<Env>): Promise<OfferRequest> {
  const { publisherId, offerId } = c.req.param() as { publisherId: string; offerId: string }
  mustWrite(c.get('caller'), publisherId)
  return { publisherId, offerId, actor: person(c.get('caller').email), repeatable: await repeatable(c) }
}

/** 202 with the operation's address under both names that clients look for. */
function accepted(c: Context, { publisherId, offerId }: OfferRequest, id: string, said?: Accepted) {
  const address = `/api/publishers/${publisherId}/offers/${offerId}/operations/${id}?api-version=${apiVersion}`
  const headers = { 'operation-location': address, location: address }
  return said ? c.json(said, 202, headers) : c.body(null, 202, headers)
}
