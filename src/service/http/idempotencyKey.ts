import type { Context } from 'hono'
import { ProblemError } from '../problems.ts'

/** The caller's key for this request: sending it again changes nothing. A key counts per address. */
export function idempotencyKeyOf(c: Context): string | undefined {
  const key = c.req.header('idempotency-key')
  if (key === undefined) return undefined
  if (!/^[\w.:-]{1,200}$/.test(key))
    throw new ProblemError('InvalidInput', 'Idempotency-Key has 1 to 200 letters, digits and . : _ -')
  return `${c.req.path} ${key}`
}
