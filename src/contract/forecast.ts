import { type Estimate, parseEstimate, upperBound } from './estimates.ts'
import { indicatorShown } from './indicators.ts'
import type { OfferStatus, Step } from './status.ts'
import { actorOf, isUnderWay } from './steps.ts'

/** When an offer goes live, by the estimates of the steps that remain. */
export type Forecast = {
  /** Milliseconds since 1970. */
  earliest: number
  latest: number
  /** The publisher's own step is part of it: as if it took no time. */
  needsSignOff: boolean
  /** Steps that are not counted: they have no estimate, or take longer than theirs. */
  uncounted: Step[]
}

/** The sum of the remaining bounds, from `now` or from a scheduled Go Live; undefined when nothing runs or nothing is known of any step. */
export function forecast(status: OfferStatus, now: number): Forecast | undefined {
  const indicator = indicatorShown(status)
  if (indicator !== 'inProgress' && indicator !== 'awaitingSignoff') return undefined
  const remaining = status.steps.filter((step) => step.status === 'notStarted' || isUnderWay(step))
  const others = remaining.filter((step) => actorOf(step) !== 'publisher')
  const counted = others.map((step) => ({ step, left: timeLeft(step, now) }))
  const uncounted = counted.filter(({ left }) => left === undefined).map(({ step }) => step)
  if (others.length === uncounted.length) return undefined
  const { goLiveSchedule } = status
  const begin = goLiveSchedule ? Math.max(now, Date.parse(goLiveSchedule.time)) : now
  const sum = (bound: 'min' | 'max') => counted.reduce((total, { left }) => total + (left?.[bound] ?? 0), begin)
  return {
    earliest: sum('min'),
    latest: sum('max'),
    needsSignOff: others.length < remaining.length && !goLiveSchedule,
    uncounted,
  }
}

/** Milliseconds that a step may still take; undefined without an estimate, and once that has passed. */
function timeLeft({ estimatedTimeFrame = '', startedTime }: Step, now: number) {
  const estimate = parseEstimate(estimatedTimeFrame)
  if (!estimate) return undefined
  const passed = startedTime ? now - Date.parse(startedTime) : 0
  const max = upperBound(estimate) - passed
  return max < 0 ? undefined : { min: Math.max(0, lowerBound(estimate) - passed), max }
}

/** "Less than" promises no least time. */
const lowerBound = ({ min = 0, unit }: Estimate) => upperBound({ max: min, unit })
