// @vitest-environment node
import { expect, test } from 'vitest'
import { begun, ended, unused } from '../../../src/service/marketplace/partnerCenter/budget.ts'
import { budgetInMemory, limiter } from '../../../src/service/marketplace/partnerCenter/limiter.ts'

const limits = { callsPerMinute: 60, parallel: 2 }
const minute = 60_000

function start(replicas = 2) {
  let time = Date.parse('2026-05-11T13:00:00Z')
  const store = budgetInMemory()
  const each = Array.from({ length: replicas }, () => limiter(store, () => new Date(time), limits))
  const pass = (milliseconds: number) => {
    time += milliseconds
  }
  return { each, pass, now: () => time }
}

test('replicas that share a budget make no more calls in a minute than one would, and keep some for people', async () => {
  const { each, pass } = start()
  const begin = async (reserved: number) => {
    let begunCalls = 0
    for (let call = 0; call < 100; call++) {
      const limit = each[call % 2]!
      const slot = await limit.begin(30_000, reserved)
      if ('freeAt' in slot) continue
      begunCalls++
      await limit.end(slot.id, { answer: 'answered' })
    }
    return begunCalls
  }
  expect(await begin(10)).toBe(50)
  expect(await begin(0)).toBe(10)
  pass(minute)
  expect(await begin(10)).toBe(50)
})

test('at most two calls run at a time, from whichever replica; the third begins when one ends', async () => {
  const { each } = start(3)
  const running = new Set<string>()
  let most = 0
  await Promise.all(
    each.map(async (limit) => {
      for (let call = 0; call < 5; call++) {
        const slot = await limit.begin(30_000, 0)
        if ('freeAt' in slot) throw new Error('It was not admitted.')
        running.add(slot.id)
        most = Math.max(most, running.size)
        await new Promise((resolve) => setTimeout(resolve, 2))
        running.delete(slot.id)
        await limit.end(slot.id, { answer: 'answered' })
      }
    }),
  )
  expect(most).toBe(2)
})

test('a replica that is killed during a call blocks others no longer than the call could have taken', () => {
  const wish = { time: 0, until: 30_000, reserved: 0 }
  const one = begun(unused, limits, { ...wish, id: 'one' })
  if ('freeAt' in one) throw new Error('It was not admitted.')
  const two = begun(one, limits, { ...wish, id: 'two' })
  if ('freeAt' in two) throw new Error('It was not admitted.')
  expect(begun(two, limits, { ...wish, id: 'three' })).toEqual({ freeAt: 0 })
  expect(begun(two, limits, { id: 'three', time: 30_001, until: 60_000, reserved: 0 })).toMatchObject({
    running: [{ id: 'three' }],
  })
})

test('when Partner Center asks to wait, every replica does: as long as it says, else twice as long each time', async () => {
  const { each, now } = start()
  const waits = []
  for (let refusal = 0; refusal < 6; refusal++) {
    const freeAt = await each[refusal % 2]!.end('', { answer: 'silent', wait: true })
    waits.push((freeAt.getTime() - now()) / minute)
  }
  expect(waits).toEqual([1, 2, 4, 8, 15, 15])
  const freeAt = await start().each[0]!.end('', { answer: 'throttled', wait: true, seconds: 90 })
  expect(freeAt.getTime() - now()).toBe(90_000)
})

test('silence counts from the first call without an answer to the next answer', () => {
  const first = ended(unused, '', { answer: 'silent' }, 1_000)
  const second = ended(first, '', { answer: 'noAccess' }, 2_000)
  expect(second).toMatchObject({ failures: 2, since: 1_000, why: 'noAccess' })
  expect(ended(second, '', { answer: 'throttled', wait: true }, 3_000)).not.toHaveProperty('since')
  expect(ended(second, '', { answer: 'answered' }, 3_000)).toEqual(unused)
  expect(ended(second, '', {}, 3_000)).toEqual(second)
})
