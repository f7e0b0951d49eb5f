import type { Generated } from 'kysely'

/** Part of `Schema`. */
export type WebhookTables = {
  /** An address outside that is told of a publisher's events. */
  webhook: {
    id: string
    publisher_id: string
    name: string
    address: string
    /** A JSON array; null for all. */
    types: string | null
    /** Encrypted, with the one that it replaced. */
    secret: string
    earlier_secret: string | null
    replaced_time: string | null
    created_time: string
    disabled_time: string | null
    disabled_reason: string | null
    /** How many attempts in a row failed, and until when there is no other. */
    failures: number
    paused_until: string | null
    succeeded_time: string | null
  }
  /** One event on its way to one webhook. */
  webhook_delivery: {
    id: Generated<number>
    webhook_id: string
    publisher_id: string
    message_id: string
    type: string
    time: string
    offer_id: string
    data: string
    /** When it was put in the queue last: by its event, or by a person who sends it again. */
    created_time: string
    attempts: number
    next_time: string | null
    attempted_time: string | null
    sent_time: string | null
    error: string | null
    /** JSON. */
    answer: string | null
  }
}
