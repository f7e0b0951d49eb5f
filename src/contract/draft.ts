import * as z from 'zod/mini'
import { Offer } from './offers.ts'

/** An offer's draft as the Editor needs it. */
export const Draft = z.object({
  offer: Offer,
  /** Names this state of the draft, for If-Match. */
  tag: z.string(),
  /** Where the service keeps a secret that it does not send: `offer` or `plans` and the plan, then the properties. */
  kept: z.array(z.array(z.string())),
  /** Who saved it last, and when. */
  saved: z.optional(z.object({ actor: z.string(), actorKind: z.string(), time: z.string() })),
  /** Which versions the draft can be compared with. */
  comparable: z.array(z.enum(['live', 'preview'])),
  /** It was never published, so it can be deleted. */
  canDelete: z.boolean(),
})
export type Draft = z.infer<typeof Draft>
