import { isFinal, waitAskedBy } from './http.ts'

/** Milliseconds between two requests. */
export const paces = { status: 5_000, list: 10_000, rest: 60_000, longest: 300_000 } as const

/** The longest wait that the service may ask for: an hour. Timers of the browser end at 24 days. */
const longestAsked = 3_600_000

/** The state of a polled query, which changes only when an answer or a failure arrives. */
export type Asked = {
  error: unknown
  dataUpdatedAt: number
  errorUpdateCount: number
  /** Failures since the last answer. */
  streak: number
}

/**
 * Milliseconds until a page asks again, or false to stop. It is called at every render, so it gives the same answer
 * until something arrives: the jitter comes from the time of the last answer.
 */
export function pace({ error, dataUpdatedAt, errorUpdateCount, streak }: Asked, base: number): number | false {
  if (!error) return Math.round(base * (0.9 + spread(dataUpdatedAt)))
  if (isFinal(error)) return false
  const seed = dataUpdatedAt + errorUpdateCount
  const asked = waitAskedBy(error)
  // Never earlier than requested, and spread, so that pages do not retry at the same time.
  if (asked !== undefined) return Math.round(Math.min(Math.max(asked, 1000), longestAsked) * (1 + spread(seed)))
  const wait = Math.min(base * 2 ** Math.max(1, streak), paces.longest)
  return Math.round(wait * (0.9 + spread(seed)))
}

/** From 0 to 0.2 by the seed: a thousand open pages do not ask in the same second. */
const spread = (seed: number) => ((Math.imul(seed % 2 ** 31, 2_654_435_761) >>> 0) % 2001) / 10_000
