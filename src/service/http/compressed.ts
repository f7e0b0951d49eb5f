import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import { encodingFor } from './encoding.ts'

const readable = /^(?:text\/|application\/(?:[\w.-]+\+)?json\b|application\/xml\b)/
/** Bytes below which an answer fits into one packet either way. */
const worthwhile = 1024

// Level 4 is smaller and faster than gzip's default; the levels above pay only for what is compressed once.
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
const brotlied = promisify(brotliCompress)
const gzipped = promisify(gzip)
const compress = {
  br: (bytes: ArrayBuffer) => brotlied(bytes, quick),
  gzip: (bytes: ArrayBuffer) => gzipped(bytes),
}

/** Compresses whole answers. hono/compress also compresses the smallest, whose length it does not know, and has no br. */
export const compressed = (): MiddlewareHandler => async (c, next) => {
  await next()
  // A download is streamed, however long it is.
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
