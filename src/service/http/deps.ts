import type { Operator } from '../marketplace/simulated/operator.ts'
import type { OfferDeps } from '../offers/deps.ts'

/** Everything the service takes from outside: tests hand over a clock of their own, or a store that fails. */
export type Deps = OfferDeps & {
  /** Changes whenever the database does. */
  stamp: () => string | Promise<string>
  /** Rejects while the database cannot be written to. */
  writable: () => Promise<void>
  operator: Operator
  /** What tools present as `Authorization: Bearer`, each with the account it stands for. */
  tokens: ReadonlyMap<string, string>
  /** The account a browser is signed in as where nobody signs in. */
  demoAccount: string
  /** Hosts, without port, that a request may name: any other is an attack through a name of the attacker's. */
  hosts: readonly string[]
  log: (error: Error) => void
  /** Where links in mails lead, without a slash at the end, and whether mails are sent or only kept to be read. */
  mail: { home: string; sends: boolean }
}
