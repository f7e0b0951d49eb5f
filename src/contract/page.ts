import * as z from 'zod/mini'

/** Which page of a list an address asks for; the first one when it names none. */
export const PageNumber = z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100_000)))
