import * as z from 'zod/mini'
import { languages } from './languages.ts'
import { notificationStates } from './notifications.ts'
import { roles } from './session.ts'

/** How many invitations of a publisher can be open, expired ones included. */
export const invitationLimit = 100
export const invitationDays = 14

/** Whom an owner asks to come, with which role; the person gets it at the next sign-in with this verified address. */
export const NewInvitation = z.object({
  email: z.string().check(z.trim(), z.email(), z.maxLength(254)),
  role: z.enum(roles),
  /** The language of the mail. */
  language: z.enum(languages),
})
export type NewInvitation = z.infer<typeof NewInvitation>

/** An invitation that nobody has followed. */
export const Invitation = z.object({
  id: z.string(),
  email: z.string(),
  role: z.enum(roles),
  language: z.enum(languages),
  /** The address of the owner who invited. */
  invitedBy: z.string(),
  /** When it was sent last, and until when it can be followed. */
  sentTime: z.string(),
  expiresTime: z.string(),
  /** What became of the last mail. */
  mail: z.enum(notificationStates),
})
export type Invitation = z.infer<typeof Invitation>
