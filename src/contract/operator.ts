import * as z from 'zod/mini'
import { PageNumber } from './page.ts'
import { seen } from './seen.ts'

/** An operator's action on an offer. */
export const operatorActions = ['approve', 'reject', 'delist', 'relist', 'hold', 'release', 'cancel'] as const
export type OperatorAction = (typeof operatorActions)[number]

const Words = (length: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(length))

/** One issue of a review, the address of its work item, and the field to correct if it is about a single one. */
export const Issue = z.object({
  title: Words(200),
  link: z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' }).check(z.maxLength(2000)),
  target: z.optional(Words(200)),
})
export type Issue = z.infer<typeof Issue>

export const OperatorRequest = z.object({ ...seen, reason: z.optional(Words(500)) })
export type OperatorRequest = z.infer<typeof OperatorRequest>

/** At least one issue or a reason, which tells the publisher what to correct. */
export const Rejection = z
  .extend(OperatorRequest, { issues: z.optional(z.array(Issue).check(z.maxLength(50))) })
  .check(z.refine(({ reason, issues }) => reason || issues?.length, 'needs one issue or more, or a reason'))
export type Rejection = z.infer<typeof Rejection>

/** A step that waits for a decision of the marketplace. */
export const PendingDecision = z.object({
  publisherId: z.string(),
  publisherName: z.string(),
  offerId: z.string(),
  name: z.string(),
  offerTypeId: z.string(),
  /** With the step's code, what a decision may say it is about. */
  operationId: z.string(),
  step: z.object({ code: z.string(), stepName: z.string(), startedTime: z.string() }),
  /** Waits until an operator decides: nothing is granted by default. */
  held: z.boolean(),
})
export type PendingDecision = z.infer<typeof PendingDecision>

/** Longest waiting first, `pageSize` per page. */
export const PendingDecisions = z.object({ items: z.array(PendingDecision), total: z.number() })
export type PendingDecisions = z.infer<typeof PendingDecisions>

export const DecisionQuery = z.object({
  page: PageNumber,
})
