import * as z from 'zod/mini'
import { Epoch } from './epoch.ts'

export const roles = ['owner', 'contributor', 'reader'] as const
export type Role = (typeof roles)[number]

/** The account of the caller, and what it can see. */
export const Session = z.object({
  account: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  /** The other demonstration accounts that the caller can switch to; empty where people sign in. */
  accounts: z.array(z.object({ id: z.string(), name: z.string() })),
  publishers: z.array(z.object({ id: z.string(), name: z.string(), role: z.enum(roles) })),
  offerTypes: z.array(z.object({ id: z.string(), displayText: z.string() })),
  /** The number of offers that wait for the publisher, shown beside Approvals. */
  waiting: z.number(),
  /** Whether any offer is being published, which can change the number. */
  moving: z.optional(z.boolean()),
  /** Where lists open: the filters and the order of the caller's default view, by list. */
  defaultViews: z.optional(z.record(z.string(), z.string())),
  /** People sign in and out; absent in local mode. */
  signsIn: z.optional(z.boolean()),
  /** Where publishers ask for support: a mailto: or https: address. */
  support: z.optional(z.string()),
  epoch: Epoch,
  /** This service simulates the marketplace of every offer; otherwise each offer tells its own. */
  simulated: z.boolean(),
})
export type Session = z.infer<typeof Session>

export const SwitchAccount = z.object({ accountId: z.string().check(z.maxLength(200)) })
export type SwitchAccount = z.infer<typeof SwitchAccount>
