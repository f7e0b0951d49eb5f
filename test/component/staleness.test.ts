import { QueryObserver } from '@tanstack/react-query'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isMoving } from '../../src/contract/indicators.ts'
import type { OfferStatus } from '../../src/contract/status.ts'
import { paces } from '../../src/web/api/pace.ts'
import { createQueryClient } from '../../src/web/api/queryClient.ts'
import { statusQuery } from '../../src/web/api/status.ts'

const second = 1_000
/** The longest time that an answer takes in these tests. */
const slowest = 3 * second
const offer = { publisherId: 'contoso', offerId: 'relay' }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Move = { after: number; status: string }
type State = { status: string; from: number }

/** What happens to one request: how long its answer takes, and whether it is lost or comes from a replica that lags. */
const faultless = fc.record({ delay: fc.nat(slowest), fault: fc.constant(undefined) })
const faulty = fc.record({ delay: fc.nat(slowest), fault: fc.constantFrom(undefined, 'lost', 'outdated') })
type Trip = { delay: number; fault: 'lost' | 'outdated' | undefined }

const changes = fc.array(
  fc.record({
    after: fc.nat(90 * second),
    status: fc.constantFrom('running', 'waitingForPublisherReview', 'failed', 'succeeded', 'canceled'),
  }),
  { minLength: 1, maxLength: 6 },
)

/** An offer whose status changes at these moments is on screen; `look` sees it every two seconds until long after the last. */
async function watch(
  moves: readonly Move[],
  trips: readonly Trip[],
  look: (shown: OfferStatus, states: State[]) => void,
) {
  let from = Date.now()
  const states = [{ status: 'neverPublished', from }]
  for (const { after, status } of moves) {
    from += after
    states.push({ status, from })
  }
  let asked = 0
  vi.stubGlobal('fetch', async () => {
    const { delay, fault } = trips[asked++ % trips.length]!
    const latest = states.findLastIndex(({ from }) => from <= Date.now())
    // Faults end with the changes.
    const happens = latest < states.length - 1 ? fault : undefined
    const revision = happens === 'outdated' ? Math.max(0, latest - 1) : latest
    await new Promise((resolve) => setTimeout(resolve, delay))
    if (happens === 'lost') throw new TypeError('lost')
    const { status } = states[revision]!
    return Response.json({ status, revision, messages: [], steps: [], previewLinks: [], liveLinks: [] })
  })
  const client = createQueryClient()
  const observer = new QueryObserver(client, statusQuery(offer))
  const stop = observer.subscribe(() => {})
  for (const end = from + 1.2 * paces.longest; Date.now() < end; await vi.advanceTimersByTimeAsync(2 * second)) {
    const { data } = observer.getCurrentResult()
    if (data) look(data, states)
  }
  stop()
  client.clear()
}

test('whatever happens to an offer, its page is never older than one interval (asked 4)', async () => {
  await fc.assert(
    fc.asyncProperty(changes, fc.array(faultless, { minLength: 1 }), (moves, trips) =>
      watch(moves, trips, (shown, states) => {
        const next = states[shown.revision! + 1]
        const interval = 1.1 * (isMoving(shown) ? paces.status : paces.rest)
        if (next) expect(Date.now() - next.from).toBeLessThanOrEqual(interval + 2 * slowest)
      }),
    ),
    { numRuns: 15 },
  )
})

test('whatever answers are lost or come from a replica that lags, the page never goes back, and catches up (asked 4, asked 12)', async () => {
  await fc.assert(
    fc.asyncProperty(changes, fc.array(faulty, { minLength: 1 }), async (moves, trips) => {
      let last = 0
      await watch(moves, trips, ({ revision = 0 }) => {
        expect(revision).toBeGreaterThanOrEqual(last)
        last = revision
      })
      expect(last).toBe(moves.length)
    }),
    { numRuns: 15 },
  )
})
