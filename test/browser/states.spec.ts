import { withBrokenSas } from '../../src/service/demo/content.ts'
import { expect, historyOf, statusOf, test } from './fixtures.ts'
import { violations } from './violations.ts'

test.describe('where there is no list to show', () => {
  test.use({ expected: [/net::ERR_|Failed to load resource/] })

  test('no state has an accessibility violation', async ({ page, context, service }) => {
    test.setTimeout(90_000)
    const check = async (state: string | RegExp) => {
      await expect(page.getByRole('main').getByText(state).first()).toBeVisible()
      expect([String(state), await violations(page)]).toEqual([String(state), []])
    }
    await page.goto('/approvals')
    await check('No offer is waiting for you')
    await page.goto('/offers?q=zebra')
    await check('No offers match')
    await service.anOffer({ name: 'Web server' })
    await page.goto('/offers')
    await check('Web server')
    await context.setOffline(true)
    await check(/You are offline\. Last updated at/)
    await page.getByRole('link', { name: 'Approvals' }).click()
    await check('It will be loaded as soon as you are connected again.')
    await context.setOffline(false)
    await check('No offer is waiting for you')
    await page.route('**/api/portal/offers*', (route) => route.fulfill({ status: 503 }))
    await page.goto('/offers')
    await check('This could not be loaded')
  })
})

test('on a screen of 320 pixels no page has an accessibility violation', async ({ page, service }) => {
  test.setTimeout(90_000)
  const waiting = await service.anOffer({ name: 'Web server' })
  const failed = await service.anOffer({ name: 'Mail server', content: withBrokenSas })
  await service.publish(waiting)
  await service.publish(failed)
  await service.settle()
  await page.setViewportSize({ width: 320, height: 740 })
  for (const path of ['/offers', '/approvals', '/history', statusOf(waiting), statusOf(failed), historyOf(failed)]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0)
    expect([path, await violations(page)]).toEqual([path, []])
  }
})
