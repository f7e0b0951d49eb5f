// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stepsOf } from '../../src/service/offerTypes/offerType.ts'
import { microsoft } from '../../src/service/publishing/actor.ts'
import { currentStep, isRunning } from '../../src/service/publishing/submission.ts'
import { advance } from '../../src/service/publishing/transitions.ts'
import { acts, anyPlots, live, type Moment, publisher, wholePlots } from '../support/lives.ts'

const lives = (check: (moments: Moment[]) => void) =>
  fc.assert(
    fc.property(anyPlots, acts, (plot, todo) => check(live(plot, todo))),
    { numRuns: 600 },
  )

describe('in any life of a submission of any offer type', () => {
  test('a step begins only when the one before it is complete', () => {
    lives((moments) => {
      for (const { transition, world } of moments) {
        const { steps, state } = transition.submission
        expect(steps.map(({ id }) => id)).toEqual(stepsOf(world.offerType, world.definition).map(({ id }) => id))
        if (state === 'canceled') continue
        const begunSteps = steps.filter(({ status }) => status !== 'notStarted')
        expect(steps.slice(0, begunSteps.length)).toEqual(begunSteps)
        expect(begunSteps.slice(0, -1).every(({ status }) => status === 'complete')).toBe(true)
        const times = begunSteps.flatMap(({ startedTime, endedTime }) => [startedTime, endedTime])
        expect([...times].sort()).toEqual(times)
        expect(state === 'succeeded').toBe(steps.every(({ status }) => status === 'complete'))
      }
    })
  })

  test('a submission that does not wait for a person has a time for its next transition', () => {
    lives((moments) => {
      for (const { transition, world, now } of moments) {
        const { submission } = transition
        const actor = currentStep(submission)?.actor
        const byItself = isRunning(submission) && (actor === 'marketplace' || (actor === 'microsoft' && !world.held))
        if (byItself) expect(submission.dueTime).toBeDefined()
        if (!isRunning(submission)) expect(submission.dueTime).toBeUndefined()
        expect(submission.changedTime).toBe(now.toISOString())
      }
    })
  })

  test('a finished submission never changes, except that its publisher can cancel a blocked one', () => {
    lives((moments) => {
      for (const { before, act, transition } of moments) {
        if (!before || isRunning(before)) continue
        expect(act.kind).toBe('cancel')
        expect(currentStep(before)?.status).toBe('blocked')
        expect(transition.submission.state).toBe('canceled')
      }
    })
  })

  test('each transition increases the revision by one and adds one event to history', () => {
    lives((moments) => {
      for (const [index, { act, transition }] of moments.entries()) {
        const { submission, events } = transition
        expect(submission.revision).toBe(index + 1)
        const types = events.map(({ type }) => type)
        if (act.kind === 'hold' || act.kind === 'release') expect(types).toEqual([])
        else if (types.length > 1) expect(types[1]).toMatch(/^OfferStepBlocked$|^OfferCancelTooLate$/)
        else expect(types).toHaveLength(1)
      }
    })
  })

  test('a cancel resets every step and says who canceled', () => {
    lives((moments) => {
      for (const { act, before, transition } of moments) {
        if (!act.kind.startsWith('cancel') || transition.submission.cancelRequest) continue
        const { steps, state, cancellation } = transition.submission
        const byMicrosoft = act.kind === 'cancelByMicrosoft'
        const rest = steps.filter(({ id }) => !byMicrosoft || id !== currentStep(before!)?.id)
        expect(
          rest.filter(({ status, startedTime, messages }) => status !== 'notStarted' || startedTime || messages.length),
        ).toEqual([])
        expect({ state, by: cancellation?.by }).toEqual({
          state: 'canceled',
          by: byMicrosoft ? microsoft : publisher,
        })
      }
    })
  })

  test('no notification is repeated, and a step becomes overdue only once', () => {
    lives((moments) => {
      const notified = moments.flatMap(({ transition }) =>
        transition.notifications.map(({ kind, stepId }) => `${kind} ${stepId}`),
      )
      expect(new Set(notified).size).toBe(notified.length)
      const overdue = moments.flatMap(({ transition }) =>
        transition.events.filter(({ type }) => type === 'OfferStepOverdue').map(({ details }) => details.step),
      )
      expect(notified.filter((notification) => notification.startsWith('stillWaiting'))).toEqual(
        overdue.map((step) => `stillWaiting ${step}`),
      )
    })
  })

  test('nothing changes before its due time, and a due time never moves back', () => {
    lives((moments) => {
      for (const { act, before, transition, world } of moments) {
        const { dueTime } = transition.submission
        if (dueTime) {
          const early = new Date(Date.parse(dueTime) - 1)
          expect(advance(transition.submission, world, early)).toBeUndefined()
        }
        if (before?.dueTime && dueTime && !['hold', 'release', 'cancel'].includes(act.kind))
          expect(dueTime >= before.dueTime || act.kind === 'approve' || act.kind === 'goLive').toBe(true)
      }
    })
  })
})

describe('without any other action than Go Live', () => {
  const patient = Array.from({ length: 60 }, (_, index) => ({ kind: index % 2 ? 'goLive' : 'untilDue' }))
  const endOf = (plot: Parameters<typeof live>[0]) => live(plot, patient).at(-1)!.transition.submission

  test('a complete offer of every type goes live', () => {
    fc.assert(
      fc.property(wholePlots, (plot) => {
        expect(endOf(plot).state).toBe('succeeded')
      }),
    )
  })

  test('an offer with a fault goes live, or fails at a step that says why', () => {
    fc.assert(
      fc.property(anyPlots, (plot) => {
        const end = endOf(plot)
        expect(['succeeded', 'failed']).toContain(end.state)
        const step = currentStep(end)
        expect(end.state === 'failed').toBe(step?.status === 'blocked')
        if (step) expect(step.messages.every(({ level, code }) => level === 'error' && code)).toBe(true)
      }),
    )
  })
})
