import { ProblemError } from '../problems.ts'

/** The database does not answer, or cannot write now. The request is not at fault: it may be tried again. */
export class UnavailableError extends ProblemError {
  override readonly cause: unknown
  constructor(message: string, cause: unknown) {
    super('Unavailable', message)
    this.cause = cause
  }
}

export const doesNotAnswer = 'The database does not answer. Nothing was changed; try again.'
export const cannotWrite = 'The database cannot be written to. Nothing was changed; try again later.'
export const isDamaged =
  'The database is damaged. Nothing more is read or written until it is restored from a backup and the service restarts.'
export const isBusy = 'The database is busy. Nothing was changed; try again.'
export const commitLost =
  'The database did not answer. Whether the change was made is not known: read the status before you try again.'
