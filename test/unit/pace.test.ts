import { describe, expect, test } from 'vitest'
import { ApiError, waitOf } from '../../src/web/api/http.ts'
import { pace, paces } from '../../src/web/api/pace.ts'

const at = 1_790_000_000_000
const quiet = { error: null, dataUpdatedAt: at, errorUpdateCount: 0, streak: 0 }
const failing = (error: ApiError, streak = 1) => ({ error, dataUpdatedAt: at, errorUpdateCount: streak, streak })
const asking = (retryAfter: number, failures = 1) =>
  Number(
    pace({ ...failing(new ApiError('Unavailable', { status: 503, retryAfter })), errorUpdateCount: failures }, 5_000),
  )
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

  test('waits as long as the service asks, or a little longer, each page for another time', () => {
    const waits = Array.from({ length: 200 }, (_, index) => asking(42_000, index))
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(42_000)
    expect(Math.max(...waits)).toBeLessThanOrEqual(42_000 * 1.2)
    expect(new Set(waits).size).toBeGreaterThan(50)
  })

  test.each([2_147_484_000, 2_600_000_000])(
    'waits about an hour when the service asks for %i milliseconds',
    (asked) => {
      expect(asking(asked)).toBeGreaterThanOrEqual(3_600_000)
      expect(asking(asked)).toBeLessThanOrEqual(3_600_000 * 1.2)
    },
  )

  test.each([
    ['Unauthorized', 401],
    ['Forbidden', 403],
    ['NotFound', 404],
  ])('ends when the service itself says %s, which only a person can change', (code, status) => {
    expect(pace(failing(new ApiError(code, { status })), 5_000)).toBe(false)
  })

  test.each([401, 403, 404])('goes on, ever slower, when a proxy answers %i in the place of the service', (status) => {
    const waits = [1, 20].map((streak) =>
      Number(pace(failing(new ApiError(`Http${status}`, { status }), streak), 5_000)),
    )
    expect(waits[0]).toBeLessThanOrEqual(11_000)
    expect(waits[1]).toBeGreaterThanOrEqual(270_000)
  })
})

test('Retry-After can be seconds or a date', () => {
  expect(waitOf('120')).toBe(120_000)
  expect(waitOf(new Date(at + 30_000).toUTCString(), at)).toBe(30_000)
  expect(waitOf(new Date(at - 30_000).toUTCString(), at)).toBe(0)
  expect(waitOf('soon')).toBeUndefined()
  expect(waitOf(null)).toBeUndefined()
})
