import { Hono } from 'hono'
import { SavedView, type SavedViews, ViewName } from '../../../contract/views.ts'
import { viewStore } from '../../store/views.ts'
import { jsonBody } from '../body.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../identity.ts'
import { parse } from '../problems.ts'

/** The caller's own views of the lists. */
export const viewRoutes = ({ db }: Deps) =>
  new Hono<Env>()
    .get('/views', async (c) =>
      c.json({ items: await viewStore(db, c.get('caller').accountId).all() } satisfies SavedViews),
    )
    .put('/views', async (c) => {
      await viewStore(db, c.get('caller').accountId).save(parse(SavedView, await jsonBody(c)))
      return c.body(null, 204)
    })
    .delete('/views', async (c) => {
      await viewStore(db, c.get('caller').accountId).remove(parse(ViewName, c.req.query()))
      return c.body(null, 204)
    })
