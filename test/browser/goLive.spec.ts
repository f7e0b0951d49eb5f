import type { Page } from '@playwright/test'
import type { Service } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'
import { expect, rowOf, statusOf, test } from './fixtures.ts'

async function atSignOff(service: Service, name: string, type?: string) {
  const offer = await service.anOffer({ name, ...(type && { type }) })
  await service.publish(offer)
  return offer
}

/** As when somebody returns to the page: it asks for the present state. */
const lookAgain = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))

// A step takes so long that nothing moves by itself while somebody looks.
test.use({ pace: 3600 })

test('several offers go live together, one at a set time, and a cancel after sign-off is requested first (U10, asked 3, asked 14)', async ({
  page,
  service,
}) => {
  await atSignOff(service, 'Mail Relay')
  await atSignOff(service, 'Time Server')
  const proxy = await atSignOff(service, 'Web Proxy')
  const lake = await atSignOff(service, 'Data Lake', 'microsoft-azure-applications')
  await service.settle()

  await page.goto('/approvals')
  for (const name of ['Mail Relay', 'Time Server', 'Data Lake'])
    await page.getByRole('checkbox', { name: `Select: ${name}` }).check()
  await page.getByRole('region', { name: '3 offers selected' }).getByRole('button', { name: 'Go Live' }).click()
  const together = page.getByRole('dialog')
  await together.getByRole('button', { name: 'Go Live: 3 offers' }).click()
  await expect(together).toContainText('Signed off: 3 of 3. Failed: 0.')
  await together.getByRole('button', { name: 'Close' }).click()
  // Its reviewers take their time.
  await service.operator.hold(lake)
  await expect(rowOf(page, 'Web Proxy')).toBeVisible()

  await page.goto(statusOf(proxy))
  await page.getByRole('button', { name: 'Go Live' }).click()
  const goLive = page.getByRole('dialog')
  await goLive.getByRole('radio', { name: 'At a set time' }).check()
  await goLive.getByRole('button', { name: 'Schedule Go Live' }).click()
  const banner = page.getByRole('region', { name: 'Go Live is scheduled' })
  await expect(banner).toContainText('Goes live by itself:')
  await expect(page.getByRole('main')).toContainText('The schedule, automatically')
  const { goLiveSchedule } = await toolOf(service).statusOf(proxy.offerId)
  service.clock.advance(Date.parse(goLiveSchedule.time) - service.clock.now().getTime())
  await service.tick()
  await lookAgain(page)
  await expect(page.getByRole('main')).toContainText('You signed off')

  await page.goto(statusOf(lake))
  await page.getByRole('button', { name: 'Cancel Publish' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel Publish' }).click()
  await expect(page.getByRole('region', { name: 'Cancel Publish is requested' })).toBeVisible()
  await service.settle()
  await lookAgain(page)
  await expect(page.getByRole('main')).toContainText('Canceled by avery@contoso.com')
})
