import { ApiError } from './http.ts'

/** Milliseconds between two questions. */
export const paces = { status: 5_000, list: 10_000, rest: 60_000, longest: 300_000 } as const

/** What is known of a polled question; all of it changes only when an answer or a failure arrives. */
export type Asked = { error: unknown; dataUpdatedAt: number; errorUpdateCount: number }

/** Only a person can bring these back: signed out, not allowed, not there. */
const final = [401, 403, 404]

/**
 * Milliseconds until a page asks again, or false to stop. It is called at every render, so it gives the same answer
 * until something arrives: the jitter comes from the time of the last answer.
 */
export function pace({ error, dataUpdatedAt, errorUpdateCount }: Asked, base: number): number | false {
  if (!error) return jittered(base, dataUpdatedAt)
  if (error instanceof ApiError && final.includes(error.status)) return false
  if (error instanceof ApiError && error.retryAfter !== undefined) return Math.max(1000, error.retryAfter)
  const streak = error instanceof ApiError ? error.streak : 1
  const wait = Math.min(base * 2 ** streak, paces.longest)
  return jittered(wait, dataUpdatedAt + errorUpdateCount)
}

/** Ten per cent more or less, so that a thousand open pages do not ask in the same second. */
function jittered(wait: number, seed: number) {
  const spread = ((Math.imul(seed % 2 ** 31, 2_654_435_761) >>> 0) % 2001) / 10_000 - 0.1
  return Math.round(wait * (1 + spread))
}
