import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import { type Problem, problemStatus } from '../../contract/problems.ts'
import { currentRequest } from '../currentRequest.ts'
import { ProblemError } from '../problems.ts'
import { TooManyRequestsError } from './rateLimit.ts'

// zod/mini has no messages until a locale is configured.
z.config(z.locales.en())

/** Tools print only the message, so it contains the first fault too, and where in the request it is. */
function invalid({ issues }: z.core.$ZodError) {
  const details = issues.map(({ path, message }) => ({ code: 'invalidInput', message, target: targetAt(path) }))
  const [{ path, message } = { path: [], message: '' }] = issues
  const place = path.map(String).join('.')
  return new ProblemError('InvalidInput', `The request is malformed${place && ` at ${place}`}: ${message}.`, details)
}

/** A field of an offer has the same name here as in every other fault. */
const targetAt = ([first, ...rest]: PropertyKey[]) =>
  (first === 'definition' && rest.length > 0
    ? rest.filter((part) => part !== 'offer' && typeof part !== 'number')
    : [first ?? '', ...rest]
  )
    .map(String)
    .join('.')

/** Parses input from outside; invalid input leads to 400 with the invalid fields. */
export function parse<S extends z.core.$ZodType>(schema: S, value: unknown): z.output<S> {
  const result = z.core.safeParse(schema, value)
  if (result.success) return result.data
  throw invalid(result.error)
}

const unknown =
  'The service had an internal error. Whether a change was made is not known: read the status before you try again.'

/** The one place where a thrown value becomes an answer. */
export const answerProblem = (log: (error: Error) => void) => (error: Error, c: Context) => {
  const problem =
    error instanceof ProblemError
      ? error
      : error instanceof HTTPException && error.status < 500
        ? new ProblemError('InvalidInput', error.message || 'The request is malformed.')
        : undefined
  if (!problem || problem.cause) log(error)
  if (problem instanceof TooManyRequestsError) c.header('retry-after', String(problem.seconds))
  const { code, message, details } = problem ?? new ProblemError('InternalError', unknown)
  const answer: Problem['error'] = { code, message: printable(message), requestId: currentRequest.getStore() }
  if (details) answer.details = details.map((detail) => ({ ...detail, message: printable(detail.message) }))
  return c.json({ error: answer } satisfies Problem, problemStatus[code])
}

/** Some tools use a message as a template and fail on its % signs. */
const printable = (text: string) => text.replaceAll('%', '\u{FF05}')
