import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderAt } from '../support/renderAt.tsx'
import { type Service, startService } from '../support/service.ts'

const rendered: string[] = []

// Each row renders one of these and nothing else does, so their number is the number of rendered rows.
vi.mock('../../src/web/features/history/EventName.tsx', async (original) => {
  const { EventName } = await original<typeof import('../../src/web/features/history/EventName.tsx')>()
  return {
    EventName: (props: { type: string }) => {
      rendered.push(props.type)
      return EventName(props)
    },
  }
})

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const rows = () => screen.getAllByRole('row').slice(1)
const eventsShown = () => rows().map((row) => within(row).getAllByRole('cell')[0]!.textContent)
const file = () => screen.getByRole('link', { name: 'Download CSV' }).getAttribute('href')

async function atSignOff(service: Service, name: string, publisherId?: string) {
  const offer = await service.anOffer({ name, ...(publisherId && { publisherId }) })
  await service.publish(offer)
  await service.settle()
  return offer
}

/** The operator holds the offer so that its review does not pass by default, and then rejects it. */
async function rejected(service: Service) {
  const type = 'microsoft-azure-applications'
  const offer = await service.anOffer({ name: 'Contoso Kafka', type })
  await service.publish(offer)
  await service.settle()
  await service.operator.hold(offer)
  await service.goLive(offer)
  await service.settle()
  const issues = [{ title: 'Fixed <b>API</b> versions', link: 'https://dev.azure.com/templates/pullrequest/7' }]
  await service.operator.reject({ ...offer, reason: 'As in July.', issues })
  return offer
}

test('a rejection is at the top, with its author, step, reason and issues', async () => {
  const service = await startService()
  await rejected(service)
  await renderAt('/history', service)
  const row = await screen.findByRole('row', { name: /Step rejected/ })
  expect(row).toBe(rows()[0])
  expect(within(row).getByText('Microsoft staff')).toBeTruthy()
  expect(within(row).getByText('Microsoft review')).toBeTruthy()
  expect(within(row).getByText('As in July.').getAttribute('lang')).toBe('en')
  expect(within(row).getByRole('listitem').textContent).toBe('Fixed <b>API</b> versions')
  const link = within(row).getByRole('link', { name: 'Contoso Kafka' })
  expect(link.getAttribute('href')).toBe('/publishers/contoso/offers/contoso-kafka/status')
  expect(within(screen.getByRole('row', { name: /Publish requested/ })).getByText('avery@contoso.com')).toBeTruthy()
  expect(within(screen.getByRole('row', { name: /Publish requested/ })).getByText('Version 1')).toBeTruthy()
  expect(screen.getByRole('row', { name: /Review put on hold/ })).toBeTruthy()
  await waitFor(() => expect(document.title).toBe('(1) Audit history – Cloud Partner Portal'))
})

test('filters are in the address, and the downloaded file follows them', async () => {
  const service = await startService()
  await atSignOff(service, 'Contoso Relay')
  await atSignOff(service, 'Fabrikam Twin', 'fabrikam')
  await renderAt('/history?publisher=fabrikam&type=OfferPublishRequested&page=1', service)
  expect(await screen.findByRole('link', { name: 'Fabrikam Twin' })).toBeTruthy()
  expect(eventsShown()).toEqual(['Publish requested'])
  expect(screen.getByRole('combobox', { name: 'Event type' })).toHaveProperty('value', 'OfferPublishRequested')
  expect(file()).toBe('/api/portal/history.csv?publisher=fabrikam&type=OfferPublishRequested')
})

test('filters apply, survive a visit to an offer, and can be cleared', async () => {
  const service = await startService()
  await atSignOff(service, 'Contoso Relay')
  const { user } = await renderAt('/history', service)
  await screen.findAllByRole('row', { name: /Step completed/ })
  expect(file()).toBe('/api/portal/history.csv')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Event type' }), 'Publish requested')
  await waitFor(() => expect(eventsShown()).toEqual(['Publish requested']))
  await user.click(screen.getByRole('link', { name: 'Contoso Relay' }))
  await screen.findByRole('heading', { level: 1, name: 'Contoso Relay' })
  const back = screen.getByRole('link', { name: 'Back to history' })
  expect(back.getAttribute('href')).toBe('/history?type=OfferPublishRequested')
  await user.click(back)
  await waitFor(() => expect(eventsShown()).toEqual(['Publish requested']))
  await user.click(screen.getByRole('button', { name: 'Clear filters' }))
  await waitFor(() => expect(rows().length).toBeGreaterThan(1))
})

