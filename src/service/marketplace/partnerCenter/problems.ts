import { ProblemError } from '../../problems.ts'
import { isBusy } from './errors.ts'
import { AccessError, RefusedError, UnavailableError, UnclearError } from './faults.ts'

/** A fault of a call as a problem of the dashboard. */
export function problemOf(error: unknown): unknown {
  if (error instanceof AccessError)
    return new ProblemError(
      'Unavailable',
      `${error.message} Check in Partner Center that the app has the role Manager and that its secret is valid.`,
    )
  if (error instanceof UnavailableError)
    return new ProblemError('Unavailable', `${error.message} Nothing was changed. Try again later.`)
  if (error instanceof UnclearError)
    return new ProblemError(
      'Unavailable',
      `${error.message} It is not known whether this was done. The status will say so within minutes.`,
    )
  if (!(error instanceof RefusedError)) return error
  if (isBusy(error.status, error.findings))
    return new ProblemError('SubmissionRunning', `Partner Center is publishing the offer: ${error.message}`)
  return new ProblemError(
    'ValidationFailed',
    `Partner Center refused this: ${error.message}`,
    error.findings.map(({ code, message, section }) => ({
      code,
      message,
      ...(section && { target: `partnerCenter.${section}` }),
    })),
  )
}
