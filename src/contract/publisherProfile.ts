import * as z from 'zod/mini'
import { languages } from './languages.ts'

export const publisherNameLength = 100
export const mostContacts = 10

const Address = z.string().check(z.trim(), z.email(), z.maxLength(254))

/** How a publisher presents itself, and where mails go that name no address. */
export const ProfileChange = z.object({
  name: z
    .string()
    .check(z.trim(), z.minLength(1), z.maxLength(publisherNameLength), z.regex(/^[^\p{Cc}\p{Cf}\p{Cs}]*$/u)),
  /** Without any, mails about offers that were published without addresses go to the owners. */
  contacts: z.array(Address).check(z.maxLength(mostContacts)),
  /** The language of mails where nobody chose another. */
  language: z.enum(languages),
  /** Of the profile that was read: another one is not overwritten. */
  version: z.number().check(z.int(), z.minimum(0)),
})
export type ProfileChange = z.infer<typeof ProfileChange>

export const PublisherProfile = z.extend(ProfileChange, { id: z.string() })
export type PublisherProfile = z.infer<typeof PublisherProfile>
