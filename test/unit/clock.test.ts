// @vitest-environment node
import { expect, test } from 'vitest'
import { steadyClock } from '../../src/service/clock.ts'

test('when the machine’s clock is set back an hour, time goes on, and follows it again once it has caught up', () => {
  const hour = 3_600_000
  let wall = 10 * hour
  let elapsed = 0
  const now = steadyClock(
    () => wall,
    () => elapsed,
  )
  const pass = (milliseconds: number) => {
    wall += milliseconds
    elapsed += milliseconds
    return now().getTime()
  }
  expect(pass(500)).toBe(10 * hour + 500)
  wall -= hour
  expect(pass(500)).toBe(10 * hour + 1_000)
  expect(pass(2_000)).toBe(10 * hour + 3_000)
  wall += 2 * hour
  expect(pass(1_000)).toBe(11 * hour + 4_000)
})
