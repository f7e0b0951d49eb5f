import { ProblemError } from '../problems.ts'
import { latest } from './latest.ts'

/** Callers that are remembered; who is forgotten starts again with everything. */
const mostCallers = 10_000

/** The caller sends too much; `seconds` later the request may be sent again. */
export class TooManyRequestsError extends ProblemError {
  readonly seconds: number
  constructor(seconds: number) {
    super('TooManyRequests', `Too many requests: nothing was done. Send it again in ${seconds} seconds.`)
    this.seconds = seconds
  }
}

/** Lets each caller do something so often a minute, all at once or spread; then throws until there is room again. */
export function rateLimit(perMinute: number, now: () => Date) {
  const callers = latest<{ left: number; at: number }>(mostCallers)
  const perMillisecond = perMinute / 60_000

  const leftOf = (caller: string, at: number) => {
    const last = callers.get(caller)
    return last ? Math.min(perMinute, last.left + (at - last.at) * perMillisecond) : perMinute
  }
  const check = (left: number) => {
    if (left < 1) throw new TooManyRequestsError(Math.ceil((1 - left) / perMillisecond / 1000))
  }

  return {
    /** Counts this time, unless it was one too many. */
    count(caller: string) {
      const at = now().getTime()
      const left = leftOf(caller, at)
      check(left)
      callers.set(caller, { left: left - 1, at })
    },
    /** Throws when the next time would be one too many. */
    check: (caller: string) => check(leftOf(caller, now().getTime())),
  }
}

export type RateLimit = ReturnType<typeof rateLimit>
