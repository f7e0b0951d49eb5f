import * as z from 'zod/mini'

/** Control characters, lone surrogates, line breaks, and marks that reverse the text after them. */
const harmful = /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u
/** Characters without a shape: spaces, controls, fillers and the blank Braille pattern. */
const invisible = /[\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\u2800]/gu

/** An offer's name, which is always visible and never changes how the text after it reads. */
export const OfferName = z.string().check(
  z.trim(),
  z.minLength(1),
  z.maxLength(50),
  z.refine((name) => !harmful.test(name), 'must not have control characters or marks that change the text direction'),
  z.refine((name) => name.replace(invisible, '') !== '', 'must have a visible character'),
)
