import type { ProblemCode, ProblemDetail } from '../contract/problems.ts'

/** A refused or failed request, with the documented error code. The message is English and contains no secret. */
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
