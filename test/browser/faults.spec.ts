import { pass } from '../support/faultProxy.ts'
import { type Desk, expect, test } from './faults/desk.ts'
import { places } from './faults/places.ts'
import { rows } from './faults/table.ts'

// A trace of every test takes longer than the tests.
test.use({ trace: 'off', screenshot: 'off' })

const isMarked = ({ page }: Desk) => page.evaluate(() => 'isMarked' in window)

test.afterEach(({ desk }) => desk.proxy.behave(pass))

for (const row of rows)
  test.describe(row.fault, () => {
    for (const place of places) {
      test(`${place.name}, first load: the page says so and recovers without a reload`, async ({ desk }) => {
        const content = place.content(desk)
        await row.begin(desk)
        await desk.open(place.path(desk))
        const opener = place.opener?.(desk)
        if (opener) await desk.until((soon) => opener.click(soon))
        await desk.until((soon) => expect(desk.text).toContainText(place.failure ?? row.firstLoad, soon))
        await expect(content).toBeHidden()
        desk.proxy.behave(pass)
        const again = desk.page.getByRole('button', { name: 'Try again' })
        await desk.until(async (soon) => {
          if (await again.isVisible()) await again.click(soon)
          await expect(content).toBeVisible(soon)
        })
        expect(await isMarked(desk)).toBe(true)
      })
      if (place.polls)
        test(`${place.name}, quiet poll: the last good data stays, the page says how old it is and recovers`, async ({
          desk,
        }) => {
          const content = place.content(desk)
          await desk.open(place.path(desk))
          await expect(content).toBeVisible()
          await row.begin(desk)
          await desk.until((soon) => expect(desk.text).toContainText(row.poll, soon))
          await expect(content).toBeVisible()
          desk.proxy.behave(pass)
          await desk.until(async (soon) => {
            await expect(desk.text).not.toContainText(row.poll, soon)
            await expect(desk.text).toContainText(/Last updated: /, soon)
          })
          await expect(content).toBeVisible()
          expect(await isMarked(desk)).toBe(true)
        })
    }
  })
