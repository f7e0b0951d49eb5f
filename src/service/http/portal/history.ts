import { Hono } from 'hono'
import { type History, HistoryQuery } from '../../../contract/history.ts'
import { historyStore } from '../../store/history.ts'
import { visiblePublishers } from '../access.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../identity.ts'
import { parse } from '../problems.ts'
import { csvHead, csvLine } from './historyCsv.ts'

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
      async function* text() {
        yield csvHead
        for await (const events of pages) yield events.map(csvLine).join('')
      }
      return c.body(ReadableStream.from(text()).pipeThrough(new TextEncoderStream()), 200, {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': 'attachment; filename="history.csv"',
        'cache-control': 'no-store',
      })
    })
}
