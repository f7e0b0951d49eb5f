import type { Operator } from '../marketplace/simulated/operator.ts'
import type { OfferDeps } from '../offers/deps.ts'

/** Everything the HTTP side takes from outside: tests pass their own clock, or a database that fails. */
export type Deps = OfferDeps & {
  /** Changes whenever the database does. */
  stamp: () => string | Promise<string>
  /** Rejects while the database cannot be written to. */
  writable: () => Promise<void>
  operator: Operator
  /** The bearer tokens of tools, each with its account. */
  tokens: ReadonlyMap<string, string>
  /** The account that a browser gets in local mode. */
  demoAccount: string
  /** Hosts, without port, that a request may name; any other may be an attacker's name for this machine. */
  hosts: readonly string[]
  log: (error: Error) => void
  /** Where links in mails lead, without a slash at the end, and whether mails are sent or only kept to be read. */
  mail: { home: string; sends: boolean }
}
