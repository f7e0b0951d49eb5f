const minute = 60_000

/** Counts calls, so that the whole account stays within its budget and waits when Partner Center says so. */
export function limiter(now: () => Date, callsPerMinute: number) {
  let calls: number[] = []
  let pausedUntil = 0
  let refusals = 0
  return {
    /** When the next call may be made: now, unless the budget is spent or Partner Center asked to wait. */
    freeAt(reserve = 0): Date {
      const time = now().getTime()
      calls = calls.filter((call) => call > time - minute)
      const oldest = calls[calls.length - Math.max(1, callsPerMinute - reserve)]
      return new Date(Math.max(time, pausedUntil, oldest === undefined ? 0 : oldest + minute))
    },
    count() {
      calls.push(now().getTime())
    },
    answered() {
      refusals = 0
    },
    /** 429 or 503: the account waits as long as it was told, else a minute, twice as long each time, up to 15. */
    refused(retryAfter: number | undefined) {
      const wait = retryAfter ?? Math.min(15, 2 ** Math.min(refusals, 4)) * 60
      refusals++
      pausedUntil = Math.max(pausedUntil, now().getTime() + wait * 1_000)
      return new Date(pausedUntil)
    },
  }
}
