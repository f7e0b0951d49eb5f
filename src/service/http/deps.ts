import type { Operator } from '../marketplace/simulated/operator.ts'
import type { OfferDeps } from '../offers/deps.ts'
import type { ReadPicture } from '../offerTypes/pictures.ts'
import type { WebhookDeps } from '../outbox/webhooks/manage.ts'
import type { Marks } from '../store/marks.ts'
import type { SessionLife } from '../store/sessions.ts'
import type { Watch } from '../watch.ts'
import type { RateLimit } from './rateLimit.ts'
import type { SignIn } from './signIn/signIn.ts'

/** The dependencies of the HTTP side: tests pass their own clock, or a database that fails. */
export type Deps = OfferDeps & {
  /** Changes whenever the database changes. */
  stamp: () => string | Promise<string>
  marks: Marks
  /** Differs for another database, and after a backup was restored. */
  databaseId: () => string | Promise<string>
  /** Rejects while the database cannot be written to. */
  writable: () => Promise<void>
  /** Acts at the simulated marketplace, where one of its offers is. */
  operator: Operator
  /** The bearer tokens of tools, each with its account. */
  tokens: ReadonlyMap<string, string>
  /** The account that a browser gets in local mode; people sign in instead where there is an issuer. */
  demoAccount?: string | undefined
  signIn?: SignIn | undefined
  sessionLife: SessionLife
  /** How much a caller may do: writes by account, sign-ins and tries of tokens by network address. */
  limits: { writes: RateLimit; entries: RateLimit }
  /** How many proxies of our own stand before the service: their X-Forwarded headers count, and no others. */
  proxies: number
  /** Allowed host names without port; any other may be an attacker's name for this machine. */
  hosts: readonly string[]
  log: (error: Error) => void
  /** Who looks at what happens here. */
  watch?: Pick<Watch, 'answered' | 'within'> | undefined
  /** Whether the service is about to stop: it still answers, and asks for no more requests. */
  stopping?: (() => boolean) | undefined
  readPicture: ReadPicture
  /** The base of links in mails, without a slash at the end, and whether mails are sent or only kept in the outbox. */
  mail: { home: string; sends: boolean }
  webhooks: WebhookDeps
  /** Where publishers ask for support. */
  support?: string | undefined
  /** No other marketplace is connected; the database can still hold offers of one that was. */
  simulated: boolean
}
