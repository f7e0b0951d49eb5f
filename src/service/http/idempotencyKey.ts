import type { Context } from 'hono'
import { ProblemError } from '../problems.ts'

/** The caller's name for this one request, so that sending it again changes nothing; of no meaning at other addresses. */
export function idempotencyKeyOf(c: Context): string | undefined {
  const key = c.req.header('idempotency-key')
  if (key === undefined) return undefined
  if (!/^[\w.:-]{1,200}$/.test(key))
    throw new ProblemError('InvalidInput', 'Idempotency-Key has 1 to 200 letters, digits and . : _ -')
  return `${c.req.path} ${key}`
}
