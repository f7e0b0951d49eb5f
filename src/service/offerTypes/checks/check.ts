import type { Definition } from '../../../contract/offers.ts'
import type { ProblemDetail } from '../../../contract/problems.ts'

/** Looks at an offer's content alone; an empty answer is a pass. Messages are English, one per fault, with code and target. */
export type Check = (definition: Definition) => ProblemDetail[]
