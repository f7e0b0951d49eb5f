import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Deps } from './deps.ts'

const remembered = 10_000

/**
 * ETag and 304 for what is polled. An answer given to the same caller at the same address is still true while nothing
 * in the database has changed since: then `quick`, before all else, looks up neither the caller nor the answer. What it
 * knows it has from `careful`, which only requests reach that were let through: to the same host and caller.
 */
export const conditional = ({ stamp }: Pick<Deps, 'stamp'>) => {
  const known = new Map<string, { stamp: string; etag: string }>()
  const remember = (key: string, answer: { stamp: string; etag: string }) => {
    known.delete(key)
    known.set(key, answer)
    if (known.size > remembered) known.delete(known.keys().next().value!)
  }

  const quick = createMiddleware(async (c, next) => {
    const asked = c.req.raw.headers.get('if-none-match')
    const last = asked && c.req.method === 'GET' && known.get(keyOf(c))
    if (last && last.etag === asked && last.stamp === (await stamp())) return notModified(asked)
    await next()
  })

  const careful = createMiddleware(async (c, next) => {
    if (c.req.method !== 'GET') return next()
    // Read before the answer is: one that is newer than its stamp is only looked up once too often.
    const before = await stamp()
    await next()
    if (c.res.status !== 200 || c.res.headers.has('etag') || isDownload(c.res)) return
    const body = await c.res.clone().arrayBuffer()
    const etag = `W/"${createHash('sha1').update(new Uint8Array(body)).digest('base64url')}"`
    // A session that begins with this answer must not be lost with its body.
    const beginsSession = c.res.headers.has('set-cookie')
    if (!beginsSession) remember(keyOf(c), { stamp: before, etag })
    if (!beginsSession && c.req.raw.headers.get('if-none-match') === etag) {
      c.res = undefined
      c.res = notModified(etag)
    } else {
      c.res.headers.set('etag', etag)
      c.res.headers.set('cache-control', 'private, no-cache')
    }
  })

  return { quick, careful }
}

/** Sent while it is read, however long: nobody asks for it twice. */
const isDownload = ({ headers }: Response) => headers.get('cache-control') === 'no-store'

/** Who asks for what: a token goes before a cookie, as it does where callers are told apart. */
function keyOf({ req }: Context) {
  const { headers } = req.raw
  return `${headers.get('authorization') ?? headers.get('cookie')} ${req.url}`
}

const notModified = (etag: string) =>
  new Response(null, { status: 304, headers: { etag, 'cache-control': 'private, no-cache' } })
