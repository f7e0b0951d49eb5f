import { type Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { type OfferList, OfferListQuery, type OfferRow } from '../../../contract/offerList.ts'
import { DecisionQuery, OperatorRequest, type PendingDecisions, Rejection } from '../../../contract/operator.ts'
import type { Seen } from '../../../contract/seen.ts'
import type { Acted } from '../../offers/act.ts'
import { found, ProblemError } from '../../problems.ts'
import { offerListStore, toRow } from '../../store/offerList.ts'
import { hasOffers, oneOffer } from '../../store/offers.ts'
import { publisherStore } from '../../store/publishers.ts'
import { jsonBody } from '../body.ts'
import type { Deps } from '../deps.ts'
import { epochOver } from '../epoch.ts'
import { repeatable } from '../idempotencyKey.ts'
import type { Env } from '../identity.ts'
import { parse } from '../problems.ts'

const operatorsOnly = createMiddleware<Env>(async (c, next) => {
  if (!c.get('caller').operator) throw new ProblemError('Forbidden', 'Only an operator of the marketplace may do this.')
  await next()
})

/** An operator of the marketplace sees every publisher's offers and decides what people decide. */
export const operatorRoutes = (deps: Deps) => {
  const { db, now, operator } = deps
  const publishers = publisherStore(db)
  const lists = offerListStore(db)

  /** With Partner Center connected, there is nothing to operate until an offer of the simulated marketplace is created. */
  const simulatedOnly = createMiddleware<Env>(async (_, next) => {
    if (!deps.simulated && !(await hasOffers(db, 'simulated')))
      throw new ProblemError('NotFound', 'No offer is published in the simulated marketplace.')
    await next()
  })

  const offerAt = async ({ publisherId, offerId }: { publisherId: string; offerId: string }) =>
    found(await oneOffer(db)(publisherId, offerId), `Offer ${publisherId}/${offerId}`)

  /** Parses the request, carries out the order, and answers with the offer as the lists show it. */
  const order =
    <Body extends Seen>(
      read: (value: unknown) => Body,
      carryOut: (order: Body & Parameters<typeof operator.hold>[0]) => Promise<Acted>,
    ) =>
    async (c: Context<Env, '/:publisherId/:offerId'>) => {
      const address = c.req.param()
      await offerAt(address)
      const body = read((await jsonBody(c)) ?? {})
      const publisherName = await publishers.displayText(address.publisherId)
      const { offer } = await carryOut({ ...body, ...address, seen: body, repeatable: await repeatable(c) })
      return c.json(toRow(offer, publisherName) satisfies OfferRow)
    }
  const reason = (value: unknown) => parse(OperatorRequest, value)
  const rejection = (value: unknown) => parse(Rejection, value)
  const path = <Name extends string>(name: Name) => `/publishers/:publisherId/offers/:offerId/${name}` as const

  return new Hono<Env>()
    .use(operatorsOnly, simulatedOnly)
    .get('/decisions', async (c) => {
      const { page } = parse(DecisionQuery, c.req.query())
      return c.json((await operator.decisions(page)) satisfies PendingDecisions)
    })
    .get('/offers', async (c) => {
      const publisherIds = await publishers.ids()
      const query = parse(OfferListQuery, c.req.query())
      const page = await lists.page({ publisherIds, acting: publisherIds }, 'offers', query, now())
      return c.json({ ...page, epoch: await epochOver(deps, publisherIds) } satisfies OfferList)
    })
    .post(path('approve'), order(reason, operator.approve))
    .post(
      path('reject'),
      order(rejection, ({ issues = [], ...rest }) => operator.reject({ ...rest, issues })),
    )
    .post(path('delist'), order(reason, operator.delist))
    .post(path('relist'), order(reason, operator.relist))
    .post(path('hold'), order(reason, operator.hold))
    .post(path('release'), order(reason, operator.release))
    .post(path('cancel'), order(reason, operator.cancel))
}
