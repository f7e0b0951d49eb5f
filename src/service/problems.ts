import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import { type Problem, type ProblemCode, type ProblemDetail, problemStatus } from '../contract/problems.ts'

// The contract's schemas bring no words of their own.
z.config(z.locales.en())

/** Thrown anywhere below a route; becomes the documented error envelope. The message is English and holds no secret. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly details: ProblemDetail[] | undefined
  constructor(code: ProblemCode, message: string, details?: ProblemDetail[]) {
    super(message)
    this.code = code
    this.details = details
  }
}

export function found<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new ProblemError('NotFound', `${what} does not exist.`)
  return value
}

const invalid = (error: z.core.$ZodError) =>
  new ProblemError(
    'InvalidInput',
    'The request is malformed.',
    error.issues.map(({ path, message }) => ({ code: 'invalidInput', message, target: path.map(String).join('.') })),
  )

/** `schema` read from outside: a fault is answered with 400 and the fields at fault. */
export function parse<S extends z.core.$ZodType>(schema: S, value: unknown): z.output<S> {
  const result = z.core.safeParse(schema, value)
  if (result.success) return result.data
  throw invalid(result.error)
}

/** The one place where a thrown value becomes an answer. */
export const answerProblem = (log: (error: Error) => void) => (error: Error, c: Context) => {
  const problem =
    error instanceof ProblemError
      ? error
      : error instanceof HTTPException && error.status < 500
        ? new ProblemError('InvalidInput', error.message || 'The request is malformed.')
        : undefined
  if (!problem) log(error)
  const { code, message, details } =
    problem ?? new ProblemError('InternalError', 'The service could not answer. Nothing was changed; try again.')
  return c.json({ error: { code, message, ...(details && { details }) } } satisfies Problem, problemStatus[code])
}
