import * as z from 'zod/mini'
import { Invitation } from './invitations.ts'
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

export const Members = z.object({
  items: z.array(Member),
  /** Absent unless the caller is an owner: they are addresses of people outside. */
  invitations: z.optional(z.array(Invitation)),
})
export type Members = z.infer<typeof Members>

export const MemberRole = z.object({ role: z.enum(roles) })
export type MemberRole = z.infer<typeof MemberRole>

/** Why a change of members or invitations is refused, as the code of the problem's detail. */
export const memberRefusals = [
  'lastOwner',
  'claimedRole',
  'alreadyMember',
  'alreadyInvited',
  'tooManyInvitations',
  'sentTooOften',
] as const
export type MemberRefusal = (typeof memberRefusals)[number]
