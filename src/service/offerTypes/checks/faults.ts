import type { ProblemDetail } from '../../../contract/problems.ts'
import { redacted } from './redaction.ts'

const dependency =
  'A package with publisher "{{publisher}}", name "{{name}}", and a version compatible with "{{version}}" could not be found.'

/** Everything that checks can find, in English; `locales/<language>/messages.json` says what to do about it. */
export const faultMessages = {
  requiredField: 'This field is required.',
  requiredPlanField: 'This field is required for the plan {{plan}}.',
  planRequired: 'The offer has no plan.',
  textTooLong: 'This text is longer than {{limit}} characters.',
  planIdInvalid: 'The plan ID {{plan}} is not valid.',
  planIdTaken: 'The plan ID {{plan}} is used more than once.',
  tooManyEntries: 'There are {{number}} entries; at most {{limit}} are allowed.',
  urlInvalid: 'This is not a web address that begins with http:// or https://.',
  emailInvalid: 'This is not an e-mail address.',
  versionInvalid: 'The version {{version}} of the plan {{plan}} is not of the form X.Y.Z.',
  versionNotGreater: 'The version {{version}} of the plan {{plan}} is not greater than the version before it.',
  noVmImage: 'No virtual machine image was found for the plan {{plan}}.',
  sasQueryMissing: copying('Not able to download blob using provided SAS Uri.', 'it has no "?"'),
  sasBlankInName: copying('Not able to download blob using provided SAS Uri.', 'the VHD name has blanks'),
  sasPeriodMissing: copying('Not able to download blob using provided SAS Uri.', '"st" or "se" is missing'),
  sasPermissionsMissing: copying('Not able to download blob using provided SAS Uri.', '"sp=rl" is missing'),
  sasDateIncomplete: copying(
    'Not able to download blob due to incorrect SAS Url.',
    '"st" or "se" is not a full date-time',
  ),
  sasNotAuthorized: copying('Not able to download blob due to authorization error.', 'the signature is missing'),
  usageTrackingMissing: 'Azure usage tracking resource missing in one or more ARM templates of the plan {{plan}}.',
  leadConfigMissing: 'The lead management settings are missing or not valid.',
  appJsonMismatch: 'The {{field}} in app.json is "{{actual}}", in the offer "{{expected}}".',
  AVS0005: dependency,
  AVS0101: dependency,
  defaultTagMissing: 'The image of the plan {{plan}} has no default tag, or its default tag is not among its tags.',
  fixedTagMissing: 'The image of the plan {{plan}} has no fixed version tag of the form X.Y.Z.',
  platformUnsupported: 'The plan {{plan}} names the platform "{{platform}}", which IoT Edge does not support.',
  moreFindings: 'Findings not listed here: {{number}}.',
  pictureFormat: 'The address does not lead to a picture in the format {{expected}}.',
  pictureSize: 'The picture has {{actual}} pixels, not {{expected}}.',
  pictureTooLarge: 'The picture is larger than {{limit}} KB.',
  installUrlInvalid: 'The install address is not an app installation link of app.powerbi.com.',
} as const

function copying<Failure extends string, Reason extends string>(failure: Failure, reason: Reason) {
  return `Failure: Copying Images. ${failure} Plan {{plan}}, version {{version}}: ${reason}.` as const
}

export type FaultCode = keyof typeof faultMessages

/** One fault; what its values quote of the offer is cut short and holds no secret. */
export function fault(code: FaultCode, target: string, quoted: Record<string, unknown> = {}): ProblemDetail {
  const values = Object.fromEntries(Object.entries(quoted).map(([blank, value]) => [blank, shown(value)]))
  const message = faultMessages[code].replace(/\{\{(\w+)\}\}/g, (_, blank: string) => values[blank] ?? '')
  return { code, message, target, ...(Object.keys(values).length > 0 && { values }) }
}

/** Findings beyond this number are only counted. */
const mostListed = 50

/** The first of many faults, and how many more there are. */
export const listed = (faults: ProblemDetail[]): ProblemDetail[] =>
  faults.length <= mostListed
    ? faults
    : [...faults.slice(0, mostListed), fault('moreFindings', '', { number: faults.length - mostListed })]

const shown = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number'
    ? redacted(String(value).slice(0, 1000)).slice(0, 100).toWellFormed()
    : ''
