import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderAt } from '../support/renderAt.tsx'
import { type OfferKey, type Service, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

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

/** The rows of events: neither the headings of columns nor those of days. */
const rows = () => screen.getAllByRole('row').filter((row) => within(row).queryAllByRole('cell').length > 1)
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

test('a rejection is at the top, with its author, step, reason and links to its review issues (U14)', async () => {
  const service = await startService()
  await rejected(service)
  await renderAt('/history', service)
  const row = await screen.findByRole('row', { name: /Step rejected/ })
  expect(row).toBe(rows()[0])
  expect(within(row).getByText('Microsoft staff')).toBeTruthy()
  expect(within(row).getByText('Microsoft review')).toBeTruthy()
  expect(within(row).getByText('As in July.').getAttribute('lang')).toBe('en')
  const issue = within(row).getByRole('link', { name: 'Fixed <b>API</b> versions (opens in a new tab)' })
  expect(issue.getAttribute('href')).toBe('https://dev.azure.com/templates/pullrequest/7')
  expect(within(row).getByRole('listitem').textContent).toContain('dev.azure.com')
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

const day = 86_400_000
const dayHeadings = () =>
  screen
    .getAllByRole('rowgroup')
    .map((group) => document.getElementById(group.getAttribute('aria-labelledby') ?? '')?.textContent)
    .filter(Boolean)

const record = (service: Service, { publisherId, offerId }: OfferKey, type: string, time: Date, details = {}) =>
  service.deps.db
    .insertInto('audit_event')
    .values({
      publisher_id: publisherId,
      offer_id: offerId,
      type,
      time: time.toISOString(),
      actor_kind: 'marketplace',
      actor: 'marketplace',
      details: JSON.stringify(details),
    })
    .execute()

/** An offer a day, of which today's is published. */
async function overDays() {
  const service = await startService({ at: '2026-03-04T12:00:00.000' })
  for (const name of ['Contoso Old', 'Contoso Proxy']) {
    await record(service, await service.anOffer({ name }), 'OfferSaved', service.clock.now())
    service.clock.advance(day)
  }
  await atSignOff(service, 'Contoso Relay')
  vi.setSystemTime(service.clock.now())
  return service
}

test('events stand under the day on which they happened: today, yesterday, then dates (U14)', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const service = await overDays()
  await renderAt('/history', service)
  await screen.findByRole('row', { name: /Publish requested/ })
  expect(dayHeadings()).toEqual(['Today', 'Yesterday', 'Wednesday, March 4'])
})

test('today, yesterday and the last days are in the address, and the file has the same days (U14)', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const service = await overDays()
  const { user } = await renderAt('/history?since=yesterday', service)
  await screen.findByRole('link', { name: 'Contoso Proxy' })
  expect(dayHeadings()).toEqual(['Yesterday'])
  const asked = new URL(file()!, 'http://localhost').searchParams
  expect(new Date(asked.get('from')!).getTime()).toBe(new Date('2026-03-05T00:00').getTime())
  expect(new Date(asked.get('to')!).getTime()).toBe(new Date('2026-03-06T00:00').getTime())
  const lines = await (await fetch(file()!)).text()
  expect(lines.trim().split('\r\n')).toHaveLength(2)
  await user.selectOptions(screen.getByRole('combobox', { name: 'Period' }), 'Last 7 days')
  await waitFor(() => expect(dayHeadings()).toEqual(['Today', 'Yesterday', 'Wednesday, March 4']))
})

test('a search finds the events of an offer by its name (U14)', async () => {
  const service = await startService()
  await atSignOff(service, 'Contoso Relay')
  const proxy = await service.anOffer({ name: 'Contoso 100% Proxy' })
  await record(service, proxy, 'OfferSaved', service.clock.now())
  const { user } = await renderAt('/history', service)
  await screen.findByRole('link', { name: 'Contoso 100% Proxy' })
  await user.type(screen.getByRole('searchbox', { name: 'Search offers' }), '100%')
  await waitFor(() => expect(eventsShown()).toEqual(['Offer saved']))
  expect(screen.getByRole('link', { name: 'Contoso 100% Proxy' })).toBeTruthy()
  expect(file()).toBe('/api/portal/history.csv?q=100%25')
})

test('"Hide completed steps" leaves what a person has to know (U14)', async () => {
  const service = await startService()
  await atSignOff(service, 'Contoso Relay')
  const { user } = await renderAt('/history', service)
  await screen.findAllByRole('row', { name: /Step completed/ })
  await user.click(screen.getByRole('switch', { name: 'Hide completed steps' }))
  await waitFor(() => expect(screen.queryByRole('row', { name: /Step completed/ })).toBeNull())
  expect(eventsShown()).toEqual(['Publish requested'])
  expect(file()).toBe('/api/portal/history.csv?hide=completedSteps')
})

test('a blocked step tells the problem itself, in the reader’s language (U14)', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Relay' })
  const problems = [
    { code: 'planIdTaken', text: 'The plan ID basic is used more than once.', values: { plan: 'basic' } },
    { code: 'ofAnotherService', text: 'The moon is not full.' },
  ]
  const at = service.clock.now()
  await record(service, offer, 'OfferStepBlocked', at, { codes: problems.map(({ code }) => code), problems })
  await record(service, offer, 'OfferStepBlocked', at, { codes: ['planIdTaken', 'noVmImage'] })
  await renderAt('/history?type=OfferStepBlocked', service, { language: 'fr-FR' })
  expect(await screen.findByText(/^Plusieurs plans ont l’ID basic/)).toBeTruthy()
  expect(screen.getByText('The moon is not full.').lang).toBe('en')
  // An event that is older than the words has only codes.
  expect(screen.getByText(/2 problèmes détectés/)).toBeTruthy()
})

test('a deleted offer is named as deleted, and no link leads to it', async () => {
  const service = await startService()
  await service.anOffer({ name: 'Short Lived' })
  const tool = toolOf(service)
  expect((await tool.delete('/api/portal/publishers/contoso/offers/short-lived')).status).toBe(204)
  await renderAt('/history', service)
  const row = await screen.findByRole('row', { name: /Offer deleted/ })
  expect(row.textContent).toContain('Short Lived (deleted)')
  expect(within(row).queryByRole('link')).toBeNull()
})
