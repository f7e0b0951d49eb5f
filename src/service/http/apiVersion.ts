import { createMiddleware } from 'hono/factory'
import { apiVersion } from '../../contract/apiVersion.ts'
import { ProblemError } from '../problems.ts'

/** The Cloud Partner Portal REST API requires its version in every request. */
export const versioned = createMiddleware(async (c, next) => {
  if (c.req.query('api-version') !== apiVersion)
    throw new ProblemError('InvalidAPIVersion', `Invalid api version. Allowed values are [${apiVersion}]`)
  await next()
})
