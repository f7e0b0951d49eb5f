import { expect, test } from 'vitest'
import { eachDue } from '../../src/service/offers/eachDue.ts'

test('due offers of several publishers are worked on together, those of one publisher one after another', async () => {
  const due = ['contoso', 'fabrikam', 'northwind'].flatMap((publisherId) =>
    ['a', 'b'].map((offerId) => ({ publisherId, offerId })),
  )
  const begun: string[] = []
  const ends: (() => void)[] = []
  const run = eachDue({
    now: () => new Date(0),
    log: () => {},
    due: async () => due,
    work: async (publisherId, offerId) => {
      begun.push(`${publisherId}/${offerId}`)
      await new Promise<void>((end) => ends.push(end))
      return true
    },
  })()
  await expect.poll(() => begun.toSorted()).toEqual(['contoso/a', 'fabrikam/a', 'northwind/a'])
  for (const end of ends.splice(0)) end()
  await expect.poll(() => begun.length).toBe(6)
  for (const end of ends.splice(0)) end()
  expect(await run).toBe(6)
})

test('several offers of a publisher are worked on in one step, and one that makes it fail holds up no other', async () => {
  const due = new Set(['a', 'b', 'broken', 'c'])
  const steps: string[][] = []
  const logged: string[] = []
  const check = (offerIds: string[]) => {
    steps.push(offerIds)
    if (offerIds.includes('broken')) throw new Error('broken')
    for (const offerId of offerIds) due.delete(offerId)
    return offerIds.length
  }
  const run = eachDue({
    now: () => new Date(0),
    log: ({ message }) => void logged.push(message),
    due: async () => [...due].map((offerId) => ({ publisherId: 'contoso', offerId })),
    work: async (_, offerId) => check([offerId]) > 0,
    workTogether: async (_, offerIds) => check(offerIds),
  })
  expect(await run()).toBe(3)
  expect(steps).toEqual([['a', 'b', 'broken', 'c'], ['a'], ['b'], ['broken'], ['c']])
  due.add('d').add('e')
  steps.length = 0
  expect(await run()).toBe(2)
  expect(steps).toEqual([['d', 'e'], ['broken']])
  expect(logged).toEqual(['broken', 'broken'])
})
