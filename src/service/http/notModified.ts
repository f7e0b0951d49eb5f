import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Deps } from './deps.ts'

const largestCache = 10_000

/**
 * ETag and 304 for polled answers. While the database has not changed, an answer given to the same caller at the same
 * address still holds: `remembered` runs first and answers 304 without looking up the caller or the answer. `computed`
 * fills its cache, and only authorized requests reach it.
 */
export const notModified = ({ stamp }: Pick<Deps, 'stamp'>) => {
  const known = new Map<string, { stamp: string; etag: string }>()
  const remember = (key: string, answer: { stamp: string; etag: string }) => {
    known.delete(key)
    known.set(key, answer)
    if (known.size > largestCache) known.delete(known.keys().next().value!)
  }

  const remembered = createMiddleware(async (c, next) => {
    const asked = c.req.raw.headers.get('if-none-match')
    const last = asked && c.req.method === 'GET' && known.get(keyOf(c))
    if (last && last.etag === asked && last.stamp === (await stamp())) return unchanged(asked)
    await next()
  })

  const computed = createMiddleware(async (c, next) => {
    if (c.req.method !== 'GET') return next()
    // The stamp is read before the answer: an answer newer than its stamp only costs one more computation.
    const before = await stamp()
    await next()
    if (c.res.status !== 200 || c.res.headers.has('etag') || isDownload(c.res)) return
    const body = await c.res.clone().arrayBuffer()
    const etag = `W/"${createHash('sha1').update(new Uint8Array(body)).digest('base64url')}"`
    // A 304 would drop the cookie of a session that begins with this answer.
    const beginsSession = c.res.headers.has('set-cookie')
    if (!beginsSession) remember(keyOf(c), { stamp: before, etag })
    if (!beginsSession && c.req.raw.headers.get('if-none-match') === etag) {
      c.res = undefined
      c.res = unchanged(etag)
    } else {
      c.res.headers.set('etag', etag)
      c.res.headers.set('cache-control', 'private, no-cache')
    }
  })

  return { remembered, computed }
}

/** Streamed, however long, and never cached. */
const isDownload = ({ headers }: Response) => headers.get('cache-control') === 'no-store'

/** Who asks for what: a token takes precedence over a cookie, as in `authenticate`. */
function keyOf({ req }: Context) {
  const { headers } = req.raw
  return `${headers.get('authorization') ?? headers.get('cookie')} ${req.url}`
}

const unchanged = (etag: string) =>
  new Response(null, { status: 304, headers: { etag, 'cache-control': 'private, no-cache' } })
