import type { Page } from '@playwright/test'
import { withBrokenSas, withoutLeadDestination } from '../../src/service/demo/content.ts'
import { expect, statusOf, test } from './fixtures.ts'

const azureApplication = 'microsoft-azure-applications'
const consultingService = 'microsoft-consulting-services'

const stepOf = (page: Page, name: string) =>
  page
    .getByRole('list', { name: 'Publishing steps' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name, exact: true }) })

/** Marks the document to detect a reload. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { untouched: true }))
const isUntouched = (page: Page) => page.evaluate(() => 'untouched' in window)

test.describe('watching', () => {
  test.setTimeout(60_000)

  test('a published offer reaches sign-off on its own, and Go Live takes it to Live', async ({ page, service }) => {
    const offer = await service.anOffer({ name: 'Web server' })
    await page.goto(statusOf(offer))
    await mark(page)

    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    const publish = page.getByRole('dialog', { name: 'Publish your offer' })
    await publish.getByRole('textbox').fill('jdoe@contoso.com, ops@contoso.com')
    await publish.getByRole('button', { name: 'Publish', exact: true }).click()
    await expect(publish).toBeHidden()
    await expect(stepOf(page, 'Publisher sign-off')).toContainText('Waiting for you', { timeout: 30_000 })
    await expect(stepOf(page, 'Certification')).toContainText('Complete')
    await expect(page.getByRole('main')).toContainText('Awaiting publisher sign-off')

    await page.getByRole('button', { name: 'Go Live' }).click()
    const goLive = page.getByRole('dialog', { name: 'Move this offer to production?' })
    await expect(goLive).toContainText('Web server')
    await goLive.getByRole('button', { name: 'Go Live' }).click()
    await expect(stepOf(page, 'Live')).toContainText('Complete', { timeout: 30_000 })
    expect(await isUntouched(page)).toBe(true)
  })

  test('an offer canceled at sign-off reads Publish canceled, with the steps it had reached (U19)', async ({
    page,
    service,
  }) => {
    const offer = await service.anOffer({ name: 'Web server' })
    await service.publish(offer)
    await service.settle()
    await page.goto(statusOf(offer))
    await page.getByRole('button', { name: 'Cancel Publish' }).click()
    const dialog = page.getByRole('dialog', { name: 'Cancel publishing?' })
    await dialog.getByRole('button', { name: 'Keep publishing' }).click()
    await expect(dialog).toBeHidden()
    await page.getByRole('button', { name: 'Cancel Publish' }).click()
    await dialog.getByRole('button', { name: 'Cancel Publish' }).click()

    await expect(page.getByRole('main')).toContainText('Publish canceled')
    const steps = page.getByRole('list', { name: 'Publishing steps' }).getByRole('listitem')
    await expect(steps).toHaveCount(6)
    await expect(steps.filter({ hasText: 'Complete' })).toHaveCount(4)
    await expect(steps.filter({ hasText: 'Canceled' })).toHaveCount(1)
    await expect(page.getByRole('button', { name: 'Publish', exact: true })).toBeEnabled()
  })
})

for (const [width, height] of [
  [1366, 650],
  [390, 844],
  [320, 640],
] as const)
  test(`at ${width}×${height} the preview and Go Live are in view as the page opens (U7)`, async ({
    page,
    service,
  }) => {
    const offer = await service.anOffer({ name: 'Web server' })
    await service.publish(offer)
    await service.settle()
    await page.setViewportSize({ width, height })
    await page.goto(statusOf(offer))
    await expect(page.getByRole('button', { name: 'Go Live' })).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('link', { name: /Open the preview/ })).toBeInViewport({ ratio: 1 })
  })

test.describe('reading what went wrong', () => {
  test('a rejected Azure application links to its review issue, in a tab without access to this page', async ({
    page,
    context,
    service,
  }) => {
    const offer = await service.anOffer({ name: 'Data lake', type: azureApplication })
    await service.publish(offer)
    await service.settle()
    await service.operator.hold(offer)
    await service.goLive(offer)
    await service.settle()
    const review = 'https://dev.azure.com/contoso/reviews/_git/data-lake/pullrequest/42'
    await service.operator.reject({ ...offer, issues: [{ link: review, title: 'Pull request 42' }] })
    await context.route('https://dev.azure.com/**', (route) => route.fulfill({ body: 'the review' }))

    await page.goto(statusOf(offer))
    await expect(page.getByRole('main')).toContainText('Publish failed')
    const step = stepOf(page, 'Microsoft review')
    await expect(step).toContainText('Rejected')
    await expect(step).toContainText('dev.azure.com')
    const opened = context.waitForEvent('page')
    await step.getByRole('link', { name: /Review issue/ }).click()
    const tab = await opened
    await expect(tab).toHaveURL(review)
    expect(await tab.evaluate(() => window.opener)).toBeNull()
  })

  test('a review issue whose title reverses text does not reverse the host after it', async ({ page, service }) => {
    const offer = await service.anOffer({ name: 'Data lake', type: azureApplication })
    await service.publish(offer)
    await service.settle()
    await service.operator.hold(offer)
    await service.goLive(offer)
    await service.settle()
    await service.operator.reject({ ...offer, issues: [{ link: 'https://dev.azure.com/1', title: 'See \u202e' }] })
    await page.goto(statusOf(offer))
    const host = page.getByText('dev.azure.com', { exact: true })
    await expect(host).toBeVisible()
    const [first = 0, last = 0] = await host.evaluate((element) =>
      [0, 12].map((start) => {
        const range = new Range()
        range.setStart(element.firstChild!, start)
        range.setEnd(element.firstChild!, start + 1)
        return range.getBoundingClientRect().left
      }),
    )
    expect(first).toBeLessThan(last)
  })

  test('a consulting offer without lead destination shows why it failed and where to fix it', async ({
    page,
    service,
  }) => {
    const offer = await service.anOffer({ type: consultingService, content: withoutLeadDestination })
    await service.publish(offer)
    await service.settle()
    await page.goto(statusOf(offer))
    await expect(page.getByRole('main')).toContainText('Publish failed')
    await expect(page.getByRole('listitem').filter({ hasText: 'Where to fix it' })).toContainText(/lead/i)
  })

  test('a virtual machine whose image cannot be read is blocked, with the reason in the reader’s language', async ({
    page,
    service,
  }) => {
    const offer = await service.anOffer({ content: withBrokenSas })
    await service.publish(offer)
    await service.settle()
    await page.addInitScript(() => localStorage.setItem('language', 'fr-FR'))
    await page.goto(statusOf(offer))
    await expect(page.getByRole('main')).toContainText('Échec de la publication')
    const step = page.getByRole('listitem').filter({ hasText: 'Bloquée' })
    await expect(step).toContainText('SAS')
    await expect(step).toContainText('Où')
  })
})
