import * as z from 'zod/mini'
import { OfferName } from './offerName.ts'

/** A new offer: empty and of a type, or a copy of another of the same publisher. */
export const NewOffer = z
  .object({
    id: z.string().check(z.minLength(1), z.maxLength(50)),
    name: OfferName,
    offerTypeId: z.optional(z.string()),
    copyOf: z.optional(z.string().check(z.minLength(1), z.maxLength(50), z.regex(/^\P{Cc}*$/u))),
  })
  .check(
    z.refine(
      ({ offerTypeId, copyOf }) => (offerTypeId === undefined) !== (copyOf === undefined),
      'needs a type or another offer',
    ),
  )
export type NewOffer = z.infer<typeof NewOffer>
