import { expect, historyOf, statusOf, test } from './fixtures.ts'

test('the skip link keeps the way back to the filtered list', async ({ page, service }) => {
  const offer = await service.anOffer({ name: 'Web server' })
  await page.goto('/offers?q=web')
  await page.getByRole('link', { name: 'Web server' }).click()
  await expect(page).toHaveURL(statusOf(offer))
  const skip = page.getByRole('link', { name: 'Skip to content' })
  await skip.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.getByRole('link', { name: 'Back to offers' }).click()
  await expect(page).toHaveURL('/offers?q=web')
})

test.describe('with forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } })

  test('the chosen status looks unlike the others', async ({ page, service }) => {
    await service.anOffer({ name: 'Web server' })
    await page.goto('/offers?status=none')
    const background = (name: RegExp) =>
      page.getByRole('button', { name }).evaluate((button) => getComputedStyle(button).backgroundColor)
    await expect(page.getByRole('row')).toHaveCount(2)
    expect(await background(/^Not published yet/)).not.toBe(await background(/^Live/))
  })
})

test.describe('when the file cannot be made', () => {
  test.use({ expected: [/Failed to load resource/] })

  test('the history stays on screen', async ({ page, service }) => {
    const offer = await service.anOffer({ name: 'Web server' })
    await service.publish(offer)
    await service.settle()
    await page.goto(historyOf(offer))
    await expect(page.getByRole('row', { name: /Publish requested/ })).toBeVisible()
    await service.deps.db.deleteFrom('session').execute()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download CSV' }).click()
    expect(await (await download).failure()).toBeTruthy()
    await expect(page).toHaveURL(historyOf(offer))
    await expect(page.getByRole('row', { name: /Publish requested/ })).toBeVisible()
  })
})
