import { expect, rowOf, statusOf, test } from './fixtures.ts'

test.use({ pace: 600 })

test('with a browser clock two hours ahead, no step is overdue and none has run for hours, however often the page polls', async ({
  page,
  service,
}) => {
  const offer = await service.anOffer({ name: 'Web server' })
  await service.publish(offer)
  await page.clock.install({ time: Date.now() + 7_200_000 })
  await page.goto('/offers')
  const row = rowOf(page, 'Web server')
  await expect(row).toContainText('Publish in progress')
  const unchanged = page.waitForResponse(/portal\/offers/)
  await page.getByRole('button', { name: 'Refresh' }).click()
  await unchanged
  await page.clock.runFor(61_000)
  await expect(row).not.toContainText('Overdue')
  await page.goto(statusOf(offer))
  const step = page.getByRole('listitem').filter({ hasText: 'Validate prerequisites' })
  await expect(step).toContainText(/\d+ (sec|min)/)
  await expect(step).not.toContainText(/\d+ hr|Overdue/)
})
