import * as z from 'zod/mini'

export const roles = ['owner', 'contributor', 'reader'] as const
export type Role = (typeof roles)[number]

/** Who looks, and what they may look at. */
export const Session = z.object({
  account: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  /** The other demonstration accounts one may switch to; empty where people sign in. */
  accounts: z.array(z.object({ id: z.string(), name: z.string() })),
  publishers: z.array(z.object({ id: z.string(), name: z.string(), role: z.enum(roles) })),
  offerTypes: z.array(z.object({ id: z.string(), displayText: z.string() })),
  /** Offers that wait for the publisher: the number beside Approvals. */
  waiting: z.number(),
  /** Whether any offer is being published, so that the number may change by itself. */
  moving: z.optional(z.boolean()),
  /** The marketplace's part is played by this service. */
  simulated: z.boolean(),
})
export type Session = z.infer<typeof Session>

export const SwitchAccount = z.object({ accountId: z.string() })
