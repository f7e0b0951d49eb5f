import * as z from 'zod/mini'
import { ProblemDetail } from './problems.ts'

/** What became of a test lead: nothing is wrong where there are no problems. */
export const TestLead = z.object({ problems: z.array(ProblemDetail) })
export type TestLead = z.infer<typeof TestLead>
