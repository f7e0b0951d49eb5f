import * as z from 'zod/mini'
import { roles } from './session.ts'

/** A browser in which the account is signed in. */
export const AccountSession = z.object({
  id: z.string(),
  /** What the browser says about itself. */
  device: z.string(),
  createdTime: z.string(),
  /** When a person used it last, to within minutes. */
  usedTime: z.string(),
  /** It is the session of this request. */
  current: z.boolean(),
})
export type AccountSession = z.infer<typeof AccountSession>

export const AccountSessions = z.object({ items: z.array(AccountSession) })
export type AccountSessions = z.infer<typeof AccountSessions>

/** Ends this session, or all sessions of the account. */
export const SignOut = z.object({ everywhere: z.boolean() })
export type SignOut = z.infer<typeof SignOut>

/** Where the browser goes next: the issuer has a session of its own. */
export const SignedOut = z.object({ address: z.string() })
export type SignedOut = z.infer<typeof SignedOut>

export const tokenNameLength = 80
export const longestTokenDays = 366
/** How many tokens an account can have. */
export const tokenLimit = 50

/** A tool's access in the name of a person: to one publisher, with the person's role there or a weaker one. */
export const PersonalToken = z.object({
  id: z.string(),
  name: z.string(),
  publisherId: z.string(),
  role: z.enum(roles),
  createdTime: z.string(),
  expiresTime: z.string(),
  /** When a tool used it last, to within minutes; absent before the first time. */
  usedTime: z.optional(z.string()),
})
export type PersonalToken = z.infer<typeof PersonalToken>

export const PersonalTokens = z.object({ items: z.array(PersonalToken) })
export type PersonalTokens = z.infer<typeof PersonalTokens>

export const NewToken = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(tokenNameLength), z.regex(/^[^\p{Cc}\p{Cf}\p{Cs}]*$/u)),
  publisherId: z.string().check(z.maxLength(50)),
  role: z.enum(roles),
  /** How long it can be used. */
  days: z.number().check(z.int(), z.minimum(1), z.maximum(longestTokenDays)),
})
export type NewToken = z.infer<typeof NewToken>

/** The only answer that ever contains the token itself. */
export const CreatedToken = z.extend(PersonalToken, { token: z.string() })
export type CreatedToken = z.infer<typeof CreatedToken>
