import * as z from 'zod/mini'
import { Link, Message, Step } from './status.ts'

/** One attempt to publish, as the list of submissions shows it. */
export const SubmissionSummary = z.object({
  id: z.string(),
  offerId: z.string(),
  offerVersion: z.number(),
  offerTypeId: z.string(),
  publisherId: z.string(),
  submissionType: z.string(),
  submissionState: z.string(),
  publishingVersion: z.number(),
  slot: z.string(),
  /** Increases with every transition. */
  version: z.number(),
  definition: z.object({ metadata: z.object({ emails: z.string() }) }),
  changedTime: z.string(),
})
export type SubmissionSummary = z.infer<typeof SubmissionSummary>

/** The answer at the address in `Operation-Location`; final when `status` is complete, canceled or failed. */
export const Operation = z.object({
  status: z.string(),
  messages: z.array(Message),
  publishingVersion: z.number(),
  offerVersion: z.number(),
  cancellationRequestState: z.string(),
  steps: z.array(Step),
  previewLinks: z.array(Link),
  liveLinks: z.array(Link),
  notificationEmails: z.string(),
})
export type Operation = z.infer<typeof Operation>
