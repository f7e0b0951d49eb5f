import * as z from 'zod/mini'
import { languages } from './languages.ts'
import { ProblemDetail } from './problems.ts'
import { Message } from './status.ts'

const StepName = z.object({ code: z.string(), stepName: z.string() })

/** What is known of a draft before it is published, and what the caller chose for notifications before. */
export const PublishCheck = z.object({
  /** The version that would be published. */
  version: z.number(),
  /** What the draft lacks: publishing it is refused. */
  problems: z.array(ProblemDetail),
  /** What steps would find: publishing is possible, and fails there. */
  foreseen: z.array(z.object({ step: StepName, problems: z.array(ProblemDetail) })),
  /** Why the last attempt failed, where the draft is still as it was then. */
  unfixed: z.optional(z.object({ publishingVersion: z.number(), step: StepName, messages: z.array(Message) })),
  /** The addresses of the last attempt, else those that the caller used last, else the publisher's contacts. */
  addresses: z.array(z.string()),
  /** Addresses that the caller used before, newest first. */
  remembered: z.array(z.string()),
  /** The language of notifications that the caller chose last. */
  language: z.optional(z.enum(languages)),
})
export type PublishCheck = z.infer<typeof PublishCheck>
