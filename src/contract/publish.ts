import * as z from 'zod/mini'
import { languages } from './languages.ts'
import { seen } from './seen.ts'

const Address = z.string().check(z.email(), z.maxLength(254))

/** Addresses separated by commas, trimmed, without duplicates; undefined when one of them is not an address. */
export function emailList(text: string): string[] | undefined {
  const { addresses, invalid } = sortedEmails(text)
  return invalid.length === 0 ? addresses : undefined
}

/** What a text holds between its commas: the addresses, and what is no address. */
export function sortedEmails(text: string): { addresses: string[]; invalid: string[] } {
  const parts = [...new Set(text.split(',').map((part) => part.trim()))].filter(Boolean)
  const isAddress = (part: string) => Address.safeParse(part).success
  return { addresses: parts.filter(isAddress), invalid: parts.filter((part) => !isAddress(part)) }
}

/**
 * Without addresses, notifications go to those of the previous submission, or of the publisher's owners. `language`: the
 * language of the notifications.
 */
export const PublishRequest = z.object({
  metadata: z.optional(
    z.object({
      'notification-emails': z.optional(
        z.string().check(
          z.maxLength(2000),
          z.refine((text) => emailList(text)?.length, 'must be e-mail addresses separated by commas'),
        ),
      ),
      language: z.optional(z.enum(languages)),
    }),
  ),
})
export type PublishRequest = z.infer<typeof PublishRequest>

export const GoLiveRequest = z.object({ metadata: z.optional(z.object(seen)) })
export type GoLiveRequest = z.infer<typeof GoLiveRequest>

export const DelistRequest = z.object({ metadata: z.optional(z.object(seen)) })

export const CancelRequest = z.object({
  metadata: z.optional(z.object({ ...seen, reason: z.optional(z.string().check(z.maxLength(500))) })),
})
export type CancelRequest = z.infer<typeof CancelRequest>

/** Says what the service decided, where the request left it open. */
export const Accepted = z.object({ message: z.string() })
export type Accepted = z.infer<typeof Accepted>
