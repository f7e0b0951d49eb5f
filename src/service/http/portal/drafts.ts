import { Hono } from 'hono'
import type { Draft } from '../../../contract/draft.ts'
import { draftOf } from '../../offers/draft.ts'
import { roleIn } from '../access.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../identity.ts'

/** What the Editor needs besides the documented API. */
export const draftRoutes = (deps: Deps) =>
  new Hono<Env>().get('/publishers/:publisherId/offers/:offerId/draft', async (c) => {
    roleIn(c.get('caller'), c.req.param('publisherId'))
    return c.json((await draftOf(deps, c.req.param())) satisfies Draft)
  })
