import type { Context } from 'hono'
import { ProblemError } from '../problems.ts'

/** The request's JSON; undefined when it has no body. */
export async function jsonBody(c: Context): Promise<unknown> {
  const text = await c.req.text()
  if (text.trim() === '') return undefined
  if (!mayBeJson.test(c.req.header('content-type') ?? 'application/json'))
    throw new ProblemError('UnsupportedMediaType', 'The body must be JSON: send Content-Type: application/json.')
  const value = parsed(text)
  if (isDeeper(value, deepest)) throw new ProblemError('InvalidInput', `The body nests deeper than ${deepest} levels.`)
  return value
}

/** Clients without a configured type send text/plain or a form. */
const mayBeJson = /^(?:application\/(?:[\w.-]+\+)?json|text\/plain|application\/x-www-form-urlencoded)\s*(?:;|$)/i

/** Far deeper than any offer, and far from the depth that exhausts the stack of JSON.stringify. */
const deepest = 60

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ProblemError('InvalidInput', 'The body is not JSON.')
  }
}

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1)))
