import type { Language } from '../../contract/languages.ts'
import type { Decision } from '../publishing/transitions.ts'

/** Which offer, who acts, and the key under which a repeated call changes nothing. */
export type Request = { publisherId: string; offerId: string; actor: string; idempotencyKey?: string | undefined }

/**
 * The other side of the counter. It takes submissions and moves their steps; a remote marketplace can take the place
 * of the simulated one. What cannot be done now is thrown as a `ProblemError`; each call answers the submission's id.
 */
export type Marketplace = {
  publish: (request: Request & { notificationEmails: string; language: Language }) => Promise<string>
  goLive: (request: Request) => Promise<string>
  cancel: (request: Request & { reason?: string | undefined }) => Promise<string>
  /** The operator's part. */
  decide: (request: Request, decision: Decision) => Promise<string>
  hold: (request: Request, held: boolean, reason?: string) => Promise<void>
  list: (request: Request, listed: boolean, reason?: string) => Promise<void>
  /** Applies what is due by now; answers how many submissions moved. */
  advance: () => Promise<number>
}
