import { expect, rowOf, statusOf, test } from './fixtures.ts'

const azureApplication = 'microsoft-azure-applications'

test('search, filters and sort order are in the address, and Back and Forward restore them', async ({
  page,
  service,
}) => {
  await service.anOffer({ name: 'Web server' })
  await service.anOffer({ name: 'Mail server' })
  await service.anOffer({ name: 'Web shop', type: azureApplication })

  await page.goto('/offers')
  await expect(page.getByRole('row')).toHaveCount(4)
  await page.getByRole('combobox', { name: 'Offer type' }).selectOption(azureApplication)
  await expect(page).toHaveURL(`/offers?type=${azureApplication}`)
  await expect(page.getByRole('row')).toHaveCount(2)

  await rowOf(page, 'Web shop').getByRole('link', { name: 'Web shop' }).click()
  await expect(page).toHaveURL(statusOf({ publisherId: 'contoso', offerId: 'web-shop' }))
  await page.goBack()
  await expect(page).toHaveURL(`/offers?type=${azureApplication}`)
  await expect(page.getByRole('combobox', { name: 'Offer type' })).toHaveValue(azureApplication)
  await expect(page.getByRole('row')).toHaveCount(2)

  await page.getByRole('button', { name: 'Clear filters' }).click()
  await page.getByRole('searchbox', { name: 'Search offers' }).fill('server')
  await expect(page).toHaveURL('/offers?q=server')
  await expect(page.getByRole('row')).toHaveCount(3)
  await page.getByRole('columnheader', { name: 'Offer name' }).getByRole('button').click()
  await expect(page).toHaveURL(/sort=name/)
  await expect(page.getByRole('row').nth(1)).toContainText('Mail server')

  await page.goBack()
  await page.goBack()
  await expect(page.getByRole('combobox', { name: 'Offer type' })).toHaveValue(azureApplication)
  await page.goForward()
  await page.goForward()
  await expect(page).toHaveURL(/q=server/)
  await expect(page.getByRole('searchbox', { name: 'Search offers' })).toHaveValue('server')
  await page.reload()
  await expect(page.getByRole('row').nth(1)).toContainText('Mail server')
})

test('a status in the list changes without a reload, and clicking it opens the Status tab', async ({
  page,
  service,
}) => {
  const offer = await service.anOffer({ name: 'Web server' })
  await service.publish(offer)
  await page.goto('/offers')
  await expect(rowOf(page, 'Web server')).toContainText('Publish in progress')
  await page.evaluate(() => Object.assign(window, { untouched: true }))
  await expect(rowOf(page, 'Web server')).toContainText('Awaiting publisher sign-off', { timeout: 20_000 })
  expect(await page.evaluate(() => 'untouched' in window)).toBe(true)
  await rowOf(page, 'Web server').getByRole('link', { name: 'Awaiting publisher sign-off' }).click()
  await expect(page).toHaveURL(statusOf(offer))
})

test('approvals list offers that wait for the publisher first, with their number in the navigation and the tab', async ({
  page,
  service,
}) => {
  await service.anOffer({ name: 'Draft' })
  await service.publish(await service.anOffer({ name: 'At sign-off' }))
  await service.settle()
  await service.goLive(
    await service.anOffer({ name: 'Live one' }).then(async (offer) => {
      await service.publish(offer)
      await service.settle()
      return offer
    }),
  )
  await service.settle()

  await page.goto('/approvals')
  await expect(rowOf(page, 'At sign-off')).toContainText('Go Live')
  await expect(page.getByText('Live one')).toHaveCount(0)
  await page.getByRole('button', { name: 'Waiting for you 1' }).click()
  await expect(page).toHaveURL('/approvals?attention=all')
  await expect(page.getByRole('rowgroup').nth(1)).toContainText('At sign-off')
  await expect(page.getByRole('rowgroup').nth(2)).toContainText('Live one')
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Approvals' })).toContainText('1')
  await expect(page).toHaveTitle(/^\(1\) Approvals/)
})

test('an unknown address says so and links back to the offers', async ({ page }) => {
  await page.goto('/nothing/here')
  await expect(page.getByRole('heading', { name: 'This page does not exist' })).toBeVisible()
  await page.getByRole('link', { name: 'Go to all offers' }).click()
  await expect(page).toHaveURL('/offers')
})
