import * as z from 'zod/mini'

/** Milliseconds that half of the last attempts needed at most, and nine of ten; `count` attempts were measured. */
export const UsualTime = z.object({ median: z.number(), ninetieth: z.number(), count: z.number() })
export type UsualTime = z.infer<typeof UsualTime>

/** How long the last attempts of an offer type took here, by step id, and in all without the publisher's own steps. */
export const UsualTimes = z.object({ steps: z.record(z.string(), UsualTime), whole: z.optional(UsualTime) })
export type UsualTimes = z.infer<typeof UsualTimes>

/** Fewer attempts say nothing about the next one. */
export const fewestAttempts = 5
