import type { Context } from 'hono'
import { ProblemError } from '../problems.ts'

/** The request's JSON; undefined when it has no body. */
export async function jsonBody(c: Context): Promise<unknown> {
  const text = await c.req.text()
  if (text.trim() === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw new ProblemError('InvalidInput', 'The body is not JSON.')
  }
}
