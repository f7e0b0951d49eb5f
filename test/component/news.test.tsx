import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { News } from '../../src/contract/news.ts'
import { renderAt } from '../support/renderAt.tsx'
import { type OfferKey, type Service, startService } from '../support/service.ts'

beforeEach(() => {
  // React flushes by setImmediate, which it would keep from the first test's clock.
  vi.useFakeTimers({
    shouldAdvanceTime: true,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  document.head.replaceChildren()
})

const pathOf = ({ publisherId, offerId }: OfferKey) => `/publishers/${publisherId}/offers/${offerId}/status`
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))

async function atSignOff(service: Service, name: string) {
  const offer = await service.anOffer({ name })
  await service.publish(offer)
  await service.settle()
  return offer
}

/** The page of an account that looked before anything happened; what is not needed at once has arrived. */
async function idleAt(path: string, service: Service, happens = async () => {}, options = {}) {
  const view = await renderAt('/history', service, options)
  view.unmount()
  await happens()
  const again = await renderAt(path, service, options)
  await pass(2_500)
  return again
}

const toldNews = async () => News.parse(await (await fetch('/api/portal/news')).json())

/** Opens the page with the session that it had. */
async function withNews(path: string, names: string[], options = {}) {
  const service = await startService()
  const offers: OfferKey[] = []
  const db = service.deps.db
  const view = await idleAt(
    path,
    service,
    async () => {
      for (const name of names) offers.push(await atSignOff(service, name))
      await db.updateTable('looked').set({ revision: 0 }).execute()
    },
    options,
  )
  return { service, offers, ...view }
}

