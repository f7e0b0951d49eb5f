import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Deps } from './deps.ts'
import { isNamed } from './entityTag.ts'
import type { Env } from './identity.ts'

const largestCache = 10_000
/** Characters of an address and its credentials. The page's longest is below it; a longer one is computed every time. */
const longestKey = 2_000

/**
 * ETag and 304 for polled answers. While the database has not changed, an answer given to the same caller at the same
 * address still holds: `remembered` runs first and answers 304 without looking up the caller or the answer. `computed`
 * fills its cache with the answers to known callers.
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
    if (last && isNamed(last.etag, asked) && last.stamp === (await stamp())) return unchanged(last.etag)
    await next()
  })

  const computed = createMiddleware<Env>(async (c, next) => {
    if (c.req.method !== 'GET') return next()
    // The stamp is read before the answer: an answer newer than its stamp only costs one more computation.
    const before = await stamp()
    await next()
    if (c.res.status !== 200 || isDownload(c.res)) return
    const etag = c.res.headers.get('etag') ?? (await hashOf(c.res))
    // A 304 would drop the cookie of a session that begins with this answer.
    const beginsSession = c.res.headers.has('set-cookie')
    const key = keyOf(c)
    if (!beginsSession && c.get('caller') && key.length <= longestKey) remember(key, { stamp: before, etag })
    if (!beginsSession && isNamed(etag, c.req.raw.headers.get('if-none-match') ?? '')) {
      c.res = undefined
      c.res = unchanged(etag)
    } else {
      c.res.headers.set('etag', etag)
      c.res.headers.set('cache-control', 'private, no-cache')
    }
  })

  return { remembered, computed }
}

async function hashOf(answer: Response) {
  const body = new Uint8Array(await answer.clone().arrayBuffer())
  return `W/"${createHash('sha1').update(body).digest('base64url')}"`
}

/** Streamed, however long, and never cached. */
const isDownload = ({ headers }: Response) => headers.get('cache-control') === 'no-store'

/** The caller and the address: a token takes precedence over a cookie, as in `authenticate`. */
function keyOf({ req }: Context) {
  const { headers } = req.raw
  return `${headers.get('authorization') ?? headers.get('cookie')} ${req.url}`
}

const unchanged = (etag: string) =>
  new Response(null, { status: 304, headers: { etag, 'cache-control': 'private, no-cache' } })
