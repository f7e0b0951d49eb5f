import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { shortly } from '../../src/service/store/shortly.ts'

let reads = 0
const counted = () => shortly(async () => ++reads, 100)

beforeEach(() => {
  reads = 0
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('those who ask together, or soon after, share one read', async () => {
  const number = counted()
  expect(await Promise.all([number.read(), number.read()])).toEqual([1, 1])
  vi.advanceTimersByTime(99)
  expect(await number.read()).toBe(1)
  vi.advanceTimersByTime(1)
  expect(await number.read()).toBe(2)
})

test('what was read before a write does not count after it', async () => {
  const number = counted()
  const before = number.read()
  number.expire()
  expect([await number.read(), await before]).toEqual([2, 1])
})

test('a failed read is not shared with those who ask later', async () => {
  const reading = vi.fn().mockRejectedValueOnce(new Error('gone')).mockResolvedValue('there')
  const stamp = shortly(reading, 100)
  await expect(stamp.read()).rejects.toThrow('gone')
  expect(await stamp.read()).toBe('there')
})
