import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { ProblemError } from '../problems.ts'
import type { Repeatable } from '../store/idempotency.ts'

/** The caller's key for this request: sending it again changes nothing. A key counts per address. */
export async function repeatable(c: Context): Promise<Repeatable | undefined> {
  const key = c.req.header('idempotency-key')
  if (key === undefined) return undefined
  if (!/^[\w.:-]{1,200}$/.test(key))
    throw new ProblemError('InvalidInput', 'Idempotency-Key has 1 to 200 letters, digits and . : _ -')
  const body = (await c.req.text()).trim()
  return { key: `${c.req.path} ${key}`, hash: createHash('sha256').update(body).digest('base64url') }
}
