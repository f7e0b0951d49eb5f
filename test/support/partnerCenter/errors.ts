import type { Switches } from './switches.ts'

export type Detail = { code: string; message?: string; resourceId?: string; details?: Detail[] }

/** A call that is refused: HTTP status and the error of its envelope. */
export class Refused extends Error {
  readonly status: 400 | 401 | 403 | 404 | 409
  readonly error: Detail
  constructor(status: Refused['status'], error: Detail) {
    super(error.message)
    this.status = status
    this.error = error
  }
}

export const badRequest = (message: string, details: Detail[] = []) =>
  new Refused(400, { code: 'badRequest', message, details })

export const notFound = (what: string) => new Refused(404, { code: 'notFound', message: `${what} was not found.` })

/** A configure whose body breaks a schema. */
export const schemaError = (message: string) =>
  badRequest('The request body is not valid.', [{ code: 'schemaValidationError', message }])

export const inProgress = new Refused(409, {
  code: 'conflict',
  message: 'An In Progress submission already exists',
  details: [{ code: 'invalidState', message: 'An In Progress submission already exists' }],
})

export const notLatest = badRequest('The submission cannot be pushed to as its not the latest', [
  { code: 'invalidState', message: 'The submission cannot be pushed to as its not the latest' },
])

export const noSubmissionId = badRequest("Expected a submission id that isn't null or 0 since target type is Live", [
  { code: 'invalidId', message: "Expected a submission id that isn't null or 0 since target type is Live" },
])

export const alreadyCompleted = badRequest('Cannot cancel job, job has already completed.')
/** Microsoft's own words for a job that is too far along are not known. */
export const tooFarAlong = badRequest('Cannot cancel job, the submission can no longer be canceled.')

/** The older API's answer to a cancel of what is not in progress; its real words are not known. */
export const notInProgress = badRequest('The submission is not in progress.')

export const planIdLocked = (resourceId: string): Detail => ({
  code: 'badRequest',
  message: "The property 'PlanId' is locked by a previous submission",
  resourceId,
  details: [{ code: 'productLocked', message: "The property 'PlanId' is locked by a previous submission", resourceId }],
})

export const imageIsPublished = (resourceId: string, version: string): Detail => ({
  code: 'badRequest',
  message: `Cannot delete image '${version}' as it is already published`,
  resourceId,
  details: [
    { code: 'businessValidationError', message: `Cannot delete image '${version}' as it is already published` },
  ],
})

/** What a job says when people at Microsoft found issues; the issues themselves are only in the portal. */
export const certificationFailed = (submissionId: string): Detail => ({
  resourceId: submissionId,
  code: 'internalServerError',
  message: 'Operation failed',
  details: [
    {
      code: 'invalidState',
      message: 'Certification',
      details: [{ code: 'invalidState', message: 'Issues found during Certification.' }],
    },
  ],
})

/** The error as it crosses the wire, in the shape that the switches choose. */
export function onTheWire(
  error: Detail,
  form: Pick<Switches, 'emptyDetails' | 'certificationDetails'>,
): Record<string, unknown> {
  const { details, ...rest } = error
  if (!details) return rest
  if (details.length === 0) return { ...rest, details: form.emptyDetails === 'object' ? {} : [] }
  if (form.certificationDetails === 'texts' && error.message === 'Certification')
    return { ...rest, details: details.map(({ message }) => message) }
  return { ...rest, details: details.map((one) => onTheWire(one, form)) }
}
