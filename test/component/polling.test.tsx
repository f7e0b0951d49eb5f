import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import type { OfferLink } from '../../src/web/features/offerList/OfferLink.tsx'
import { renderAt } from '../support/renderAt.tsx'
import { startService } from '../support/service.ts'

type LinkProps = Parameters<typeof OfferLink>[0]
const rendered: string[] = []

// Each row renders these links and nothing else does, so their number is the number of rendered rows.
vi.mock('../../src/web/features/offerList/OfferLink.tsx', async (original) => {
  const { OfferLink } = await original<typeof import('../../src/web/features/offerList/OfferLink.tsx')>()
  return {
    OfferLink: (props: LinkProps) => {
      rendered.push(props.offer.name)
      return OfferLink(props)
    },
  }
})

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

async function aPolledList() {
  const service = await startService()
  const first = await service.anOffer({ name: 'Contoso First' })
  await service.anOffer({ name: 'Contoso Second' })
  await service.anOffer({ name: 'Contoso Third' })
  const page = await renderAt('/offers', service)
  await screen.findByText('Contoso Third')
  rendered.length = 0
  const poll = () => act(() => page.client.refetchQueries({ queryKey: ['offers'] }))
  return { ...page, service, first, poll }
}

test('a poll without changes renders no row again', async () => {
  const { poll, client } = await aPolledList()
  const answers = () => client.getQueryState(['offers', 'offers', {}])?.dataUpdateCount ?? 0
  const before = answers()
  await poll()
  await poll()
  expect(answers()).toBe(before + 2)
  expect(rendered).toEqual([])
})

test('a poll with one changed offer renders only that row', async () => {
  const { service, first, poll } = await aPolledList()
  await service.publish(first)
  await poll()
  expect(await screen.findByRole('link', { name: 'Publish in progress' })).toBeTruthy()
  expect(new Set(rendered)).toEqual(new Set(['Contoso First']))
})

test('a list with moving offers polls, and shows what moved (asked 4)', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const service = await startService()
  await service.publish(await service.anOffer({ name: 'Contoso Moving' }))
  await renderAt('/offers', service)
  const row = await screen.findByRole('row', { name: /Contoso Moving/ })
  expect(within(row).getByText('Publish in progress')).toBeTruthy()
  await service.settle()
  await act(() => vi.advanceTimersByTimeAsync(11_000))
  expect(await screen.findByText('Awaiting publisher sign-off', { selector: '[role=row] *' })).toBeTruthy()
})

test('a failed poll keeps the rows on screen, says how old they are, and recovers (asked 4)', async () => {
  const { poll } = await aPolledList()
  const working = globalThis.fetch
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
  await poll()
  expect(await screen.findByText(/Could not refresh\. Last updated at/)).toBeTruthy()
  expect(screen.getByText('Contoso Second')).toBeTruthy()
  vi.stubGlobal('fetch', working)
  await poll()
  expect(await screen.findByText(/^Last updated: /)).toBeTruthy()
})

test('the page says when an answer cannot be read, and keeps the last good one', async () => {
  const { poll } = await aPolledList()
  vi.stubGlobal('fetch', async () => new Response('{"items": [', { headers: { 'content-type': 'application/json' } }))
  await poll()
  expect(await screen.findByText(/The service’s answer could not be read/)).toBeTruthy()
  expect(screen.getByText('Contoso Second')).toBeTruthy()
})

test('an answer older than the one on screen is dropped (asked 12)', async () => {
  const { service, first, poll, client } = await aPolledList()
  const old = client.getQueryData(['offers', 'offers', {}])
  await service.publish(first)
  await poll()
  await screen.findByRole('link', { name: 'Publish in progress' })
  vi.stubGlobal('fetch', async () => Response.json(old))
  await poll()
  expect(screen.getByRole('link', { name: 'Publish in progress' })).toBeTruthy()
})

