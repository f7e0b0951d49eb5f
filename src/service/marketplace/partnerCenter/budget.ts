const minute = 60_000

/** The calls of an account by all replicas. Times are milliseconds since 1970. */
export type Budget = {
  /** When the calls of the last minute began. */
  calls: number[]
  /** The calls under way; that of a killed replica expires at `until`. */
  running: { id: string; until: number }[]
  pausedUntil: number
  /** How often in a row Partner Center asked to wait. */
  refusals: number
  /** How many calls in a row had no answer, or one that refuses this app, and since when. */
  failures: number
  since?: number
  /** When the list of products was read last. */
  listed?: number
  why?: 'silent' | 'noAccess'
}

export const unused: Budget = { calls: [], running: [], pausedUntil: 0, refusals: 0, failures: 0 }

/** How a call ended; without `answer`, it says nothing about Partner Center. `wait`: the whole account pauses, for `seconds` where Partner Center gives a time. */
export type Ending = { answer?: 'answered' | 'silent' | 'noAccess' | 'throttled'; wait?: true; seconds?: number }

export type Limits = { callsPerMinute: number; parallel: number }
type Wish = { id: string; time: number; until: number; reserved: number }

/** The budget with one more call, or when to try again. */
export function begun(budget: Budget, { callsPerMinute, parallel }: Limits, wish: Wish): Budget | { freeAt: number } {
  const { id, time, until, reserved } = wish
  const freeAt = freeFrom(budget, callsPerMinute - reserved, time)
  if (freeAt > time) return { freeAt }
  const running = budget.running.filter((call) => call.until > time)
  if (running.length >= parallel) return { freeAt: time }
  const calls = [...budget.calls.filter((call) => call > time - minute), time]
  return { ...budget, calls, running: [...running, { id, until }] }
}

/** When a call may begin: now, unless the minute's calls are spent or Partner Center asked to wait. */
export function freeFrom({ calls, pausedUntil }: Budget, callsPerMinute: number, time: number): number {
  const recent = calls.filter((call) => call > time - minute)
  const oldest = recent[recent.length - Math.max(1, callsPerMinute)]
  return Math.max(time, pausedUntil, oldest === undefined ? 0 : oldest + minute)
}

/** Without a given time the account waits a minute, and twice as long each time, up to 15. */
export function ended(budget: Budget, id: string, { answer, wait, seconds }: Ending, time: number): Budget {
  const { since = time, why: _, ...rest } = budget
  const running = budget.running.filter((call) => call.id !== id)
  const left = { ...rest, running }
  const pause = seconds ?? Math.min(15, 2 ** Math.min(budget.refusals, 4)) * 60
  const paused = wait
    ? { pausedUntil: Math.max(budget.pausedUntil, time + pause * 1_000), refusals: budget.refusals + 1 }
    : {}
  if (!answer) return { ...budget, running, ...paused }
  if (answer === 'answered') return { ...left, refusals: 0, failures: 0 }
  // A request to slow down is an answer.
  if (answer === 'throttled') return { ...left, ...paused, failures: 0 }
  return { ...left, ...paused, failures: budget.failures + 1, since, why: answer }
}
