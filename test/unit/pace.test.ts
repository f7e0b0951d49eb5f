// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { ApiError, waitOf } from '../../src/web/api/http.ts'
import { pace, paces } from '../../src/web/api/pace.ts'

const at = 1_790_000_000_000
const quiet = { error: null, dataUpdatedAt: at, errorUpdateCount: 0 }
const failing = (error: ApiError, streak = 1) => {
  error.streak = streak
  return { error, dataUpdatedAt: at, errorUpdateCount: streak }
}
const lost = (streak: number) => failing(new ApiError('NoAnswer'), streak)

describe('the pace of a polled page', () => {
  test('stays within ten percent of its interval, and differs from page to page', () => {
    const waits = Array.from({ length: 200 }, (_, index) =>
      Number(pace({ ...quiet, dataUpdatedAt: at + index * 137 }, 5_000)),
    )
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(4_500)
    expect(Math.max(...waits)).toBeLessThanOrEqual(5_500)
    expect(new Set(waits).size).toBeGreaterThan(50)
  })

  test('stays the same between two answers', () => {
    expect(pace(quiet, paces.list)).toBe(pace({ ...quiet }, paces.list))
  })

  test('doubles with each failure in a row, up to five minutes', () => {
    const waits = [1, 2, 3, 4, 5, 20].map((streak) => Number(pace(lost(streak), 5_000)))
    for (const [index, wanted] of [10_000, 20_000, 40_000, 80_000, 160_000, 300_000].entries()) {
      expect(Math.abs(waits[index]! - wanted)).toBeLessThanOrEqual(wanted / 10)
    }
  })

  test('waits as long as the service asks', () => {
    expect(pace(failing(new ApiError('Unavailable', { status: 503, retryAfter: 42_000 }), 5), 5_000)).toBe(42_000)
  })

  test.each([401, 403, 404])('ends at %i, which only a person can fix', (status) => {
    expect(pace(failing(new ApiError('x', { status })), 5_000)).toBe(false)
  })
})

test('Retry-After can be seconds or a date', () => {
  expect(waitOf('120')).toBe(120_000)
  expect(waitOf(new Date(at + 30_000).toUTCString(), at)).toBe(30_000)
  expect(waitOf(new Date(at - 30_000).toUTCString(), at)).toBe(0)
  expect(waitOf('soon')).toBeUndefined()
  expect(waitOf(null)).toBeUndefined()
})
