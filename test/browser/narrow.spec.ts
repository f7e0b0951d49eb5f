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
