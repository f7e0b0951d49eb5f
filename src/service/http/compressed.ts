import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import { encodingFor } from './encoding.ts'

const readable = /^(?:text\/|application\/(?:[\w.-]+\+)?json\b|application\/xml\b)/
/** Smaller answers fit into one packet without compression. */
const worthwhile = 1024

// Half a millisecond for the page's HTML; higher levels pay off only for files that are compressed once.
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
const brotlied = promisify(brotliCompress)
const gzipped = promisify(gzip)
const compress = {
  br: (bytes: ArrayBuffer) => brotlied(bytes, quick),
  gzip: (bytes: ArrayBuffer) => gzipped(bytes),
}

/** Compresses complete answers. hono/compress also compresses tiny answers without a known length, and lacks br. */
export const compressed = (): MiddlewareHandler => async (c, next) => {
  await next()
  // A download is streamed, whatever its length.
  if (!c.res.body || c.res.headers.has('content-encoding') || c.res.headers.has('content-disposition')) return
  if (!readable.test(c.res.headers.get('content-type') ?? '')) return
  c.header('vary', 'Accept-Encoding', { append: true })
  const encoding = encodingFor(c.req.header('accept-encoding'))
  if (!encoding) return
  const { status, headers } = c.res
  const bytes = await c.res.arrayBuffer()
  c.res = undefined
  if (bytes.byteLength < worthwhile) {
    c.res = new Response(bytes, { status, headers })
    return
  }
  const short = new Headers(headers)
  short.delete('content-length')
  short.set('content-encoding', encoding)
  c.res = new Response(await compress[encoding](bytes), { status, headers: short })
}
