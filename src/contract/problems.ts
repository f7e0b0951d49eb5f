import * as z from 'zod/mini'

/**
 * One thing to correct. `target` is the field as the offer spells it, `tab` the Editor's tab that has it; `values` fill the
 * blanks of the text for `code`.
 */
export const ProblemDetail = z.object({
  code: z.string(),
  message: z.string(),
  target: z.optional(z.string()),
  tab: z.optional(z.string()),
  values: z.optional(z.record(z.string(), z.string())),
})
export type ProblemDetail = z.infer<typeof ProblemDetail>

/** Every error answer of the service, in the documented form; `details` and `requestId` are additions. */
export const Problem = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    details: z.optional(z.array(ProblemDetail)),
    /** Names the request in the service's log. */
    requestId: z.optional(z.string()),
  }),
})
export type Problem = z.infer<typeof Problem>

/** The codes this service sends, each with its HTTP status. Other services may send others. */
export const problemStatus = {
  InvalidAPIVersion: 400,
  InvalidInput: 400,
  Unauthorized: 401,
  Forbidden: 403,
  NotFound: 404,
  InvalidResourceId: 409,
  SubmissionRunning: 409,
  ActionNotAllowed: 409,
  PreconditionFailed: 412,
  ContentTooLarge: 413,
  AddressTooLong: 414,
  UnsupportedMediaType: 415,
  IdempotencyKeyReused: 422,
  ValidationFailed: 422,
  TooManyRequests: 429,
  InternalError: 500,
  Unavailable: 503,
} as const
export type ProblemCode = keyof typeof problemStatus
