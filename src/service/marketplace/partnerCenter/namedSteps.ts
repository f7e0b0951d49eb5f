import { signOffId } from '../../../contract/status.ts'
import { liveId, notStarted, type StepState } from '../../publishing/submission.ts'
import type { NamedStep } from './olderApi.ts'
import { previewId } from './steps.ts'

const isSignOff = ({ name }: NamedStep) => /sign-?\s?off/i.test(name)
const idOf = ({ name }: NamedStep) => `remote-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`

/** The steps before sign-off under the names that the older API gives them; sign-off and Live stay as they are. */
export function withNames(steps: StepState[], named: readonly NamedStep[], now: Date): StepState[] {
  const signOff = named.findIndex(isSignOff)
  const before = signOff < 0 ? [] : named.slice(0, signOff)
  const frame = steps.find(({ id }) => id === previewId)
  const own = steps.filter(({ id }) => id !== signOffId && id !== liveId)
  if (before.length === 0) return steps
  // Only a running frame is told in detail: how it ended is the rows' to say.
  const running = frame ? frame.status === 'inProgress' : own.some(({ status }) => status === 'inProgress')
  if (!running) return steps
  const current = Math.max(
    0,
    before.findIndex(({ state }) => state !== 'complete'),
  )
  const told = before.map((one, index): StepState => {
    const known = own.find(({ id }) => id === idOf(one))
    const fresh = notStarted({
      id: idOf(one),
      code: idOf(one),
      stepName: one.name,
      description: '',
      actor: 'microsoft',
    })
    const step = known ?? fresh
    const status = index < current ? 'complete' : index === current ? 'inProgress' : 'notStarted'
    if (step.status === status) return step
    const time = now.toISOString()
    if (status === 'inProgress') return { ...step, status, startedTime: time, messages: frame?.messages ?? [] }
    return { ...step, status, ...(step.startedTime && { endedTime: time }), messages: [] }
  })
  return [...told, ...steps.filter(({ id }) => id === signOffId || id === liveId)]
}
