import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import { type Problem, problemStatus } from '../../contract/problems.ts'
import { ProblemError } from '../problems.ts'

// The contract's schemas bring no words of their own.
z.config(z.locales.en())

/** Tools print the message alone, so that it says the first fault too. */
function invalid({ issues }: z.core.$ZodError) {
  const details = issues.map(({ path, message }) => ({
    code: 'invalidInput',
    message,
    target: path.map(String).join('.'),
  }))
  const [{ target, message } = { target: '', message: '' }] = details
  return new ProblemError('InvalidInput', `The request is malformed${target && ` at ${target}`}: ${message}.`, details)
}

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
  const answer: Problem['error'] = { code, message: printable(message) }
  if (details) answer.details = details.map((detail) => ({ ...detail, message: printable(detail.message) }))
  return c.json({ error: answer } satisfies Problem, problemStatus[code])
}

/** Some tools take a message for a template and trip over its % signs. */
const printable = (text: string) => text.replaceAll('%', '\u{FF05}')
