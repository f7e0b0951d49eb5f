import { type Context, Hono } from 'hono'
import { type News, ReadNotifications, SeenAll, SeenOffer, Watch } from '../../../contract/news.ts'
import { found } from '../../problems.ts'
import { newsStore } from '../../store/news.ts'
import { offerStore } from '../../store/offers.ts'
import { roleIn } from '../access.ts'
import { jsonBody } from '../body.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../identity.ts'
import { parse } from '../problems.ts'
import { sharedAnswers } from '../sharedAnswers.ts'

const offerPath = '/publishers/:publisherId/offers/:offerId'

/** What is new to the caller, and what they have seen. It is their own: a reader keeps it too. */
export const newsRoutes = ({ db, now, marks }: Deps) => {
  const news = newsStore(db)
  const offers = offerStore(db)

  async function offerOf(c: Context<Env, typeof offerPath>) {
    const { publisherId, offerId } = c.req.param()
    roleIn(c.get('caller'), publisherId)
    return found(await offers.one(publisherId, offerId), `Offer ${offerId}`)
  }

  return new Hono<Env>()
    .get('/news', sharedAnswers({ marks }), async (c) => {
      const { accountId, roles } = c.get('caller')
      return c.json((await news.read(accountId, [...roles.keys()])) satisfies News)
    })
    .post('/news/seen', async (c) => {
      const { accountId, roles } = c.get('caller')
      const { upTo } = parse(SeenAll, await jsonBody(c))
      await news.seeAll(accountId, new Map(Object.entries(upTo).filter(([id]) => roles.has(id))), now())
      return c.body(null, 204)
    })
    .post('/news/read', async (c) => {
      await news.readUpTo(c.get('caller').accountId, parse(ReadNotifications, await jsonBody(c)).newest)
      return c.body(null, 204)
    })
    .post(`${offerPath}/seen`, async (c) => {
      const offer = await offerOf(c)
      await news.see(c.get('caller').accountId, offer, parse(SeenOffer, await jsonBody(c)).revision)
      return c.body(null, 204)
    })
    .post(`${offerPath}/watch`, async (c) => {
      const offer = await offerOf(c)
      await news.watch(c.get('caller').accountId, offer, parse(Watch, await jsonBody(c)).watching)
      return c.body(null, 204)
    })
}
