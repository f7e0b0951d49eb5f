import * as z from 'zod/mini'

/** Text of one line without control characters. */
const harmless = /^[^\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]*$/u

const lists = z.enum(['offers', 'approvals'])
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(60), z.regex(harmless))

/** A list as its account wants to see it again. */
export const SavedView = z.object({
  list: lists,
  name,
  /** The filters and the order, as the list's address has them after the question mark. */
  search: z.string().check(z.maxLength(500), z.regex(harmless)),
  /** The list opens with it. */
  isDefault: z.boolean(),
})
export type SavedView = z.infer<typeof SavedView>

/** The name of a view, unique within its list. */
export const ViewName = z.object({ list: lists, name })
export type ViewName = z.infer<typeof ViewName>

export const SavedViews = z.object({ items: z.array(SavedView) })
export type SavedViews = z.infer<typeof SavedViews>

/** How many views an account keeps. */
export const viewLimit = 50
