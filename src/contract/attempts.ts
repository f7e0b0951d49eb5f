import * as z from 'zod/mini'
import { code } from './codes.ts'
import { Cancellation, offerStatuses, Step } from './status.ts'

/** One attempt to publish an offer, with its steps as they were when it ended. */
export const Attempt = z.object({
  operationId: z.string(),
  /** 1 for an offer's first attempt. */
  publishingVersion: z.number(),
  offerVersion: z.number(),
  status: code(...offerStatuses),
  createdTime: z.string(),
  changedTime: z.string(),
  steps: z.array(Step),
  cancellation: z.optional(Cancellation),
})
export type Attempt = z.infer<typeof Attempt>

/** Newest first, at most `attemptLimit`. */
export const Attempts = z.object({ items: z.array(Attempt) })
export type Attempts = z.infer<typeof Attempts>

export const attemptLimit = 50
