import type { BrowserContext, Page } from '@playwright/test'
import { expect, rowOf, statusOf, test } from './fixtures.ts'

/** A tab that has joined the other tabs of its browser. */
async function openTab(context: BrowserContext, address: string) {
  const tab = await context.newPage()
  const joined = tab.waitForResponse(/assets\/tabs-/)
  await tab.goto(address)
  await joined
  await expect(
    tab
      .getByRole('row')
      .nth(1)
      .or(tab.getByRole('list', { name: 'Publishing steps' })),
  ).toBeVisible()
  return tab
}

/** How often a tab asks for the list from now on. */
function countQuestions(tab: Page) {
  let asked = 0
  tab.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/portal/offers') asked++
  })
  return () => asked
}

const refresh = (tab: Page) => tab.getByRole('button', { name: 'Refresh' }).click()

test('of three tabs one asks and all show the answer; when it is closed, another asks', async ({
  context,
  service,
}) => {
  const offer = await service.anOffer({ name: 'Web server' })
  const [first, second, third] = [
    await openTab(context, '/offers'),
    await openTab(context, '/offers'),
    await openTab(context, '/offers'),
  ]
  const others = [countQuestions(second), countQuestions(third)]
  await service.publish(offer)
  await service.settle()
  await refresh(first)
  for (const tab of [first, second, third])
    await expect(rowOf(tab, 'Web server')).toContainText('Awaiting publisher sign-off')
  expect(others.map((asked) => asked())).toEqual([0, 0])

  await first.close()
  await service.cancel(offer, 'The price is wrong')
  await refresh(second)
  await expect(rowOf(third, 'Web server')).toContainText('Publish canceled')
  expect(others.map((asked) => asked())).toEqual([1, 0])
})

test('tabs that want the same answer at the same time ask once', async ({ context, service }) => {
  await service.anOffer({ name: 'Web server' })
  const tabs = [await openTab(context, '/offers'), await openTab(context, '/offers')]
  const asked = tabs.map(countQuestions)
  await context.route('**/api/portal/offers', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000))
    await route.continue()
  })
  const answered = Promise.race(tabs.map((tab) => tab.waitForResponse('**/api/portal/offers')))
  await Promise.all(tabs.map((tab) => tab.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))))
  await answered
  await expect(tabs[0]!.getByText('Last updated: just now')).toBeVisible()
  await expect(tabs[1]!.getByText('Last updated: just now')).toBeVisible()
  expect(asked[0]!() + asked[1]!()).toBe(1)
})

test('an action in one tab shows in the others, whatever they show of the offer', async ({ context, service }) => {
  const offer = await service.anOffer({ name: 'Web server' })
  await service.publish(offer)
  await service.settle()
  const list = await openTab(context, '/offers')
  const status = await openTab(context, statusOf(offer))
  const acting = await openTab(context, statusOf(offer))
  await acting.getByRole('button', { name: 'Cancel Publish' }).click()
  await acting.getByRole('dialog').getByRole('button', { name: 'Cancel Publish' }).click()
  await expect(status.getByRole('main')).toContainText('Publish canceled')
  await expect(rowOf(list, 'Web server')).toContainText('Publish canceled')
})

test('another account in one tab is the account of all tabs', async ({ context, service }) => {
  await service.anOffer({ name: 'Web server' })
  const first = await openTab(context, '/offers')
  const second = await openTab(context, '/offers')
  await first.getByRole('button', { name: /Account/ }).click()
  await first.getByRole('menuitemradio').nth(1).click()
  await expect(first.getByRole('button', { name: /Account/ })).not.toContainText('Avery Stone')
  await expect(second.getByRole('button', { name: /Account/ })).not.toContainText('Avery Stone')
})
