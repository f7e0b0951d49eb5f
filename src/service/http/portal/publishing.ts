import { Hono } from 'hono'
import { type ContentChanges, ContentChangesQuery } from '../../../contract/contentChanges.ts'
import type { PublishCheck } from '../../../contract/publishCheck.ts'
import { contentChanges } from '../../offers/contentChanges.ts'
import { publishCheck } from '../../offers/publishCheck.ts'
import { roleIn } from '../access.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../identity.ts'
import { parse } from '../problems.ts'

/** What a publisher needs to know before an action. */
export const publishingRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get('/publishers/:publisherId/offers/:offerId/publishCheck', async (c) => {
      const { accountId } = c.get('caller')
      roleIn(c.get('caller'), c.req.param('publisherId'))
      return c.json((await publishCheck(deps, { ...c.req.param(), accountId })) satisfies PublishCheck)
    })
    .get('/publishers/:publisherId/offers/:offerId/changes', async (c) => {
      roleIn(c.get('caller'), c.req.param('publisherId'))
      const query = parse(ContentChangesQuery, c.req.query())
      return c.json((await contentChanges(deps, { ...c.req.param(), ...query })) satisfies ContentChanges)
    })
