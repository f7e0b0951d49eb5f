import { expect, historyOf, rowOf, statusOf, test } from './fixtures.ts'

test.use({ expected: [/net::ERR_|Failed to load resource|LoadError/] })

test('without a connection the page keeps its data and says so; it recovers without a reload', async ({
  page,
  context,
  service,
}) => {
  const offer = await service.anOffer({ name: 'Web server' })
  await page.goto('/offers')
  await expect(rowOf(page, 'Web server')).toBeVisible()

  await context.setOffline(true)
  await expect(page.getByRole('main')).toContainText('You are offline. Last updated at')
  await expect(rowOf(page, 'Web server')).toBeVisible()
  await service.publish(offer)
  await service.settle()

  await context.setOffline(false)
  await expect(rowOf(page, 'Web server')).toContainText('Awaiting publisher sign-off')
  await expect(page.getByRole('main')).not.toContainText('You are offline')
})

test('a page that could not be loaded says so, and appears when the connection is back, without a reload (U1)', async ({
  page,
  context,
  service,
}) => {
  await service.anOffer({ name: 'Web server' })
  await page.goto('/offers')
  await expect(rowOf(page, 'Web server')).toBeVisible()
  const before = await page.evaluate(() => performance.timeOrigin)
  await page.route('**/assets/*Page-*.js*', (route) => route.abort())
  await page.getByRole('link', { name: 'History' }).click()
  await expect(page.getByRole('alert')).toContainText('This page could not be downloaded')
  await context.setOffline(true)
  await page.unroute('**/assets/*Page-*.js*')
  await context.setOffline(false)
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible()
  expect(await page.evaluate(() => performance.timeOrigin)).toBe(before)
})

test('once the page had a quiet moment, every page and dialog opens without a connection (U1)', async ({
  page,
  context,
  service,
}) => {
  const offer = await service.anOffer({ name: 'Web server' })
  await service.publish(offer)
  await service.settle()
  const loaded = page.waitForResponse(/assets\/ActionDialog-/)
  const words = page.waitForResponse(/assets\/stepDescriptions-/)
  await page.goto(statusOf(offer))
  await Promise.all([loaded, words])
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Go Live' }).click()
  await expect(page.getByRole('dialog')).toContainText('Web server')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'History' }).last().click()
  await expect(page).toHaveURL(historyOf(offer))
  await expect(page.getByRole('main')).toContainText('You are offline')
})
