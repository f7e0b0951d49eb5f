import { createHash } from 'node:crypto'
import { createMiddleware } from 'hono/factory'
import type { Deps } from './deps.ts'

const remembered = 10_000

/**
 * ETag and 304 for what is polled. An answer given to the same caller at the same address is still true while nothing
 * in the database has changed since: then neither the caller nor the answer is looked up again.
 */
export const conditional = ({ stamp }: Pick<Deps, 'stamp'>) => {
  const known = new Map<string, { stamp: string; etag: string }>()
  return createMiddleware(async (c, next) => {
    if (c.req.method !== 'GET') return next()
    const { headers } = c.req.raw
    const asked = headers.get('if-none-match')
    const key = `${headers.get('authorization') ?? headers.get('cookie')} ${c.req.url}`
    const now = await stamp()
    const last = known.get(key)
    if (asked && last?.stamp === now && last.etag === asked) return notModified(asked)

    await next()
    // A download is streamed, however long it is, and nobody polls it.
    if (c.res.status !== 200 || c.res.headers.has('etag') || c.res.headers.has('content-disposition')) return
    const body = await c.res.clone().arrayBuffer()
    const etag = `W/"${createHash('sha1').update(new Uint8Array(body)).digest('base64url')}"`
    known.delete(key)
    known.set(key, { stamp: now, etag })
    if (known.size > remembered) known.delete(known.keys().next().value!)
    if (asked === etag) {
      c.res = undefined
      c.res = notModified(etag)
    } else {
      c.res.headers.set('etag', etag)
      c.res.headers.set('cache-control', 'private, no-cache')
    }
  })
}

const notModified = (etag: string) =>
  new Response(null, { status: 304, headers: { etag, 'cache-control': 'private, no-cache' } })