test('"2 offers have changed since …" leads to them; their rows say "New" until all are marked as seen (U15)', async () => {
  const { user } = await withNews('/offers', ['Contoso Relay', 'Contoso Proxy'])
  const words = /^2 offers have changed since \w+day \d+:\d\d [AP]M$/
  const link = await screen.findByRole('link', { name: words })
  expect(screen.getAllByText('New')).toHaveLength(2)
  await user.click(link)
  await waitFor(() => expect(screen.queryByRole('link', { name: words })).toBeNull())
  expect(screen.getByText(words)).toBeTruthy()
  expect(await screen.findByRole('link', { name: 'Contoso Relay' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Mark all as seen' }))
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
  await waitFor(() => expect(screen.queryByText(/have changed since/)).toBeNull())
  expect(await screen.findByRole('heading', { name: 'No offers match' })).toBeTruthy()
})

test('an offer whose page was open is no longer new (U15)', async () => {
  const { user } = await withNews('/offers', ['Contoso Relay', 'Contoso Proxy'])
  await screen.findByText(/^2 offers have changed/)
  await user.click(screen.getByRole('link', { name: 'Contoso Relay' }))
  await screen.findByRole('heading', { level: 1, name: 'Contoso Relay' })
  await pass(2_000)
  await waitFor(async () => expect((await toldNews()).changed).toBe(1))
  await user.click(screen.getByRole('link', { name: 'Back to offers' }))
  await waitFor(() => expect(screen.getAllByText('New')).toHaveLength(1))
  expect(await screen.findByText(/^1 offer has changed since/)).toBeTruthy()
})

test('the bell has the number of unread notifications, and each leads to the step it is about (asked 9)', async () => {
  const { user } = await withNews('/offers', ['Contoso Relay'])
  await user.click(await screen.findByRole('button', { name: 'Notifications: 2 unread' }))
  const panel = await screen.findByRole('dialog', { name: 'Notifications' })
  const link = await within(panel).findByRole('link', { name: 'Sign-off needed: Contoso Relay' })
  expect(link.getAttribute('href')).toBe('/publishers/contoso/offers/contoso-relay/status#step=publisher-signoff')
  expect(within(panel).getAllByText('No mail sent: no mail server is configured')).toHaveLength(2)
  expect(within(panel).getAllByText('New')).toHaveLength(2)
  await waitFor(async () => expect((await toldNews()).unread).toBe(0))
  await user.keyboard('{Escape}')
  const bell = await screen.findByRole('button', { name: 'Notifications' })
  await waitFor(() => expect(document.activeElement).toBe(bell))
})

test('the bell says when a mail was sent and when it could not be delivered (asked 9)', async () => {
  const { service, user } = await withNews('/offers', ['Contoso Relay'])
  const { db } = service.deps
  const [first, second] = await db.selectFrom('notification').select('id').orderBy('id').execute()
  const ended = { next_time: null, attempts: 1 }
  await db
    .updateTable('notification')
    .set({ ...ended, sent_time: '2026-03-02T09:00:00.000Z' })
    .where('id', '=', first!.id)
    .execute()
  await db
    .updateTable('notification')
    .set({ ...ended, error: '550 no such user' })
    .where('id', '=', second!.id)
    .execute()
  await user.click(await screen.findByRole('button', { name: /^Notifications/ }))
  expect(await screen.findByText(/^Mail last sent: Mar 2/)).toBeTruthy()
  expect(screen.getByText('Mail could not be delivered')).toBeTruthy()
})

test('the tab tells the status of an offer, and has a dot while something needs you (U15)', async () => {
  document.head.insertAdjacentHTML('beforeend', '<link rel="icon" href="/favicon.svg">')
  const icon = () => document.querySelector('link[rel=icon]')!.getAttribute('href')
  const service = await startService()
  const offer = await atSignOff(service, 'Contoso Relay')
  await renderAt(pathOf(offer), service)
  await waitFor(() =>
    expect(document.title).toBe('(1) Awaiting publisher sign-off: Contoso Relay – Cloud Partner Portal'),
  )
  await pass(2_500)
  await waitFor(() => expect(icon()).toBe('/favicon-dot.svg'))
  await service.cancel(offer)
  await pass(70_000)
  await waitFor(() => expect(document.title).toBe('Publish canceled: Contoso Relay – Cloud Partner Portal'))
  await waitFor(() => expect(icon()).toBe('/favicon.svg'))
})

/** The region that stays, among those that say how fresh the data are. */
const announced = () =>
  screen
    .getAllByRole('status', { hidden: true })
    .map(({ textContent }) => textContent)
    .filter(Boolean)

test('a list announces changes of status once and together, and a poll nothing (asked 19)', async () => {
  const service = await startService()
  const offers = [await atSignOff(service, 'Contoso Relay'), await atSignOff(service, 'Contoso Proxy')]
  const { client } = await renderAt('/offers', service)
  await screen.findByRole('link', { name: 'Contoso Relay' })
  await pass(2_500)
  for (const offer of offers) await service.cancel(offer)
  await act(() => client.refetchQueries({ queryKey: ['offers'] }))
  await pass(1_500)
  const said = announced().filter((text) => text?.includes('Publish canceled'))
  expect(said).toHaveLength(1)
  expect(said[0]).toMatch(/^Publish canceled: Contoso (Relay|Proxy)\. Publish canceled: Contoso (Relay|Proxy)\.$/)
  const all = announced()
  await act(() => client.refetchQueries({ queryKey: ['offers'] }))
  await pass(1_500)
  expect(announced()).toEqual(all)
})

test.each(['status', 'history'])(
  'the open offer’s %s tab announces its change of status once (asked 19)',
  async (tab) => {
    const service = await startService()
    const offer = await atSignOff(service, 'Contoso Relay')
    const { client } = await renderAt(pathOf(offer).replace('status', tab), service)
    await screen.findByRole('heading', { level: 1, name: 'Contoso Relay' })
    await pass(2_500)
    for (const reason of ['The title is wrong', 'The price is wrong']) {
      await service.cancel(offer, reason)
      await act(() => client.refetchQueries({ queryKey: ['status'] }))
      await pass(1_500)
      expect(announced().filter((text) => text?.includes('Publish canceled'))).toHaveLength(1)
      await service.publish(offer)
      await service.settle()
      await act(() => client.refetchQueries({ queryKey: ['status'] }))
      await pass(1_500)
      expect(announced().filter((text) => text?.includes('Publish canceled'))).toHaveLength(0)
    }
  },
)

test('many changes are announced as a number (asked 19)', async () => {
  const service = await startService()
  const offers: OfferKey[] = []
  for (const number of [1, 2, 3, 4]) offers.push(await atSignOff(service, `Contoso Relay ${number}`))
  const { client } = await renderAt('/offers', service)
  await screen.findByRole('link', { name: 'Contoso Relay 1' })
  await pass(2_500)
  for (const offer of offers) await service.cancel(offer)
  await act(() => client.refetchQueries({ queryKey: ['offers'] }))
  await pass(1_500)
  expect(announced()).toContain('4 offers have changed their status.')
})

/** Notifications of the browser as a test sees them. */
function browserNotifications(answer: NotificationPermission) {
  const shown: string[] = []
  class Fake {
    static permission: NotificationPermission = 'default'
    static requestPermission = vi.fn(async () => {
      Fake.permission = answer
      return answer
    })
    onclick = null
    constructor(title: string) {
      shown.push(title)
    }
  }
  vi.stubGlobal('Notification', Fake)
  return { shown, asked: Fake.requestPermission }
}

test('a watched offer notifies in the browser, which is asked only by a press of the button (asked 9)', async () => {
  const { shown, asked } = browserNotifications('granted')
  const service = await startService()
  const relay = await atSignOff(service, 'Contoso Relay')
  const proxy = await atSignOff(service, 'Contoso Proxy')
  const { user, client } = await renderAt(pathOf(relay), service, { as: 'minjun' })
  await pass(2_500)
  await user.click(await screen.findByRole('button', { name: 'Watch', pressed: false }))
  expect(await screen.findByRole('button', { name: 'Watching', pressed: true })).toBeTruthy()
  expect(asked).not.toHaveBeenCalled()
  await user.click(await screen.findByRole('button', { name: 'Notify me in this browser' }))
  expect(asked).toHaveBeenCalledOnce()
  expect(await screen.findByText(/^You are notified in this browser while a tab/)).toBeTruthy()
  await act(() => client.refetchQueries({ queryKey: ['news'] }))
  for (const offer of [relay, proxy]) await service.cancel(offer)
  await act(() => client.refetchQueries({ queryKey: ['news'] }))
  await waitFor(() => expect(shown).toEqual(['Publish canceled: Contoso Relay']))
  await user.click(screen.getByRole('button', { name: 'Watching' }))
  expect(await screen.findByRole('button', { name: 'Watch' })).toBeTruthy()
})

test('a browser that blocks notifications says so beside the watched offer', async () => {
  browserNotifications('denied')
  const service = await startService()
  const { user } = await renderAt(pathOf(await atSignOff(service, 'Contoso Relay')), service)
  await pass(2_500)
  await user.click(await screen.findByRole('button', { name: 'Watch' }))
  await user.click(await screen.findByRole('button', { name: 'Notify me in this browser' }))
  expect(await screen.findByText(/blocks notifications/)).toBeTruthy()
})

test.each([
  ['zh-CN', /^2 个产品\/服务的状态已更改/, '新'],
  ['fr-FR', /^2 offres ont changé d’état/, 'Nouveauté'],
  ['ko-KR', /^상태가 바뀐 제품 2개/, '새로 바뀜'],
] as const)('what changed since the last visit, in %s', async (language, strip, mark) => {
  await withNews('/offers', ['Contoso Relay', 'Contoso Proxy'], { language })
  expect(await screen.findByText(strip)).toBeTruthy()
  expect(screen.getAllByText(mark)).toHaveLength(2)
})
