import type { Generated } from 'kysely'

/** Times are ISO 8601 texts in UTC, structures are JSON texts, flags are 0 or 1: the same in SQLite and PostgreSQL. */
export type Schema = {
  publisher: {
    id: string
    display_text: string
    seller_id: number
    version: number
    /** Grows with every change of anything of this publisher's; the row's lock puts such changes in order. */
    revision: number
  }
  account: {
    id: string
    name: string
    email: string
    operator: number
    /** The newest notification that was there when the account read them last. */
    read_notification: number | null
    /** The language of notifications that it chose last. */
    mail_language: string | null
  }
  /** An address that an account had notifications sent to. */
  used_address: { account_id: string; address: string; used_time: string }
  /** Up to which revision of a publisher an account has seen everything, and since when. */
  looked: { account_id: string; publisher_id: string; revision: number; time: string }
  /** An offer whose status an account has seen since. */
  seen_offer: { account_id: string; publisher_id: string; offer_id: string; revision: number }
  watched_offer: { account_id: string; publisher_id: string; offer_id: string }
  /** `source`: `granted` by an owner, or `claimed` by the issuer at the last sign-in; the stronger role counts. */
  membership: { account_id: string; publisher_id: string; source: string; role: string }
  saved_view: { account_id: string; list: string; name: string; search: string; is_default: number }
  /** A person of the issuer and their account. */
  identity: { issuer: string; subject: string; account_id: string }
  session: {
    id: string
    account_id: string
    token_hash: string
    /** The token that the current one replaced, and when: requests that were under way still carry it. */
    previous_hash: string | null
    replaced_time: string | null
    /** What the account may do: when it changes, the token is replaced. */
    rights: string
    /** The User-Agent header of the browser. */
    device: string
    /** The issuer's own session, which the issuer names when it ends. */
    issuer_session: string | null
    created_time: string
    /** When a person used it last, to within a twenty-fourth of the time after which an unused session ends. */
    used_time: string
  }
  personal_token: {
    id: string
    account_id: string
    token_hash: string
    name: string
    publisher_id: string
    role: string
    created_time: string
    expires_time: string
    used_time: string | null
  }
  /** A browser that was sent to the issuer and has not come back. */
  sign_in_attempt: {
    state: string
    browser_hash: string
    nonce: string
    verifier: string
    return_to: string
    created_time: string
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
    offer_id: string
    submission_id: string | null
    /** Whose act it was: the kind decides, the name is shown. */
    actor_kind: string
    actor: string
    details: string
  }
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
