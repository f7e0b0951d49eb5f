import type { Locator } from '@playwright/test'
import { pass } from '../support/faultProxy.ts'
import { actions } from './faults/actions.ts'
import { type Desk, expect, test } from './faults/desk.ts'
import { places } from './faults/places.ts'
import { type Row, rows } from './faults/table.ts'

// A trace of every test takes longer than the tests.
test.use({ trace: 'off', screenshot: 'off' })

const notReloaded = async ({ page }: Desk) => expect(await page.evaluate(() => 'isMarked' in window)).toBe(true)

async function end(row: Row, desk: Desk) {
  desk.proxy.behave(pass)
  await row.end?.(desk)
}

/** Until an older answer has come after a newer one. */
async function olderAnswer({ page }: Pick<Desk, 'page'>) {
  const answer = await page.waitForResponse((response) => 'is-older' in response.headers())
  await answer.finished()
}

/** The reader refreshes the page while it still waits for an answer to its own question. */
async function expectNewer({ page, outwait }: Desk, changed: Locator) {
  const older = olderAnswer({ page })
  await page.getByRole('button', { name: 'Refresh', exact: true }).first().click()
  await expect(async () => {
    await outwait()
    await expect(changed).toBeVisible({ timeout: 500 })
  }).toPass()
  await older
  await page.clock.runFor(1_000)
  await expect(changed).toBeVisible()
}

const firstLoads = { waits: 'waits with a placeholder', unnoticed: 'appears as always' }
const polls = {
  waits: 'waits',
  unnoticed: 'shows what has changed',
  newerStays: 'keeps the newer answer when an older one comes after it',
}
const acts = {
  waits: 'waits for the answer',
  unnoticed: 'is done once',
  asksAgain: 'is repeated until it is known, and done once',
  newerStays: 'stays done on the page when an older answer comes after it',
}

for (const row of rows)
  test.describe(row.fault, () => {
    for (const place of row.firstLoad ? places.filter(({ opener }) => row.firstLoad !== 'waits' || !opener) : []) {
      const seen = row.firstLoad!
      const title = seen instanceof RegExp ? 'says so, and recovers without a reload' : firstLoads[seen]
      test(`${place.name}, first load: ${title}`, async ({ desk }) => {
        const content = place.content(desk)
        await row.begin(desk)
        await desk.open(place.path(desk))
        const opener = place.opener?.(desk)
        if (opener) await desk.until((soon) => expect(opener).toBeVisible(soon))
        await opener?.click()
        if (seen instanceof RegExp)
          await desk.until((soon) => expect(desk.text).toContainText(place.failure ?? seen, soon))
        if (seen !== 'unnoticed') await expect(content).toBeHidden()
        if (seen !== 'unnoticed') await end(row, desk)
        const again = desk.page.getByRole('button', { name: 'Try again' })
        await desk.until(async (soon) => {
          if (await again.isVisible()) await again.click(soon)
          await expect(content).toBeVisible(soon)
        })
        await notReloaded(desk)
        await end(row, desk)
      })
    }

    for (const place of row.poll ? places.filter(({ changed }) => changed) : []) {
      const seen = row.poll!
      const title = seen instanceof RegExp ? 'keeps its data, says how old it is, and recovers' : polls[seen]
      test(`${place.name}, quiet poll: ${title}`, async ({ desk }) => {
        if (row.isEarly) await row.begin(desk)
        await desk.open(place.path(desk))
        const content = place.content(desk)
        await expect(content).toBeVisible()
        if (seen === 'newerStays') {
          await row.begin(desk)
          await desk.service.goLive(desk.offer)
          await expectNewer(desk, place.changed!(desk))
          await end(row, desk)
          return notReloaded(desk)
        }
        await desk.service.goLive(desk.offer)
        if (!row.isEarly) await row.begin(desk)
        if (seen instanceof RegExp) await desk.until((soon) => expect(desk.text).toContainText(seen, soon))
        else await desk.until((soon) => expect(desk.text).toContainText('Last updated: ', soon))
        await expect(content).toBeVisible()
        await end(row, desk)
        await desk.until(async (soon) => {
          await expect(place.changed!(desk)).toBeVisible(soon)
          await expect(desk.text).toContainText('Last updated: ', soon)
          if (seen instanceof RegExp) await expect(desk.text).not.toContainText(seen, soon)
        })
        await notReloaded(desk)
      })
    }

    for (const action of row.action ? actions : []) {
      const seen = row.action!
      const title = seen instanceof RegExp ? 'is refused in words, and done once when it is repeated' : acts[seen]
      test(`${action.name}: ${title}`, async ({ desk }) => {
        if (row.isEarly) await row.begin(desk)
        await action.prepare(desk)
        if (!row.isEarly) await row.begin(desk)
        let hasOlder = false
        if (seen === 'newerStays')
          void olderAnswer(desk).then(() => {
            hasOlder = true
          })
        await action.press(desk)
        if (seen === 'asksAgain') await desk.until((soon) => expect(desk.text).toContainText(action.asking, soon))
        if (seen instanceof RegExp) await expect(desk.text).toContainText(action.refusal ?? seen)
        if (seen !== 'unnoticed' && seen !== 'newerStays') await end(row, desk)
        if (seen instanceof RegExp) await action.press(desk)
        await desk.until(async (soon) => {
          if (seen === 'newerStays') await desk.outwait()
          await action.done(desk, soon)
          expect(hasOlder).toBe(seen === 'newerStays')
        })
        if (seen === 'newerStays') {
          await desk.page.clock.runFor(1_000)
          await action.done(desk, { timeout: 500 })
        }
        expect(await action.times(desk)).toBe(1)
        await notReloaded(desk)
        await end(row, desk)
      })
    }
  })
