// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { forecast } from '../../src/contract/forecast.ts'
import type { OfferStatus, Step } from '../../src/contract/status.ts'

const day = 24 * 3_600_000
const now = Date.parse('2026-11-21T12:00:00Z')

const step = (id: string, status: string, estimatedTimeFrame?: string, daysAgo?: number): Step => ({
  id,
  stepName: id,
  description: '',
  status,
  messages: [],
  progressPercentage: 0,
  ...(estimatedTimeFrame && { estimatedTimeFrame }),
  ...(daysAgo !== undefined && { startedTime: new Date(now - daysAgo * day).toISOString() }),
})
const offer = (steps: Step[], status = 'running'): OfferStatus => ({
  status,
  messages: [],
  steps,
  previewLinks: [],
  liveLinks: [],
})
/** In days from now. */
const days = (steps: Step[], status?: string) => {
  const known = forecast(offer(steps, status), now)
  return (
    known && {
      earliest: (known.earliest - now) / day,
      latest: (known.latest - now) / day,
      needsSignOff: known.needsSignOff,
      uncounted: known.uncounted.map(({ id }) => id),
    }
  )
}

const signOff = step('publisher-signoff', 'waitingForPublisherReview', '< 1 hour', 1)

describe('when an offer will be live (U9)', () => {
  test('at sign-off it is what the later steps take, if the publisher signs off now', () => {
    expect(days([step('a', 'complete', '3 days'), signOff, step('live', 'notStarted', '~2-5 days')])).toEqual({
      earliest: 2,
      latest: 5,
      needsSignOff: true,
      uncounted: [],
    })
  })

  test('what a running step has taken is no longer to come', () => {
    expect(days([step('a', 'inProgress', '2-3 days', 1), step('live', 'notStarted', '1-2 days')])).toMatchObject({
      earliest: 2,
      latest: 4,
      needsSignOff: false,
    })
  })

  test('a running step that is past its least time may end at any moment', () => {
    expect(days([step('a', 'waitingForApproval', '2-4 days', 3)])).toMatchObject({ earliest: 0, latest: 1 })
  })

  test('"less than" promises no least time', () => {
    expect(days([step('a', 'notStarted', '< 4 days')])).toMatchObject({ earliest: 0, latest: 4 })
  })

  test.each([
    ['without an estimate', step('b', 'notStarted')],
    ['with one that nobody can parse', step('b', 'notStarted', 'manual')],
    ['that takes longer than its estimate', step('b', 'inProgress', '1 day', 2)],
  ])('a step %s is named instead of counted', (_, unknown) => {
    expect(days([unknown, step('live', 'notStarted', '2 days')])).toMatchObject({ latest: 2, uncounted: ['b'] })
  })

  test.each([
    ['that failed', offer([step('a', 'blocked', '1 day', 1), step('live', 'notStarted', '1 day')], 'failed')],
    ['that is live', offer([step('live', 'complete', '1 day')], 'succeeded')],
    ['that was never published', offer([step('live', 'notStarted', '1 day')], 'neverPublished')],
    ['whose steps have no estimate', offer([step('a', 'inProgress'), step('live', 'notStarted')])],
  ])('of an offer %s nothing is said', (_, status) => expect(forecast(status, now)).toBeUndefined())
})
