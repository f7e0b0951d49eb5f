import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { Offer } from '../../src/contract/offers.ts'
import { withBrokenSas } from '../../src/service/demo/content.ts'
import { renderAt } from '../support/renderAt.tsx'
import { type OfferKey, type Service, startService } from '../support/service.ts'

afterEach(cleanup)

const pathOf = ({ publisherId, offerId }: OfferKey) => `/publishers/${publisherId}/offers/${offerId}/status`
const step = async (name: string) => within((await screen.findByRole('heading', { level: 3, name })).closest('li')!)

test('a canceled attempt says where it was canceled, and keeps its steps (U19)', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Mail Relay' })
  await service.publish(offer)
  await service.settle()
  await service.cancel(offer)
  await renderAt(pathOf(offer), service)
  expect(await screen.findByText('Attempt 1, canceled at Publisher sign-off')).toBeTruthy()
  expect((await step('Certification')).getByText('Complete')).toBeTruthy()
  expect((await step('Publisher sign-off')).getByText('Canceled')).toBeTruthy()
  expect((await step('Publisher sign-off')).queryByText(/Waiting/)).toBeNull()
  expect((await step('Live')).getByText('Not started')).toBeTruthy()
})

test('an earlier attempt can be chosen, and stays chosen when a poll brings news (U19)', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Log Collector', content: withBrokenSas })
  await service.publish(offer)
  await service.settle()
  await service.publish(offer)
  const { user, client } = await renderAt(pathOf(offer), service)
  const choice = await screen.findByRole('combobox', { name: 'Attempt to publish' })
  expect(choice).toHaveProperty('selectedIndex', 0)
  expect((await step('Certification')).getByText('Not started')).toBeTruthy()
  expect(screen.getByText(/^Compared with attempt 1: 2 problems not checked yet/)).toBeTruthy()
  await user.selectOptions(choice, 'Attempt 1, failed at Certification')
  expect((await step('Certification')).getByText('Blocked')).toBeTruthy()
  await service.step()
  await act(() => client.refetchQueries({ queryKey: ['status'] }))
  expect((await step('Certification')).getByText('Blocked')).toBeTruthy()
  expect(document.activeElement).toBe(choice)
})

test('published again unchanged, the page says that the same problem came back (U19)', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Log Collector', content: withBrokenSas })
  for (let attempt = 0; attempt < 2; attempt++) {
    await service.publish(offer)
    await service.settle()
  }
  await renderAt(pathOf(offer), service)
  expect(await screen.findByText(/^Compared with attempt 1: 2 problems again/)).toBeTruthy()
  expect(screen.getByText('Version 1 was published again without changes.')).toBeTruthy()
})

test('a review issue says whether it is open, corrected in the draft or sent again (asked 2)', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Kafka', type: 'microsoft-azure-applications' })
  await service.publish(offer)
  await service.settle()
  await service.goLive(offer)
  while (!(await atReview(service, offer))) await service.step()
  await service.operator.reject({
    ...offer,
    issues: [{ title: 'Template uses fixed API versions', link: 'https://dev.azure.com/templates/pullrequest/7' }],
  })
  const { client } = await renderAt(pathOf(offer), service)
  expect(await (await step('Microsoft review')).findByText('Open')).toBeTruthy()

  await save(service, offer, { summary: 'What the offer does.' })
  await act(() => client.refetchQueries({ queryKey: ['status'] }))
  expect(await (await step('Microsoft review')).findByText('Corrected in the draft')).toBeTruthy()

  await service.publish(offer)
  await act(() => client.refetchQueries({ queryKey: ['status'] }))
  const heading = await screen.findByRole('heading', { name: 'Review issues of earlier attempts' })
  const issue = within(within(heading.nextElementSibling as HTMLElement).getByRole('listitem'))
  expect(issue.getByRole('link', { name: /Template uses fixed API versions/ })).toBeTruthy()
  expect(issue.getByText('Sent again')).toBeTruthy()
})

const atReview = async (service: Service, { publisherId, offerId }: OfferKey) => {
  const reply = await service.request(`/api/publishers/${publisherId}/offers/${offerId}/status?api-version=2017-10-31`)
  const { steps } = (await reply.json()) as { steps: { id: string; status: string }[] }
  return steps.find(({ id }) => id === 'microsoft-review')!.status !== 'notStarted'
}

/** Saves the draft with other texts in its listing. */
async function save(service: Service, { publisherId, offerId }: OfferKey, texts: Record<string, string>) {
  const path = `/api/publishers/${publisherId}/offers/${offerId}?api-version=2017-10-31`
  const known = await service.request(path)
  const draft: Offer = await known.json()
  for (const [name, text] of Object.entries(texts)) draft.definition.offer[`microsoft-azure-marketplace.${name}`] = text
  const saved = await service.request(path, {
    method: 'PUT',
    headers: { 'If-Match': known.headers.get('ETag')!, 'Content-Type': 'application/json' },
    body: JSON.stringify(draft),
  })
  expect(saved.status).toBe(200)
}

test('an issue that was sent again unchanged stays open, among those of earlier attempts (asked 2)', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Reports', type: 'microsoft-powerbi-app' })
  await service.operator.hold(offer)
  await service.publish(offer)
  await service.settle()
  await service.operator.reject({
    ...offer,
    issues: [{ title: 'The summary misleads', link: 'https://dev.azure.com/reviews/9' }],
  })
  await service.publish(offer)
  await renderAt(pathOf(offer), service)
  const heading = await screen.findByRole('heading', { name: 'Review issues of earlier attempts' })
  expect(within(heading.nextElementSibling as HTMLElement).getByText('Open')).toBeTruthy()
})

test('a new version that was saved without a change says so (U19)', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Log Collector', content: withBrokenSas })
  await service.publish(offer)
  await service.settle()
  await save(service, offer, {})
  await service.publish(offer)
  const { user } = await renderAt(pathOf(offer), service)
  await user.click(await screen.findByText(/^Compared with attempt 1/))
  expect(await screen.findByText('The content is the same as in version 1.')).toBeTruthy()
})

test('which fields two attempts published differently is told when it is opened (U19)', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Log Collector', content: withBrokenSas })
  await service.publish(offer)
  await service.settle()
  await save(service, offer, { title: 'Log Collector 2' })
  await service.publish(offer)
  await service.settle()
  const { user } = await renderAt(pathOf(offer), service)
  await user.click(await screen.findByText(/^Compared with attempt 1: 2 problems again/))
  const heading = await screen.findByRole('heading', { name: '1 change in the content' })
  const change = within(heading.nextElementSibling as HTMLElement).getByRole('listitem')
  expect(change.textContent).toBe('Marketplace › TitleBeforeContoso Log CollectorAfterLog Collector 2')
})

test('the timeline, once opened, tells in a table when each step began and how long it took or waited (asked 1)', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Mail Relay' })
  await service.publish(offer)
  await service.settle()
  const { user } = await renderAt(pathOf(offer), service)
  const opener = await screen.findByText('Timeline')
  expect(screen.queryByRole('table', { name: 'Timeline' })).toBeNull()
  await user.click(opener)
  const table = within(await screen.findByRole('table', { name: 'Timeline' }))
  expect(table.getByRole('row', { name: /^Certification .* Working: / })).toBeTruthy()
  expect(table.getByRole('row', { name: /^Publisher sign-off .* Waiting for the publisher: / })).toBeTruthy()
  expect(screen.getByText(/^Total working: .* Total waiting for the publisher: /)).toBeTruthy()
})
