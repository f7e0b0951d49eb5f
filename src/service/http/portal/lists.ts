import { Hono } from 'hono'
import { OfferListQuery } from '../../../contract/offerList.ts'
import { offerListStore } from '../../store/offerList.ts'
import { visibleOffers } from '../access.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../identity.ts'
import { parse } from '../problems.ts'

/** The offers of all the caller's publishers. */
export const listRoutes = ({ db, now }: Deps) => {
  const lists = offerListStore(db)
  return new Hono<Env>()
    .get('/offers', async (c) =>
      c.json(await lists.page(visibleOffers(c.get('caller')), 'all', parse(OfferListQuery, c.req.query()), now())),
    )
    .get('/approvals', async (c) =>
      c.json(
        await lists.page(visibleOffers(c.get('caller')), 'approvals', parse(OfferListQuery, c.req.query()), now()),
      ),
    )
}
