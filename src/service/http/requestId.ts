import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes, routePath } from 'hono/route'
import { currentRequest } from '../currentRequest.ts'
import type { Work } from '../watch.ts'
import type { Deps } from './deps.ts'

/**
 * Gives each request an ID, which its answer, its error and its log lines name, so that support finds the one by the other.
 * A proxy of our own may have given it one already.
 */
export const identified = ({ proxies, watch = {} }: Pick<Deps, 'proxies' | 'watch'>) =>
  createMiddleware(async (c, next) => {
    const begun = performance.now()
    const id = (proxies > 0 && isId.exec(c.req.header('x-request-id') ?? '')?.[0]) || randomUUID()
    const answer = async () => {
      await next()
      c.header('x-request-id', id)
      const isPoll = c.req.raw.headers.has('if-none-match')
      const milliseconds = performance.now() - begun
      watch.answered?.({ method: c.req.method, route: routeOf(c), status: c.res.status, milliseconds, isPoll })
    }
    const traceparent = proxies > 0 ? c.req.header('traceparent') : undefined
    const work: Work = { kind: 'request', name: c.req.method, traceparent }
    await currentRequest.run(id, () => (watch.within ? watch.within(work, answer) : answer()))
  })

/** The pattern of the address, such as `/api/publishers/:publisherId`: there are no more of them than the program names. */
const routeOf = (c: Context) => matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? routePath(c)

/** Nothing that needs quoting in a log or an answer. */
const isId = /^[\w.:-]{8,100}$/
