import { z } from 'zod'
import type { connection } from './connection.ts'
import { AccessError, RefusedError, UnavailableError } from './faults.ts'
import { outsideText } from './outsideText.ts'

/** A step as the older API names it; any other state of it is a failure. */
export type NamedStep = { name: string; state: 'notStarted' | 'inProgress' | 'complete' | 'blocked' }

const Step = z.object({ name: z.string().min(1), state: z.string() })
const Workflows = z.union([z.array(z.unknown()), z.object({ value: z.array(z.unknown()) }).transform((w) => w.value)])
const Workflow = z.object({ workflowSteps: z.array(Step) })
const states = new Map<string, NamedStep['state']>([
  ['notstarted', 'notStarted'],
  ['inprogress', 'inProgress'],
  ['success', 'complete'],
])

const mostSteps = 20
const longestName = 80

export const readSteps = (body: unknown): NamedStep[] =>
  (Workflows.safeParse(body).data ?? [])
    .flatMap((each) => Workflow.safeParse(each).data?.workflowSteps ?? [])
    .slice(0, mostSteps)
    .map(({ name, state }) => ({
      name: outsideText(name, longestName),
      state: states.get(state.toLowerCase()) ?? 'blocked',
    }))

/** What only the older API can do: name the steps of a submission, and cancel one that was begun in the portal. */
export const olderApi = (connected: Pick<ReturnType<typeof connection>, 'read' | 'write'>) => ({
  cancel: (guid: string, n: string) => connected.write('DELETE', `/products/${guid}/submissions/${n}`),

  /** Undefined when the API does not answer or does not know: the three steps of the rows are enough. */
  async steps(guid: string, n: string): Promise<NamedStep[] | undefined> {
    try {
      const steps = readSteps(await connected.read(`/products/${guid}/submissions/${n}/workflowdetails`))
      return steps.length > 0 ? steps : undefined
    } catch (error) {
      if (error instanceof UnavailableError || error instanceof RefusedError || error instanceof AccessError)
        return undefined
      throw error
    }
  },
})
