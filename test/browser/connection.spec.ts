import type { Route } from '@playwright/test'
import { expect, rowOf, statusOf, test } from './fixtures.ts'

test.use({ expected: [/net::ERR_|Failed to load resource/] })

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

test('a lost answer does not count as a failure: the page asks again and says what happened', async ({
  page,
  service,
}) => {
  const offer = await service.anOffer({ name: 'Web server' })
  await service.publish(offer)
  await service.settle()
  await page.goto(statusOf(offer))
  // The request arrives; its answer does not.
  const lose = async (route: Route) => {
    await route.fetch()
    await route.abort('connectionreset')
  }
  await page.route('**/golive?*', lose, { times: 1 })
  await page.getByRole('button', { name: 'Go Live' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Go Live' }).click()
  await expect(page.getByRole('dialog')).toContainText('The action was carried out.')
})
