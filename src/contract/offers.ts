import * as z from 'zod/mini'
import { Form } from './forms.ts'
import { OfferName } from './offerName.ts'

/** An offer's content as the publisher edits it: properties have namespaced names, such as `microsoft-azure-marketplace.title`. */
export const Definition = z.object({
  displayText: OfferName,
  offer: z.record(z.string(), z.unknown()),
  /** None when absent. */
  plans: z._default(
    z.array(z.looseObject({ planId: z.string().check(z.minLength(1), z.maxLength(50)) })).check(z.maxLength(100)),
    [],
  ),
})
export type Definition = z.infer<typeof Definition>

export const PutOffer = z.object({
  offerTypeId: z.string(),
  /** If present, they must match the address. */
  publisherId: z.optional(z.string()),
  id: z.optional(z.string()),
  definition: Definition,
})
export type PutOffer = z.infer<typeof PutOffer>

const envelope = {
  offerTypeId: z.string(),
  publisherId: z.string(),
  id: z.string(),
  /** Increases with each publishing; the draft is always the newest. */
  version: z.number(),
  status: z.string(),
  changedTime: z.string(),
}
export const OfferSummary = z.object({ ...envelope, definition: z.object({ displayText: z.string() }) })
export type OfferSummary = z.infer<typeof OfferSummary>

export const Offer = z.object({ ...envelope, definition: Definition })
export type Offer = z.infer<typeof Offer>

export const Publisher = z.object({
  id: z.string(),
  version: z.number(),
  definition: z.object({
    displayText: z.string(),
    offerTypeCategories: z.array(z.string()),
    sellerId: z.number(),
  }),
})
export type Publisher = z.infer<typeof Publisher>

export const OfferType = z.object({ id: z.string(), displayText: z.string() })
export type OfferType = z.infer<typeof OfferType>

export const OfferTypeForm = z.extend(OfferType, {
  /** What an offer ID of this type matches. */
  offerId: z.string(),
  storefront: z.string(),
  form: Form,
})
export type OfferTypeForm = z.infer<typeof OfferTypeForm>
