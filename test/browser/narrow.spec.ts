import { expect, statusOf, test } from './fixtures.ts'

test.use({ viewport: { width: 320, height: 640 } })

test('an action is confirmed on a screen of 320 px, with every button in reach', async ({ page, service }) => {
  const offer = await service.anOffer({ name: 'Web server' })
  await service.publish(offer)
  await service.settle()
  await page.goto(statusOf(offer))
  await page.getByRole('button', { name: 'Cancel Publish' }).click()
  const dialog = page.getByRole('dialog')
  for (const name of ['Cancel Publish', 'Keep publishing'])
    await expect(dialog.getByRole('button', { name })).toBeInViewport({ ratio: 1 })
  await dialog.getByRole('button', { name: 'Cancel Publish' }).click()
  await expect(page.getByRole('main')).toContainText('Publish canceled')
})

test('on a phone, a menu sorts the list and the pills are one row that scrolls, both by keyboard too', async ({
  page,
  service,
}) => {
  await service.anOffer({ name: 'Beta' })
  await service.anOffer({ name: 'Alpha' })
  await page.goto('/offers')
  const names = page.getByRole('rowheader')
  await expect(names).toHaveText(['Alpha', 'Beta'])
  await expect(page.getByRole('columnheader').getByRole('button')).toHaveCount(0)
  const sort = page.getByRole('combobox', { name: 'Sort by' })
  await expect(sort).toHaveValue('changed')
  await expect(page.getByRole('button', { name: 'Descending order' })).toHaveAttribute('aria-pressed', 'true')
  await sort.selectOption('Offer name')
  await page.getByRole('button', { name: 'Descending order' }).click()
  await expect(page).toHaveURL('/offers?sort=-name')
  await expect(names).toHaveText(['Beta', 'Alpha'])

  const pills = page.getByRole('group', { name: /^Filter by/ }).getByRole('button')
  const lines = await pills.evaluateAll((all) => new Set(all.map((pill) => pill.getBoundingClientRect().top)).size)
  expect(lines).toBe(1)
  await expect(pills.first(), 'what needs the reader comes first').toBeInViewport({ ratio: 1 })
  await pills.first().focus()
  const last = page.getByRole('button', { name: /^Delisted/ })
  await expect(last).not.toBeInViewport({ ratio: 1 })
  for (let presses = 0; presses < 20 && !(await last.evaluate((pill) => pill === document.activeElement)); presses++)
    await page.keyboard.press('Tab')
  await expect(last).toBeFocused()
  await expect(last).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Enter')
  await page.reload()
  await expect(last, 'the chosen status is in view').toBeInViewport({ ratio: 1 })
})
