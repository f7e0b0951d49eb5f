import * as z from 'zod/mini'

/** The Editor's tabs, in their order. */
export const tabNames = [
  'settings',
  'plans',
  'technical',
  'testDrive',
  'marketplace',
  'storefront',
  'support',
  'contacts',
] as const
export type TabName = (typeof tabNames)[number]

/**
 * How a value is written and edited. `lines`, `html`: a long text. `texts`: a list of short texts. `choice`, `choices`: one
 * or several of `options`. `image`: the address of a picture. `record`: an object with `fields`. `rows`: a list of them.
 * `versions`: an object with one of them per version. `json`: anything, written as JSON.
 */
export const fieldKinds = [
  'text',
  'lines',
  'html',
  'number',
  'flag',
  'address',
  'image',
  'email',
  'texts',
  'choice',
  'choices',
  'record',
  'rows',
  'versions',
  'json',
] as const
export type FieldKind = (typeof fieldKinds)[number]

/** What the picture at an address must be: width and height, one of the formats, and at most so many bytes. */
export const PictureRule = z.object({
  size: z.optional(z.tuple([z.number(), z.number()])),
  formats: z.array(z.string()),
  bytes: z.number(),
})
export type PictureRule = z.infer<typeof PictureRule>

/** One property of an offer, of a plan or of a part of them. */
export const Field = z.object({
  name: z.string(),
  kind: z.enum(fieldKinds),
  /** Publish refuses to start without it. */
  required: z.optional(z.boolean()),
  /** Characters of a text, or entries of a list. */
  limit: z.optional(z.number()),
  /** It is never sent to anyone. */
  secret: z.optional(z.boolean()),
  options: z.optional(z.array(z.string())),
  picture: z.optional(PictureRule),
  /** An entry of `rows` may be the text of this part alone. */
  plain: z.optional(z.string()),
  /** The property has this name too, in what other tools write. */
  otherNames: z.optional(z.array(z.string())),
  /** It has a meaning only while the property beside it has this value. */
  when: z.optional(z.object({ name: z.string(), is: z.string() })),
  get fields(): z.ZodMiniOptional<z.ZodMiniArray<typeof Field>> {
    return z.optional(z.array(Field))
  },
})
export type Field = z.infer<typeof Field>

export const Tab = z.object({
  name: z.enum(tabNames),
  /** Its fields are those of each plan. */
  ofPlans: z.optional(z.boolean()),
  fields: z.array(Field),
})
export type Tab = z.infer<typeof Tab>

/** What an offer of one type consists of. */
export const Form = z.array(Tab)
export type Form = z.infer<typeof Form>

/** The name of a field in faults, words and links: properties of a plan begin with `plans.`. */
export const targetOf = ({ ofPlans }: Pick<Tab, 'ofPlans'>, { name }: Pick<Field, 'name'>) =>
  ofPlans ? `plans.${name}` : name

/** The tab that has a target: `plans` itself is a target, too. */
export const tabOf = (form: Form, target: string): TabName | undefined =>
  form.find((tab) => (tab.ofPlans && target === 'plans') || tab.fields.some((field) => targetOf(tab, field) === target))
    ?.name
