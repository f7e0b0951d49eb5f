import { expect, test } from 'vitest'
import { inTurn } from '../../src/service/store/inTurn.ts'

test('those who ask during a run share the next one, also when the first fails', async () => {
  const runs: PromiseWithResolvers<number>[] = []
  const ask = inTurn(() => {
    const run = Promise.withResolvers<number>()
    runs.push(run)
    return run.promise
  })
  const first = ask()
  const later = [ask(), ask(), ask()]
  expect(runs).toHaveLength(1)
  runs[0]!.reject(new Error('gone'))
  await expect(first).rejects.toThrow('gone')
  await Promise.resolve()
  expect(runs).toHaveLength(2)
  const last = ask()
  runs[1]!.resolve(2)
  expect(await Promise.all(later)).toEqual([2, 2, 2])
  await Promise.resolve()
  expect(runs).toHaveLength(3)
  runs[2]!.resolve(3)
  expect(await last).toBe(3)
})
