/** The tables of people: their accounts, roles, sessions and what they keep. */
export type People = {
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
  /** A person who was asked to come, by address. */
  invitation: {
    id: string
    publisher_id: string
    email: string
    /** `email` as it is compared. */
    email_key: string
    role: string
    language: string
    invited_by: string
    sent_time: string
    expires_time: string
    /** How often it was sent. */
    sends: number
  }
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
}
