import * as z from 'zod/mini'
import { eventTypes, HistoryEvent } from './history.ts'
import { PageNumber } from './page.ts'

/** How many webhooks a publisher can have. */
export const webhookLimit = 20
export const webhookNameLength = 80
export const webhookAddressLength = 1_000

/** The event of the test button; it is no event of History. */
export const testType = 'WebhookTest'

/** What an owner decides about a webhook. */
export const WebhookPlan = z.object({
  name: z
    .string()
    .check(z.trim(), z.minLength(1), z.maxLength(webhookNameLength), z.regex(/^[^\p{Cc}\p{Cf}\p{Cs}]*$/u)),
  /** Where events are sent; https, without user, password or fragment. */
  address: z.string().check(z.trim(), z.maxLength(webhookAddressLength), z.url(), z.regex(/^\P{Cc}*$/u)),
  /** Which events are sent; all of them, later ones too, when absent. */
  types: z.optional(z.array(z.enum(eventTypes)).check(z.minLength(1), z.maxLength(eventTypes.length))),
  /** Nothing is sent while it is false. */
  enabled: z._default(z.boolean(), true),
})
export type WebhookPlan = z.infer<typeof WebhookPlan>

/** Who or what stopped a webhook: a person, or three days in which no attempt succeeded. */
export const disabledReasons = ['person', 'failing'] as const
export type DisabledReason = (typeof disabledReasons)[number]

/** An address outside that is told of a publisher's events. */
export const Webhook = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string(),
  types: z.optional(z.array(z.string())),
  enabled: z.boolean(),
  createdTime: z.string(),
  disabled: z.optional(z.object({ time: z.string(), reason: z.enum(disabledReasons) })),
  /** When the receiver last accepted an event. */
  succeededTime: z.optional(z.string()),
  /** Attempts in a row that failed; while there are any, the next attempts wait longer. */
  failures: z.number(),
  /** Until when the earlier secret signs too. */
  earlierSecretUntil: z.optional(z.string()),
})
export type Webhook = z.infer<typeof Webhook>

export const Webhooks = z.object({
  items: z.array(Webhook),
  /** Whether this installation can keep secrets; otherwise its operator has to set `WEBHOOK_KEY`. */
  available: z.boolean(),
})
export type Webhooks = z.infer<typeof Webhooks>

/** The only answers that contain the secret: at creation, and when it is replaced. */
export const WebhookWithSecret = z.extend(Webhook, { secret: z.string() })
export type WebhookWithSecret = z.infer<typeof WebhookWithSecret>

/** `waiting` for `nextTime`, `delivered`, or `failed`: there will be no further attempt unless somebody asks for it. */
export const deliveryStates = ['waiting', 'delivered', 'failed'] as const

/** Why an attempt failed. */
export const deliveryFaults = [
  'status',
  'timeout',
  'unknownHost',
  'privateAddress',
  'certificate',
  'connection',
  'secret',
  'disabled',
  'tooOld',
] as const
export type DeliveryFault = (typeof deliveryFaults)[number]

/** One event on its way to one webhook. */
export const WebhookDelivery = z.object({
  id: z.number(),
  /** The `webhook-id` of every attempt, and the `id` of the CloudEvent. */
  messageId: z.string(),
  type: z.string(),
  /** When it happened. */
  time: z.string(),
  /** Empty when it is about no offer. */
  offerId: z.string(),
  state: z.enum(deliveryStates),
  attempts: z.number(),
  /** When it was last tried. */
  attemptedTime: z.optional(z.string()),
  nextTime: z.optional(z.string()),
  /** One of `deliveryFaults`; a reader must expect others. */
  fault: z.optional(z.string()),
  /** What the receiver answered last, and after how long; `text` is the first part of the body. */
  answer: z.optional(z.object({ status: z.number(), milliseconds: z.number(), text: z.string() })),
})
export type WebhookDelivery = z.infer<typeof WebhookDelivery>

export const WebhookDeliveryQuery = z.object({ page: PageNumber })

/** Newest first, `pageSize` per page. */
export const WebhookDeliveries = z.object({ items: z.array(WebhookDelivery), total: z.number() })
export type WebhookDeliveries = z.infer<typeof WebhookDeliveries>

/** What a receiver gets: CloudEvents 1.0 in structured mode. */
export const WebhookEvent = z.object({
  specversion: z.literal('1.0'),
  /** The same in every attempt, and that of the header `webhook-id`. */
  id: z.string(),
  /** The address of the publisher in the dashboard. */
  source: z.string(),
  /** One of `eventTypes`, or `testType`; a receiver must expect others. */
  type: z.string(),
  /** `offers/` and the offer's ID, where it is about an offer. */
  subject: z.optional(z.string()),
  /** When it happened. */
  time: z.string(),
  datacontenttype: z.literal('application/json'),
  data: z.object({
    publisherId: z.string(),
    offerId: z.optional(z.string()),
    /** The name at that time. */
    offerName: z.optional(z.string()),
    offerTypeId: z.optional(z.string()),
    actor: z.optional(z.string()),
    actorKind: z.optional(z.string()),
    details: z.optional(HistoryEvent.shape.details),
    /** Where the dashboard shows the offer. */
    statusPage: z.optional(z.string()),
  }),
})
export type WebhookEvent = z.infer<typeof WebhookEvent>
