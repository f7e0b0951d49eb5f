import * as z from 'zod/mini'
import { code } from './codes.ts'
import { Cancellation, offerStatuses, Step } from './status.ts'
import { isTroubled, isUnderWay } from './steps.ts'

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

/**
 * `corrected`: the draft differs from what was reviewed, in the field that the issue names if it names one. `sentAgain`:
 * a later attempt was published with such a change.
 */
const issueStates = ['open', 'corrected', 'sentAgain'] as const

/** What reviewers reported, and how far its correction is. */
export const ReviewIssue = z.object({
  title: z.string(),
  link: z.string(),
  /** The number of the last attempt that it was reported in. */
  publishingVersion: z.number(),
  state: code(...issueStates),
})
export type ReviewIssue = z.infer<typeof ReviewIssue>

/** Newest first, at most `attemptLimit`; and the review issues since the offer went live last. */
export const Attempts = z.object({ items: z.array(Attempt), issues: z._default(z.array(ReviewIssue), []) })
export type Attempts = z.infer<typeof Attempts>

export const attemptLimit = 50

/** What a step was doing when its attempt was canceled reads canceled, from then on. */
export const stepsAtEnd = ({ status, steps, cancellation }: Attempt): Step[] =>
  status !== 'canceled'
    ? steps
    : steps.map((step) =>
        isUnderWay(step) && !isTroubled(step)
          ? { ...step, status: 'canceled', ...(cancellation && { endedTime: cancellation.time }) }
          : step,
      )

/** The step where the attempt stands, or ended before it was live. */
export const lastStep = ({ steps }: Pick<Attempt, 'steps'>) =>
  steps.findLast((step) => isUnderWay(step) || step.status === 'canceled')
