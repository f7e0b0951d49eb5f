import { type Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { OfferListQuery, type OfferRow } from '../../../contract/offerList.ts'
import { DecisionQuery, OperatorRequest, type PendingDecisions, Rejection } from '../../../contract/operator.ts'
import type { Request } from '../../marketplace/marketplace.ts'
import { found, ProblemError } from '../../problems.ts'
import { decisionStore } from '../../store/decisions.ts'
import { offerListStore, toRow } from '../../store/offerList.ts'
import { offerStore } from '../../store/offers.ts'
import { jsonBody } from '../body.ts'
import type { Deps } from '../deps.ts'
import { idempotencyKeyOf } from '../idempotencyKey.ts'
import type { Env } from '../identity.ts'
import { parse } from '../problems.ts'

const operatorsOnly = createMiddleware<Env>(async (c, next) => {
  if (!c.get('caller').operator) throw new ProblemError('Forbidden', 'Only an operator of the marketplace may do this.')
  await next()
})

/** The other side of the counter: an operator sees every publisher's offers and decides what people decide. */
export const marketplaceRoutes = ({ db, marketplace }: Deps) => {
  const offers = offerStore(db)
  const lists = offerListStore(db)
  const decisions = decisionStore(db)

  const offer = async ({ publisherId, offerId }: { publisherId: string; offerId: string }) =>
    found(await offers.one(publisherId, offerId), `Offer ${publisherId}/${offerId}`)

  /** Reads the request, lets `act` do it, and answers what the lists show of the offer afterwards. */
  const action =
    <Body>(read: (value: unknown) => Body, act: (request: Request, body: Body) => Promise<unknown>) =>
    async (c: Context<Env, '/:publisherId/:offerId'>) => {
      const address = c.req.param()
      await offer(address)
      const body = read((await jsonBody(c)) ?? {})
      // Publishers deal with the marketplace, not with its people.
      await act({ ...address, actor: 'microsoft', idempotencyKey: idempotencyKeyOf(c) }, body)
      const after = await offer(address)
      const [publisher] = await offers.publishers([address.publisherId])
      return c.json(toRow(after, publisher!.definition.displayText) satisfies OfferRow)
    }
  const withReason = (value: unknown) => parse(OperatorRequest, value)
  const at = <Name extends string>(name: Name) => `/publishers/:publisherId/offers/:offerId/${name}` as const

  return new Hono<Env>()
    .use(operatorsOnly)
    .get('/decisions', async (c) =>
      c.json((await decisions.page(parse(DecisionQuery, c.req.query()))) satisfies PendingDecisions),
    )
    .get('/offers', async (c) =>
      c.json(await lists.page(await offers.publisherIds(), 'all', parse(OfferListQuery, c.req.query()))),
    )
    .post(
      at('approve'),
      action(withReason, (request, { reason }) => marketplace.decide(request, { approved: true, reason })),
    )
    .post(
      at('reject'),
      action(
        (value) => parse(Rejection, value),
        (request, { reason, issues = [] }) => marketplace.decide(request, { approved: false, reason, issues }),
      ),
    )
    .post(
      at('delist'),
      action(withReason, (request, { reason }) => marketplace.list(request, false, reason)),
    )
    .post(
      at('relist'),
      action(withReason, (request, { reason }) => marketplace.list(request, true, reason)),
    )
    .post(
      at('hold'),
      action(withReason, (request, { reason }) => marketplace.hold(request, true, reason)),
    )
    .post(
      at('release'),
      action(withReason, (request, { reason }) => marketplace.hold(request, false, reason)),
    )
    .post(
      at('cancel'),
      action(withReason, (request, { reason }) => marketplace.cancel({ ...request, reason })),
    )
}
