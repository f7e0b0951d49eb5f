// @vitest-environment node
import { expect, test } from 'vitest'
import type { Step } from '../../src/contract/status.ts'
import { timeline } from '../../src/contract/timeline.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 10, 21, hour)).toISOString()
const now = Date.parse(at(20))
const hour = 3_600_000

const step = (id: string, status: string, started?: number, ended?: number): Step => ({
  id,
  stepName: id,
  description: '',
  status,
  messages: [],
  progressPercentage: 0,
  ...(started !== undefined && { startedTime: at(started) }),
  ...(ended !== undefined && { endedTime: at(ended) }),
})

test('the time that an attempt waited for its publisher is apart from the time that others worked (asked 1)', () => {
  const known = timeline(
    [
      step('a', 'complete', 1, 4),
      step('publisher-signoff', 'complete', 4, 10),
      step('microsoft-review', 'waitingForApproval', 10),
      step('live', 'notStarted'),
    ],
    now,
  )!
  expect([known.working, known.waiting]).toEqual([13 * hour, 6 * hour])
  expect(known.to - known.from).toBe(19 * hour)
  expect(known.spans.map(({ step: { id }, isWaiting, isOver }) => [id, isWaiting, isOver])).toEqual([
    ['a', false, true],
    ['publisher-signoff', true, true],
    ['microsoft-review', false, false],
  ])
})

test('nothing is drawn before a step has begun, nor of a step whose end nobody knows', () => {
  expect(timeline([step('a', 'notStarted')], now)).toBeUndefined()
  expect(timeline([step('a', 'complete', 1)], now)).toBeUndefined()
})

test('a clock that is behind draws no step backwards', () => {
  expect(timeline([step('a', 'inProgress', 21)], now)!.spans[0]).toMatchObject({
    from: Date.parse(at(21)),
    to: Date.parse(at(21)),
  })
})
