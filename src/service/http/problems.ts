import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import { type Problem, problemStatus } from '../../contract/problems.ts'
import { ProblemError } from '../problems.ts'

// The contract's schemas bring no words of their own.
z.config(z.locales.en())

const invalid = (error: z.core.$ZodError) =>
  new ProblemError(
    'InvalidInput',
    'The request is malformed.',
    error.issues.map(({ path, message }) => ({ code: 'invalidInput', message, target: path.map(String).join('.') })),
  )

/** Parses input from outside; a fault is answered with 400 and the fields at fault. */
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
  if (!problem || problem.cause) log(error)
  const { code, message, details } =
    problem ?? new ProblemError('InternalError', 'The service could not answer. Nothing was changed; try again.')
  return c.json({ error: { code, message, ...(details && { details }) } } satisfies Problem, problemStatus[code])
}