test('an answer about fewer publishers replaces the list, although its revision is lower', async () => {
  const service = await startService()
  await service.anOffer({ name: 'Contoso First' })
  await service.anOffer({ name: 'Fabrikam Twin', publisherId: 'fabrikam' })
  const { client } = await renderAt('/offers', service)
  await screen.findByText('Fabrikam Twin')
  await service.deps.db
    .deleteFrom('membership')
    .where('account_id', '=', 'avery')
    .where('publisher_id', '=', 'fabrikam')
    .execute()
  await act(() => client.refetchQueries({ queryKey: ['offers'] }))
  await waitFor(() => expect(screen.queryByText('Fabrikam Twin')).toBeNull())
  expect(screen.getByText('Contoso First')).toBeTruthy()
})

test('an ended session is announced while the page stays', async () => {
  const { poll } = await aPolledList()
  vi.stubGlobal('fetch', async () =>
    Response.json({ error: { code: 'Unauthorized', message: 'Sign in.' } }, { status: 401 }),
  )
  await poll()
  expect(await screen.findByRole('button', { name: 'Sign in again' })).toBeTruthy()
  expect(screen.getByText('Contoso Second')).toBeTruthy()
})

test('a session lost with its database is replaced by a new one, and the page goes on by itself', async () => {
  const { service, first, poll } = await aPolledList()
  const working = globalThis.fetch
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('the service restarts')))
  await poll()
  vi.stubGlobal('fetch', working)
  await service.deps.db.deleteFrom('session').execute()
  await service.publish(first)
  await poll()
  expect(await screen.findByRole('link', { name: 'Publish in progress' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Sign in again' })).toBeNull()
})

test('a question that is refused although the session holds is not asked again and again', async () => {
  const { poll } = await aPolledList()
  const working = globalThis.fetch
  let asked = 0
  vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) => {
    if (!String(request[0]).includes('/offers')) return working(...request)
    asked++
    return Response.json({ error: { code: 'Unauthorized', message: 'Sign in.' } }, { status: 401 })
  })
  await poll()
  await vi.waitFor(() => expect(asked).toBe(2))
  await poll()
  expect(asked).toBe(3)
})

test('a proxy’s 404 ends nothing: the list stays, says how old it is, and recovers by itself', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const { service, first, poll } = await aPolledList()
  const working = globalThis.fetch
  vi.stubGlobal('fetch', async () => new Response('<h1>404 Not Found</h1>', { status: 404 }))
  await poll()
  expect(await screen.findByText(/Could not refresh/, { selector: '[role=status]' })).toBeTruthy()
  expect(screen.getByText('Contoso Second')).toBeTruthy()
  vi.stubGlobal('fetch', working)
  await service.publish(first)
  await act(() => vi.advanceTimersByTimeAsync(300_000))
  expect(await screen.findByRole('link', { name: 'Publish in progress' })).toBeTruthy()
})

test.each([403, 404])('an offer’s page outlasts a proxy’s %i', async (status) => {
  const service = await startService()
  const { publisherId, offerId } = await service.anOffer({ name: 'Contoso Relay' })
  const { client } = await renderAt(`/publishers/${publisherId}/offers/${offerId}/status`, service)
  await screen.findByRole('button', { name: 'Publish' })
  vi.stubGlobal('fetch', async () => new Response('<h1>No</h1>', { status }))
  await act(() => client.refetchQueries({ queryKey: ['status'] }))
  expect(await screen.findByText(/Could not refresh/)).toBeTruthy()
  expect(screen.getByRole('heading', { level: 1, name: 'Contoso Relay' })).toBeTruthy()
  expect(screen.queryByText('This offer does not exist')).toBeNull()
})

test('when the first answer fails, the page says why and can try again', async () => {
  const service = await startService()
  await service.anOffer({ name: 'Contoso Mail Relay' })
  const { user, client } = await renderAt('/offers', service)
  await screen.findByText('Contoso Mail Relay')
  const working = globalThis.fetch
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('refused')))
  await act(() => client.resetQueries({ queryKey: ['offers'] }))
  expect(await screen.findByRole('heading', { name: 'This could not be loaded' })).toBeTruthy()
  vi.stubGlobal('fetch', working)
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Contoso Mail Relay')).toBeTruthy()
})
