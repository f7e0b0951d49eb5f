import * as z from 'zod/mini'
import { code } from './codes.ts'
import { Content } from './content.ts'
import { Epoch } from './epoch.ts'
import { GoLiveSchedule } from './goLiveSchedule.ts'
import { OfferRow } from './offerList.ts'
import { ProblemDetail } from './problems.ts'

/**
 * Wire values are plain strings, known ones in any case: another service may send values that this page does not know, and
 * the page must not break.
 */
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

/** The step where every offer type waits for its publisher's Go Live. */
export const signOffId = 'publisher-signoff'

/** Who moves a step: the automated checks, people at Microsoft, or the publisher. */
export const stepActors = ['marketplace', 'microsoft', 'publisher'] as const
export type StepActor = (typeof stepActors)[number]

const messageLevels = ['information', 'warning', 'error'] as const
const cancellationStates = ['canCancel', 'cannotCancel', 'cancelRequested', 'canceled'] as const

export const Message = z.object({
  messageHtml: z.string(),
  level: code(...messageLevels),
  timestamp: z.string(),
  /** The key of the text in `messages.json`, whose blanks `values` fill. */
  code: z.optional(z.string()),
  values: z.optional(z.record(z.string(), z.string())),
  content: z.optional(Content),
  /** The field of the offer to correct, and the Editor's tab that has it. */
  target: z.optional(z.string()),
  tab: z.optional(z.string()),
})
export type Message = z.infer<typeof Message>

export const Step = z.object({
  id: z.string(),
  stepName: z.string(),
  description: z.string(),
  /** English text, which `estimates.ts` parses. */
  estimatedTimeFrame: z.optional(z.string()),
  status: code(...stepStatuses),
  messages: z.array(Message),
  progressPercentage: z.number(),
  /** The key of the step's text: one id can have different texts in different offer types. */
  code: z.optional(z.string()),
  actor: z.optional(code(...stepActors)),
  startedTime: z.optional(z.string()),
  endedTime: z.optional(z.string()),
  /** Who signed off: a person's address. */
  endedBy: z.optional(z.string()),
})
export type Step = z.infer<typeof Step>

export const storefronts = ['azureMarketplace', 'appSource', 'partnerCenter'] as const
export type Storefront = (typeof storefronts)[number]

/** `storefront` is the key of the translated name; other services send `displayText` only. */
export const Link = z.object({ displayText: z.string(), uri: z.string(), storefront: z.optional(code(...storefronts)) })
export type Link = z.infer<typeof Link>

/** `role`: readers cannot act. `running`: a submission runs. `notAtSignOff`, `notYet`: the step is not reached yet.
 *  `cancelRequested`, `signedOff`: it was done. `goingLive`: too late. `failed`, `notPublishing`: nothing runs.
 *  `previewReady`: Partner Center cancels only before. `delisting`: that is under way. `elsewhere`: only the marketplace's
 *  own portal can do it. */
export const refusals = [
  'role',
  'running',
  'notAtSignOff',
  'notYet',
  'cancelRequested',
  'signedOff',
  'goingLive',
  'failed',
  'notPublishing',
  'previewReady',
  'delisting',
  'elsewhere',
] as const
export type Refusal = (typeof refusals)[number]

const Action = z.object({ allowed: z.boolean(), reason: z.optional(z.string()) })

export const Actions = z.object({
  /** `problems`: what is missing in the draft; publishing it would fail with 422 and the same entries. */
  publish: z.extend(Action, { problems: z.array(ProblemDetail) }),
  goLive: Action,
  cancel: Action,
  /** Absent where only the marketplace takes the offer out. */
  delist: z.optional(Action),
})
export type Actions = z.infer<typeof Actions>

/** Who canceled a submission or delisted the offer, when and why. */
export const Cancellation = z.object({
  actor: z.string(),
  actorKind: z.string(),
  reason: z.optional(z.string()),
  time: z.string(),
})

export type Cancellation = z.infer<typeof Cancellation>

/** An offer's latest submission, step by step. Other services do not send the fields from `revision` on. */
export const OfferStatus = z.object({
  status: code(...offerStatuses, 'published'),
  messages: z.array(Message),
  steps: z.array(Step),
  previewLinks: z.array(Link),
  liveLinks: z.array(Link),
  /** Separated by commas. */
  notificationEmails: z.optional(z.string()),
  /** Increases with every change of the offer; an answer with a lower one is older. */
  revision: z.optional(z.number()),
  epoch: z.optional(Epoch),
  operationId: z.optional(z.string()),
  cancellationRequestState: z.optional(code(...cancellationStates)),
  actions: z.optional(Actions),
  offer: z.optional(OfferRow),
  cancellation: z.optional(Cancellation),
  /** Asked for while others work on the submission; `tooLate` when it went on. */
  cancelRequest: z.optional(z.extend(Cancellation, { outcome: z.optional(code('tooLate')) })),
  /** Present while the preview waits to go live by itself. */
  goLiveSchedule: z.optional(GoLiveSchedule),
  /** Present while the offer is delisted. */
  delisting: z.optional(Cancellation),
})
export type OfferStatus = z.infer<typeof OfferStatus>
