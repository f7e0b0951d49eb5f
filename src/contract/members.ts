import * as z from 'zod/mini'
import { roles } from './session.ts'

/** A person with a role at a publisher. */
export const Member = z.object({
  accountId: z.string(),
  name: z.string(),
  email: z.string(),
  /** What counts: the stronger of the two below. */
  role: z.enum(roles),
  /** The role that an owner gave here. */
  granted: z.optional(z.enum(roles)),
  /** The role that the sign-in issuer claimed when the person signed in last; it is changed there, not here. */
  claimed: z.optional(z.enum(roles)),
  /** It is the account of this request. */
  isCaller: z.boolean(),
})
export type Member = z.infer<typeof Member>

export const Members = z.object({ items: z.array(Member) })
export type Members = z.infer<typeof Members>
