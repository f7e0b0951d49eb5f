import type { Step } from './status.ts'
import { actorOf, isUnderWay } from './steps.ts'

/** When a step ran. `isWaiting`: for the publisher; others were working. */
export type Span = { step: Step; from: number; to: number; isWaiting: boolean; isOver: boolean }

/** Times are milliseconds; `working` and `waiting` are sums. */
export type Timeline = { from: number; to: number; working: number; waiting: number; spans: Span[] }

/** The steps of an attempt that have begun, until `now`; undefined when none has. */
export function timeline(steps: readonly Step[], now: number): Timeline | undefined {
  const spans = steps.flatMap((step): Span[] => {
    const { startedTime, endedTime } = step
    if (!startedTime || !(endedTime || isUnderWay(step))) return []
    const from = Date.parse(startedTime)
    const to = Math.max(from, endedTime ? Date.parse(endedTime) : now)
    return [{ step, from, to, isWaiting: actorOf(step) === 'publisher', isOver: endedTime !== undefined }]
  })
  if (spans.length === 0) return undefined
  const sum = (isWaiting: boolean) =>
    spans.filter((span) => span.isWaiting === isWaiting).reduce((total, { from, to }) => total + to - from, 0)
  return {
    from: Math.min(...spans.map(({ from }) => from)),
    to: Math.max(...spans.map(({ to }) => to)),
    working: sum(false),
    waiting: sum(true),
    spans,
  }
}
