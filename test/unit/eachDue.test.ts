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
