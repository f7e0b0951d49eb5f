import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Caller } from '../store/accounts.ts'
import { accountScope, type Basis, publisherScope } from '../store/marks.ts'
import type { Lasts } from './bearer.ts'
import type { Deps } from './deps.ts'
import { isNamed } from './entityTag.ts'
import { type Env, isUnattended } from './identity.ts'
import { latest } from './latest.ts'

/** Answers, some 400 bytes each: more than the open tabs of a process have addresses. */
const largestCache = 50_000
const scopeLists = latest<readonly string[]>(10_000)
/** Characters of an address and its credentials. The page's longest is below it; a longer one is computed every time. */
const longestKey = 2_000

type Remembered = Basis & { etag: string; lasts: Lasts }

/**
 * ETag and 304 for polled answers. An answer given to the same caller at the same address still holds while nothing has
 * changed that it was made of: `remembered` runs first and answers 304 without looking up the caller or the answer.
 * `computed` fills its cache with the answers to known callers.
 */
export const notModified = ({ marks, now }: Pick<Deps, 'marks' | 'now'>) => {
  const known = latest<Remembered>(largestCache)

  /** Credentials end with time alone, and the use of a session has to be noted now and then. */
  const isCurrent = (c: Context, { lasts: { ends, noted } }: Remembered) =>
    now().getTime() < (isUnattended(c) ? ends : Math.min(ends, noted))

  const remembered = createMiddleware(async (c, next) => {
    const asked = c.req.raw.headers.get('if-none-match')
    const last = asked && c.req.method === 'GET' && known.get(keyOf(c))
    if (last && isNamed(last.etag, asked) && isCurrent(c, last)) {
      await marks.look()
      if (marks.holds(last)) return unchanged(last.etag)
    }
    await next()
  })

  const computed = createMiddleware<Env>(async (c, next) => {
    if (c.req.method !== 'GET') return next()
    // Looks before the answer is made: an answer newer than the look only costs one more computation.
    const at = await marks.look()
    await next()
    if (c.res.status !== 200 || isDownload(c.res)) return
    const etag = c.res.headers.get('etag') ?? (await hashOf(c.res))
    // A 304 would drop the cookie of a session that begins with this answer.
    const beginsSession = c.res.headers.has('set-cookie')
    const key = keyOf(c)
    const lasts = c.get('lasts')
    if (!beginsSession && lasts && key.length <= longestKey)
      known.set(key, { etag, at, lasts, scopes: c.get('madeOf') })
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

/** What an answer is made of that shows nothing but the caller's own account and publishers. */
export function scopesOf({ accountId, roles }: Caller): readonly string[] {
  const key = [accountId, ...roles.keys()].join()
  const known = scopeLists.get(key)
  if (known) return known
  // One list for all tabs of an account: it can name a thousand publishers.
  const scopes = [accountScope(accountId), ...[...roles.keys()].map(publisherScope)]
  scopeLists.set(key, scopes)
  return scopes
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