test('no events, no matching events and an empty page have different texts', async () => {
  const service = await startService()
  await renderAt('/history', service)
  expect(await screen.findByRole('heading', { name: 'No events yet' })).toBeTruthy()
  cleanup()
  await atSignOff(service, 'Contoso Relay')
  await renderAt('/history?type=OfferDelisted', service)
  expect(await screen.findByRole('heading', { name: 'No events match' })).toBeTruthy()
  cleanup()
  await renderAt('/history?page=9', service)
  expect(await screen.findByRole('heading', { name: 'This page of the list is empty' })).toBeTruthy()
})

test('an event of an unknown type breaks nothing', async () => {
  const service = await startService()
  const { publisherId, offerId } = await service.anOffer({ name: 'Contoso Relay' })
  await service.deps.db
    .insertInto('audit_event')
    .values({
      publisher_id: publisherId,
      offer_id: offerId,
      time: service.clock.now().toISOString(),
      type: 'OfferPondered',
      actor_kind: 'oracle',
      actor: 'oracle',
      details: '{}',
    })
    .execute()
  await renderAt('/history?type=nonsense&page=-3', service)
  const row = await screen.findByRole('row', { name: /Unknown \(OfferPondered\)/ })
  expect(within(row).getByText('oracle')).toBeTruthy()
})

test('a failed poll keeps the events on screen and says how old they are', async () => {
  const service = await startService()
  await atSignOff(service, 'Contoso Relay')
  const { client } = await renderAt('/history', service)
  await screen.findByRole('row', { name: /Publish requested/ })
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
  await act(() => client.refetchQueries({ queryKey: ['history'] }))
  expect(await screen.findByText(/Could not refresh\. Last updated at/)).toBeTruthy()
  expect(screen.getByRole('row', { name: /Publish requested/ })).toBeTruthy()
})

test('a poll renders only the row of a new event, and no row when nothing happened', async () => {
  const service = await startService()
  const offer = await atSignOff(service, 'Contoso Relay')
  const { client } = await renderAt('/history', service)
  await screen.findByRole('row', { name: /Publish requested/ })
  const poll = () => act(() => client.refetchQueries({ queryKey: ['history'] }))
  await poll()
  rendered.length = 0
  await poll()
  expect(rendered).toEqual([])
  await service.cancel(offer)
  await poll()
  await screen.findByRole('row', { name: /Publish canceled/ })
  expect(new Set(rendered)).toEqual(new Set(['OfferPublishCanceled']))
})

test('while an offer is being published, new events appear without a reload', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const service = await startService()
  await service.publish(await service.anOffer({ name: 'Contoso Relay' }))
  await renderAt('/history', service)
  await screen.findByRole('row', { name: /Publish requested/ })
  expect(screen.queryByRole('row', { name: /Step completed/ })).toBeNull()
  await service.settle()
  await act(() => vi.advanceTimersByTimeAsync(12_000))
  expect((await screen.findAllByRole('row', { name: /Step completed/ })).length).toBeGreaterThan(0)
})

test.each([
  ['en-US', 'Audit history', 'Step rejected', 'Reason: As in July.'],
  ['zh-CN', '审计历史记录', '步骤被拒绝', '原因：As in July.'],
  ['fr-FR', 'Historique d’audit', 'Étape rejetée', 'Motif\u00a0: As in July.'],
  ['ko-KR', '감사 기록', '단계가 거부됨', '사유: As in July.'],
] as const)('the same event in %s', async (language, title, event, reason) => {
  const service = await startService()
  await rejected(service)
  await renderAt('/history?type=OfferStepRejected', service, { language })
  const row = await screen.findByRole('row', { name: new RegExp(event) })
  expect(within(row).getByText((_, element) => element?.textContent === reason)).toBeTruthy()
  expect(screen.getByRole('heading', { level: 1, name: title })).toBeTruthy()
})
