import * as z from 'zod/mini'

/**
 * What the caller saw before they decided (D22): refused with 412 when the current submission is another, or of another
 * version, or at another step. A request that sends none of it is about the current submission.
 */
export const seen = {
  operationId: z.optional(z.string().check(z.maxLength(200))),
  offerVersion: z.optional(z.number()),
  stepCode: z.optional(z.string().check(z.maxLength(200))),
}
const Seen = z.object(seen)
export type Seen = z.infer<typeof Seen>
