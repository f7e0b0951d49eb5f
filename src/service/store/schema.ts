import type { Generated } from 'kysely'
import type { People } from './people.ts'
import type { WebhookTables } from './webhookTables.ts'

/** Times are ISO 8601 texts in UTC, structures are JSON texts, flags are 0 or 1: the same in SQLite and PostgreSQL. */
export type Schema = People &
  WebhookTables & {
    publisher: {
      id: string
      display_text: string
      seller_id: number
      version: number
      /** Grows with every change of anything of this publisher's; the row's lock puts such changes in order. */
      revision: number
      /** Where its mails go that name no address, separated by commas, and their language. */
      contacts: Generated<string>
      language: Generated<string>
    }
    offer: {
      publisher_id: string
      id: string
      offer_type_id: string
      /** The draft's version: the newest. */
      version: number
      /** The publisher's revision when the draft was saved last: the draft's ETag. */
      draft_revision: number
      /** The publisher's revision at the last change of the offer or its submission. */
      revision: number
      /** The publisher's revision when the indicator changed last; 0 before the first time. */
      status_revision: Generated<number>
      name: string
      /** `name` as it is searched and sorted. */
      name_key: string
      status: string
      indicator: string
      /** 0 waits for the publisher, 1 moves by itself, 2 rests. */
      action_rank: number
      changed_time: string
      preview_version: number | null
      live_version: number | null
      delisted_time: string | null
      /** An operator decides everything by hand: nothing is granted by default. */
      held: number
      /** Where it is published: `simulated` or `partnerCenter`. */
      marketplace: Generated<string>
      step_code: string | null
      step_name: string | null
      step_actor: string | null
      step_started_time: string | null
      step_overdue_time: string | null
      /** The step's place among the attempt's steps, from 1, and how many there are. */
      step_number: number | null
      step_count: number | null
      step_estimate: string | null
      step_ended_time: string | null
      /** The first fault of a failed attempt: its code and values. */
      reason: string | null
      /** When it goes live by itself, and the plan as JSON. */
      /** `requested` or `tooLate`. */
      cancel_request: string | null
      go_live_time: string | null
      go_live_plan: string | null
    }
    offer_version: {
      publisher_id: string
      offer_id: string
      version: number
      definition: string
      changed_time: string
    }
    submission: {
      id: string
      publisher_id: string
      offer_id: string
      offer_type_id: string
      offer_version: number
      /** 1 for an offer's first submission, and so on. */
      publishing_version: number
      state: string
      steps: string
      /** When the marketplace looks at it again; null while it waits for a person. */
      due_time: string | null
      /** Compared and set with every transition. */
      revision: number
      notification_emails: string
      language: string
      cancellation: string | null
      /** JSON. */
      cancel_request: string | null
      created_time: string
      changed_time: string
    }
    audit_event: {
      id: Generated<number>
      time: string
      type: string
      publisher_id: string
      /** Empty when it happened to the publisher. */
      offer_id: string
      submission_id: string | null
      /** Whose act it was: the kind decides, the name is shown. */
      actor_kind: string
      actor: string
      details: string
    }
    /** A mail. One that is about no offer has an empty `offer_id`, and an id of its own as `submission_id`. */
    notification: {
      id: Generated<number>
      submission_id: string
      publisher_id: string
      offer_id: string
      kind: string
      /** The step it is about: with submission and kind it says a thing once. */
      step_id: string
      details: string
      recipients: string
      language: string
      created_time: string
      attempts: number
      next_time: string | null
      sent_time: string | null
      error: string | null
      /** What earlier attempts achieved, in the words of those who deliver. */
      progress: string | null
    }
    /** An offer of Partner Center. */
    remote_offer: {
      publisher_id: string
      offer_id: string
      product_guid: string
      /** When it is looked at next. */
      next_time: string
      moving_since: string | null
      /** How many looks in a row failed, and since when. */
      failures: number
      silent_since: string | null
      /** In how many lists of products in a row it was missing. */
      unseen: Generated<number>
      /** Which row's content the draft was compared with, a digest of that content, and 1 when the draft differs. */
      published_row: string | null
      published_digest: string | null
      draft_ahead: number | null
      /** When the older API was asked for the steps. */
      steps_time: string | null
    }
    /** The calls to Partner Center that all replicas have made: JSON, compared and set. */
    remote_account: { id: string; budget: string }
    /** What this dashboard asked Partner Center to do with an offer, written before it asks. */
    remote_push: {
      /** The act's key: the same act asked again sends nothing. */
      key: string
      publisher_id: string
      offer_id: string
      kind: string
      actor: string
      submission_id: string
      /** The number of the row that was sent live. */
      n: string | null
      /** The numbers of the rows that were listed before: JSON. */
      known: string
      sent_time: string
      /** Null while it is not known whether Partner Center took it. */
      job_id: string | null
      /** The number of the row that tells of it. */
      row_n: string | null
      result: string | null
      errors: string | null
      over_time: string | null
    }
    /** How many offers a publisher has of a kind; triggers keep it. */
    offer_count: {
      publisher_id: string
      offer_type_id: string
      indicator: string
      /** 1 when there is a live version. */
      live: number
      n: number
    }
    /** The number of the newest change of a publisher or of an account; triggers keep it. */
    mark: { scope: string; n: number }
    idempotency: { key: string; outcome: string; created_time: string; request_hash: string | null }
  }
