import { Hono } from 'hono'
import { type History, HistoryQuery } from '../../../contract/history.ts'
import { historyStore } from '../../store/history.ts'
import { visiblePublishers } from '../access.ts'
import { csvFile } from '../csv.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../identity.ts'
import { parse } from '../problems.ts'
import { historyHead, historyLine } from './historyCsv.ts'

/** History as pages and as a file. */
export const historyRoutes = ({ db }: Deps) => {
  const history = historyStore(db)

  return new Hono<Env>()
    .get('/history', async (c) => {
      const publishers = await visiblePublishers(c.get('caller'), db)
      return c.json((await history.page(publishers, parse(HistoryQuery, c.req.query()))) satisfies History)
    })
    .get('/history.csv', async (c) => {
      const publishers = await visiblePublishers(c.get('caller'), db)
      const pages = history.all(publishers, parse(HistoryQuery, c.req.query()))
      async function* lines() {
        yield historyHead
        for await (const events of pages) yield events.map(historyLine).join('')
      }
      return csvFile('history.csv', lines())
    })
}
