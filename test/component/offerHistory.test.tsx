import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { addOffers } from '../../src/service/demo/offers.ts'
import { renderAt } from '../support/renderAt.tsx'
import { type OfferKey, type Service, startService } from '../support/service.ts'

afterEach(cleanup)

const pathOf = ({ publisherId, offerId }: OfferKey, tab = 'history') =>
  `/publishers/${publisherId}/offers/${offerId}/${tab}`

async function atSignOff(service: Service, name: string) {
  const offer = await service.anOffer({ name })
  await service.publish(offer)
  await service.settle()
  return offer
}

test('an offer’s History tab shows the events of that offer only, below the same header', async () => {
  const service = await startService()
  const offer = await atSignOff(service, 'Contoso Relay')
  await atSignOff(service, 'Contoso Proxy')
  const { user } = await renderAt(pathOf(offer, 'status'), service)
  const heading = await screen.findByRole('heading', { level: 1, name: 'Contoso Relay' })
  await user.click(within(screen.getByRole('main')).getByRole('link', { name: 'History' }))
  await screen.findByRole('row', { name: /Publish requested/ })
  expect(screen.getByRole('heading', { level: 1 })).toBe(heading)
  expect(within(screen.getByRole('main')).getByRole('link', { name: 'History' }).getAttribute('aria-current')).toBe(
    'page',
  )
  expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
    'Event type',
    'Date and time',
    'User',
    'Details',
  ])
  expect(screen.getAllByRole('row', { name: /Publish requested/ })).toHaveLength(1)
  expect(screen.getByRole('link', { name: 'Download CSV' }).getAttribute('href')).toBe(
    '/api/portal/history.csv?publisher=contoso&offer=contoso-relay',
  )
})

test('the mails to the offer’s addresses can be read, with their delivery state', async () => {
  const service = await startService()
  const offer = await atSignOff(service, 'Contoso Relay')
  const { user } = await renderAt(pathOf(offer), service)
  const part = await screen.findByRole('region', { name: 'Notifications' })
  const subject = await within(part).findByText('Contoso Relay: your sign-off is needed')
  const notification = subject.closest('li')!
  expect(within(notification).getByText('To: avery@contoso.com')).toBeTruthy()
  expect(within(notification).getByText('Kept here: no mail server is configured')).toBeTruthy()
  const details = subject.closest('details')!
  expect(details.open).toBe(false)
  await user.click(subject)
  expect(details.open).toBe(true)
  expect(within(notification).getByText(/is waiting for your sign-off/)).toBeTruthy()
})

test('a mail that could not be sent shows the mail server’s reason', async () => {
  const mail = { home: 'http://localhost', sends: true }
  const service = await startService({ deps: () => ({ mail }) })
  const offer = await atSignOff(service, 'Contoso Relay')
  const error = '550 5.1.1 No such user'
  await service.deps.db.updateTable('notification').set({ next_time: null, error }).execute()
  await renderAt(pathOf(offer), service)
  expect((await screen.findAllByText('Could not be sent')).length).toBeGreaterThan(0)
  expect(screen.getAllByText(error)[0]!.getAttribute('lang')).toBe('en')
})

test('a notification of the demonstration says that it was not sent', async () => {
  const service = await startService()
  await addOffers(service.deps.db, service.clock.now())
  await renderAt('/publishers/northwind/offers/northwind-order-tracking/history', service)
  expect((await screen.findAllByText('Not sent: example notification')).length).toBeGreaterThan(0)
  expect(screen.queryByText('Sent')).toBeNull()
})

test('turning a page of an offer’s history keeps the way back to the filtered list', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Relay' })
  const event = {
    publisher_id: offer.publisherId,
    offer_id: offer.offerId,
    time: service.clock.now().toISOString(),
    type: 'OfferSaved',
    actor: 'avery@contoso.com',
    actor_kind: 'oracle',
    details: '{}',
  }
  await service.deps.db
    .insertInto('audit_event')
    .values(Array.from({ length: 60 }, () => event))
    .execute()
  const { user } = await renderAt('/offers?q=relay', service)
  await user.click(await screen.findByRole('link', { name: 'Contoso Relay' }))
  await screen.findByRole('heading', { level: 1, name: 'Contoso Relay' })
  await user.click(within(screen.getByRole('main')).getByRole('link', { name: 'History' }))
  await user.click((await screen.findAllByRole('button', { name: 'Next page' }))[0]!)
  await screen.findByText('Page 2 of 2')
  expect(screen.getByRole('link', { name: 'Back to offers' }).getAttribute('href')).toBe('/offers?q=relay')
})

test('an offer that was never published says that it has no notifications', async () => {
  const service = await startService()
  await renderAt(pathOf(await service.anOffer({ name: 'Contoso Draft' })), service)
  expect(await screen.findByText(/No notifications yet/)).toBeTruthy()
})

test('the History tab of an unknown offer says that the offer does not exist', async () => {
  await renderAt('/publishers/contoso/offers/no-such-offer/history', await startService())
  expect(await screen.findByRole('heading', { level: 1, name: 'This offer does not exist' })).toBeTruthy()
})
