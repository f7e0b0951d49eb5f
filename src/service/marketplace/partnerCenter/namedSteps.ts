import { signOffId } from '../../../contract/status.ts'
import { notStarted, type StepState } from '../../publishing/submission.ts'
import type { NamedStep } from './olderApi.ts'

const isSignOff = ({ name }: NamedStep) => /sign-?\s?off/i.test(name)
const codeOf = ({ name }: NamedStep) => `remote-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`

/**
 * The steps before and after sign-off under the names that the older API gives them. Sign-off and Live stay as they are:
 * the last name of all stands for Live.
 */
export function withNames(steps: StepState[], named: readonly NamedStep[], now: Date): StepState[] {
  const split = named.findIndex(isSignOff)
  if (split < 0) return steps
  const signOff = steps.findIndex(({ id }) => id === signOffId)
  const live = steps.slice(-1)
  const before = named.slice(0, split).map((one) => stepOf(one, codeOf(one)))
  const between = named.slice(split + 1, -1).map((one) => stepOf(one, codeOf(one).replace('remote-', 'remote-live-')))
  return [
    ...detailed(steps.slice(0, signOff), before, named.slice(0, split), now),
    ...steps.slice(signOff, signOff + 1),
    ...detailed(steps.slice(signOff + 1), [...between, ...live], named.slice(split + 1), now),
  ]
}

const stepOf = ({ name }: NamedStep, id: string): StepState =>
  notStarted({ id, code: id.replace('remote-live-', 'remote-'), stepName: name, description: '', actor: 'microsoft' })

/** One part of the steps in detail while it runs or lies ahead; how it ended is for the rows to say. */
function detailed(part: StepState[], detail: StepState[], named: readonly NamedStep[], now: Date): StepState[] {
  const running = part.find(({ status }) => status === 'inProgress')
  const isAhead = part.every(({ status }) => status === 'notStarted')
  if (named.length === 0 || !(running || isAhead)) return part
  const open = named.findIndex(({ state }) => state !== 'complete')
  const current = isAhead ? -1 : open < 0 ? named.length - 1 : open
  const time = now.toISOString()
  return detail.map((fresh, index): StepState => {
    const step = part.find(({ id }) => id === fresh.id) ?? fresh
    const status = index < current ? 'complete' : index === current ? 'inProgress' : 'notStarted'
    const startedTime = step.startedTime ?? (index === 0 ? running?.startedTime : undefined)
    if (status === 'inProgress')
      return { ...step, status, startedTime: startedTime ?? time, messages: running?.messages ?? [] }
    if (step.status === status) return step
    const { startedTime: _, endedTime: __, ...rest } = step
    if (status === 'notStarted') return { ...rest, status, messages: [] }
    return { ...rest, status, ...(startedTime && { startedTime, endedTime: time }), messages: [] }
  })
}
