import { type Context, Hono } from 'hono'
import { type ListName, OfferFileQuery, type OfferList, OfferListQuery } from '../../../contract/offerList.ts'
import type { Caller } from '../../store/accounts.ts'
import { newsStore } from '../../store/news.ts'
import { offerListStore } from '../../store/offerList.ts'
import { visibleOffers } from '../access.ts'
import { csvFile } from '../csv.ts'
import type { Deps } from '../deps.ts'
import { epochOf } from '../epoch.ts'
import type { Env } from '../identity.ts'
import { parse } from '../problems.ts'
import { sharedAnswers } from '../sharedAnswers.ts'
import { offerLines } from './offerCsv.ts'

/** The offers of all the caller's publishers. */
export const listRoutes = (deps: Deps) => {
  const lists = offerListStore(deps.db)
  const news = newsStore(deps.db)
  const visibleTo = async (caller: Caller) => {
    const visible = visibleOffers(caller)
    return { ...visible, looker: await news.looker(caller.accountId, visible.publisherIds) }
  }
  const answer = async (c: Context<Env>, scope: ListName) => {
    const caller = c.get('caller')
    const query = parse(OfferListQuery, c.req.query())
    const epoch = await epochOf(deps, caller)
    return c.json({
      ...(await lists.page(await visibleTo(caller), scope, query, deps.now())),
      epoch,
    } satisfies OfferList)
  }
  const file = async (c: Context<Env>, list: ListName) => {
    const { language = 'en-US', ...query } = parse(OfferFileQuery, c.req.query())
    const now = deps.now()
    const pages = lists.all(await visibleTo(c.get('caller')), list, query, now)
    return csvFile(`${list}.csv`, offerLines(pages, language, now))
  }
  const shared = sharedAnswers(deps)
  return new Hono<Env>()
    .get('/offers', shared, (c) => answer(c, 'offers'))
    .get('/approvals', shared, (c) => answer(c, 'approvals'))
    .get('/offers.csv', (c) => file(c, 'offers'))
    .get('/approvals.csv', (c) => file(c, 'approvals'))
}
