import { readFile } from 'node:fs/promises'
import { expect, historyOf, test } from './fixtures.ts'

test('the author and reason of a rejection are in history, in the downloaded file and in the mail', async ({
  page,
  service,
}) => {
  const offer = await service.anOffer({ name: 'Data lake', type: 'microsoft-azure-applications' })
  await service.publish(await service.anOffer({ name: 'Web server' }))
  await service.publish(offer)
  await service.settle()
  await service.operator.hold(offer)
  await service.goLive(offer)
  await service.settle()
  const issues = [{ title: 'Pull request 42', link: 'https://dev.azure.com/contoso/reviews/pullrequest/42' }]
  await service.operator.reject({ ...offer, issues, reason: 'As in July.' })

  await page.goto('/offers')
  await page.getByRole('navigation').getByRole('link', { name: 'History' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Audit history')
  await page.getByRole('combobox', { name: 'Event type' }).selectOption('Step rejected')
  await expect(page).toHaveURL('/history?type=OfferStepRejected')
  // The first row has the column names, the second the day.
  const row = page.getByRole('row').nth(2)
  await expect(row).toContainText('As in July.')
  await expect(row).toContainText('Pull request 42')
  await expect(page.getByRole('row')).toHaveCount(3)

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download CSV' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('history.csv')
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain('"OfferStepRejected"')

  await row.getByRole('link', { name: 'Data lake' }).click()
  const tabs = page.getByRole('navigation', { name: 'Offer' })
  await expect(tabs.getByRole('link', { name: 'Status' })).toHaveAttribute('aria-current', 'page')
  // Until the page's code is there, another heading stands for this one.
  const heading = page.getByRole('heading', { level: 1, name: 'Data lake' })
  await expect(heading).toBeVisible()
  const top = await heading.boundingBox()
  await tabs.getByRole('link', { name: 'History' }).click()
  await expect(page).toHaveURL(historyOf(offer))
  await expect(tabs.getByRole('link', { name: 'History' })).toBeFocused()
  // The tab's list is there, and nothing has scrolled yet.
  await expect(page.getByText('Data lake: review issues to correct')).toBeVisible()
  expect(await heading.boundingBox()).toEqual(top)
  const notice = page.getByRole('listitem').filter({ hasText: 'Data lake: review issues to correct' })
  await expect(notice.getByText('Pull request 42')).toBeHidden()
  await notice.getByText('Data lake: review issues to correct').click()
  await expect(notice.getByText('Pull request 42')).toBeVisible()
  await page.getByRole('link', { name: 'Back to history' }).click()
  await expect(page).toHaveURL('/history?type=OfferStepRejected')
})
