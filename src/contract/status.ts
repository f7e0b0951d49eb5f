import * as z from 'zod/mini'
import { code } from './codes.ts'
import { Content } from './content.ts'
import { OfferRow } from './offerList.ts'
import { ProblemDetail } from './problems.ts'

/** Wire values are strings, known ones in any case: a service may know more words than this page does, and none of them may break it. */
export const offerStatuses = [
  'neverPublished',
  'notStarted',
  'waitingForPublisherReview',
  'running',
  'succeeded',
  'canceled',
  'failed',
] as const
export type OfferStatusName = (typeof offerStatuses)[number]

export const stepStatuses = [
  'notStarted',
  'inProgress',
  'waitingForPublisherReview',
  'waitingForApproval',
  'blocked',
  'rejected',
  'complete',
  'canceled',
] as const
export type StepStatusName = (typeof stepStatuses)[number]

/** Who moves a step: the automated checks, people at Microsoft, or the publisher. */
export const stepActors = ['marketplace', 'microsoft', 'publisher'] as const
export type StepActor = (typeof stepActors)[number]

const messageLevels = ['information', 'warning', 'error'] as const
const cancellationStates = ['canCancel', 'cannotCancel', 'cancelRequested', 'canceled'] as const

export const Message = z.object({
  messageHtml: z.string(),
  level: code(...messageLevels),
  timestamp: z.string(),
  /** Names the words of `messages.json` in the reader's language, filled with `values`. */
  code: z.optional(z.string()),
  values: z.optional(z.record(z.string(), z.string())),
  content: z.optional(Content),
  /** The field of the offer to mend. */
  target: z.optional(z.string()),
})
export type Message = z.infer<typeof Message>

export const Step = z.object({
  id: z.string(),
  stepName: z.string(),
  description: z.string(),
  /** Friendly English text; `estimates.ts` reads it. */
  estimatedTimeFrame: z.optional(z.string()),
  status: code(...stepStatuses),
  messages: z.array(Message),
  progressPercentage: z.number(),
  /** Names the step's words in the reader's language: one id may read differently in another offer type. */
  code: z.optional(z.string()),
  actor: z.optional(code(...stepActors)),
  startedTime: z.optional(z.string()),
  endedTime: z.optional(z.string()),
})
export type Step = z.infer<typeof Step>

export const storefronts = ['azureMarketplace', 'appSource'] as const
export type Storefront = (typeof storefronts)[number]

/** `storefront` names its words in the reader's language; a service that sends none gives `displayText` alone. */
export const Link = z.object({ displayText: z.string(), uri: z.string(), storefront: z.optional(z.string()) })
export type Link = z.infer<typeof Link>

/** `role`: a reader may not. `running`: a submission runs. `notAtSignOff`, `notYet`: the step for it is not reached.
 *  `goingLive`: too late. `notPublishing`: nothing runs. */
export const refusals = ['role', 'running', 'notAtSignOff', 'notYet', 'goingLive', 'notPublishing'] as const
export type Refusal = (typeof refusals)[number]

const Action = z.object({ allowed: z.boolean(), reason: z.optional(z.string()) })

export const Actions = z.object({
  /** `problems`: what the draft lacks; publishing would be answered with 422 and the same entries. */
  publish: z.extend(Action, { problems: z.array(ProblemDetail) }),
  goLive: Action,
  cancel: Action,
})
export type Actions = z.infer<typeof Actions>

/** An offer's latest submission, step by step. All from `revision` on is this service's addition: other services lack it. */
export const OfferStatus = z.object({
  status: code(...offerStatuses, 'published'),
  messages: z.array(Message),
  steps: z.array(Step),
  previewLinks: z.array(Link),
  liveLinks: z.array(Link),
  /** Separated by commas. */
  notificationEmails: z.optional(z.string()),
  /** Grows with every change of the offer; an answer with a lower one is older. */
  revision: z.optional(z.number()),
  operationId: z.optional(z.string()),
  cancellationRequestState: z.optional(code(...cancellationStates)),
  actions: z.optional(Actions),
  offer: z.optional(OfferRow),
  /** Who ended the submission early, and why. */
  cancellation: z.optional(z.object({ actor: z.string(), reason: z.optional(z.string()), time: z.string() })),
})
export type OfferStatus = z.infer<typeof OfferStatus>
