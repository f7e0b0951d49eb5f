import { createMiddleware } from 'hono/factory'
import { ProblemError } from '../problems.ts'

const kilobyte = 1024
/** The bytes that are read of a body that is too large; then the connection is closed. */
const mostRead = 64 * kilobyte * kilobyte

/** Reads the body to its end even where it is too large: a client that still sends would see a reset, not the answer. */
export const limitBody = (kilobytes = 1024) =>
  createMiddleware(async (c, next) => {
    const largest = kilobytes * kilobyte
    const { body } = c.req.raw
    if (!body) return next()
    const chunks: Uint8Array[] = []
    let size = 0
    try {
      for await (const chunk of body) {
        size += chunk.length
        if (size <= largest) chunks.push(chunk)
        if (size > mostRead) break
      }
    } catch {
      // The client has disconnected, so nobody reads the answer.
      throw new ProblemError('InvalidInput', 'The connection ended before the body did.')
    }
    if (size > largest) throw new ProblemError('ContentTooLarge', `The body is larger than ${kilobytes} KB.`)
    // Node gives a stream to requests without a body too.
    const { method, headers } = c.req.raw
    c.req.raw =
      size > 0 ? new Request(c.req.raw, { body: Buffer.concat(chunks) }) : new Request(c.req.url, { method, headers })
    await next()
  })
