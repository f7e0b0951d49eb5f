import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes, routePath } from 'hono/route'
import { currentRequest } from '../currentRequest.ts'
import type { Deps } from './deps.ts'

/**
 * Gives each request an ID, which its answer, its error and its log lines name, so that support finds the one by the other.
 * A proxy of our own may have given it one already.
 */
export const identified = ({ proxies, answered }: Pick<Deps, 'proxies' | 'answered'>) =>
  createMiddleware(async (c, next) => {
    const begun = performance.now()
    const id = (proxies > 0 && isId.exec(c.req.header('x-request-id') ?? '')?.[0]) || randomUUID()
    await currentRequest.run(id, async () => {
      await next()
      c.header('x-request-id', id)
      const { method } = c.req
      answered?.({ method, route: routeOf(c), status: c.res.status, milliseconds: performance.now() - begun })
    })
  })

/** The pattern of the address, such as `/api/publishers/:publisherId`: there are no more of them than the program names. */
const routeOf = (c: Context) => matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? routePath(c)

/** Nothing that needs quoting in a log or an answer. */
const isId = /^[\w.:-]{8,100}$/
