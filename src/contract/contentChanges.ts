import * as z from 'zod/mini'

/**
 * One value that differs between two versions of an offer's content. Without `before` it was added, without `after` it
 * was removed; a secret tells neither.
 */
export const ContentChange = z.object({
  /** The field, spelled as in messages, and the Editor's tab that has it. */
  target: z.string(),
  tab: z.optional(z.string()),
  /** The plan that has the field. */
  plan: z.optional(z.string()),
  /** The place inside a field that holds a list or an object. */
  part: z.optional(z.string()),
  before: z.optional(z.string()),
  after: z.optional(z.string()),
  isSecret: z.optional(z.boolean()),
})
export type ContentChange = z.infer<typeof ContentChange>

/** The versions of an offer that a publisher compares. */
const contents = ['live', 'preview', 'draft'] as const
export type ContentName = (typeof contents)[number]

/** Any version by its number: attempts are compared by the versions that they published. */
const Version = z.union([z.enum(contents), z.coerce.number().check(z.int(), z.minimum(1), z.maximum(1_000_000))])

export const ContentChangesQuery = z.object({
  from: z._default(Version, 'live'),
  to: z._default(Version, 'preview'),
})
export type ContentChangesQuery = z.infer<typeof ContentChangesQuery>

/** More changes are only counted. */
export const mostChanges = 200

/** What differs between two versions; `items` is absent when one of them does not exist or its content is kept elsewhere. */
export const ContentChanges = z.object({
  from: z.optional(z.number()),
  to: z.optional(z.number()),
  items: z.optional(z.array(ContentChange)),
  total: z.number(),
})
export type ContentChanges = z.infer<typeof ContentChanges>
