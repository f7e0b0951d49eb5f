import * as z from 'zod/mini'
import { ProblemDetail } from './problems.ts'

/** What is wrong with the pictures that a draft names by address, and which addresses could not be read. */
export const PictureCheck = z.object({
  problems: z.array(ProblemDetail),
  unread: z.array(z.object({ target: z.string(), entry: z.optional(z.number()) })),
})
export type PictureCheck = z.infer<typeof PictureCheck>
