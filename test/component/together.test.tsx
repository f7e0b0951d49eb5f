import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderAt } from '../support/renderAt.tsx'
import { startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

afterEach(cleanup)

async function approvals(as?: string) {
  const service = await startService()
  const offers = []
  for (const name of ['Mail Relay', 'Time Server', 'Web Proxy']) offers.push(await service.anOffer({ name }))
  for (const offer of offers) await service.publish(offer)
  await service.settle()
  const view = await renderAt('/approvals', service, { ...(as && { as }) })
  await screen.findByRole('link', { name: 'Mail Relay' })
  const [relay, time, proxy] = offers
  const statusOf = async ({ offerId }: { offerId: string }) => (await toolOf(service).statusOf(offerId)).status
  return { service, relay: relay!, time: time!, proxy: proxy!, statusOf, ...view }
}
type View = Awaited<ReturnType<typeof approvals>>

async function select({ user }: View, ...names: string[]) {
  for (const name of names) await user.click(await screen.findByRole('checkbox', { name: `Select: ${name}` }))
  await user.click(await screen.findByRole('button', { name: 'Go Live together…' }))
  const dialog = within(await screen.findByRole('dialog'))
  await waitFor(() => expect(dialog.getAllByRole('link', { name: /Open the preview/ })).toHaveLength(names.length))
  return dialog
}
const lineOf = (dialog: ReturnType<typeof within>, name: string) => dialog.getByText(name).closest('li')!.textContent

test('several offers that await sign-off go live together, each listed before and reported after (asked 14)', async () => {
  const view = await approvals()
  const dialog = await select(view, 'Mail Relay', 'Time Server')
  expect(dialog.getByRole('heading', { name: 'Move 2 offers to production?' })).toBeTruthy()
  await waitFor(() => expect(lineOf(dialog, 'Mail Relay')).toContain('This is the first version'))
  expect(dialog.queryByText('Web Proxy')).toBeNull()
  expect(document.activeElement?.textContent).toBe('Not yet')
  await view.user.click(dialog.getByRole('button', { name: 'Go Live: 2 offers' }))
  expect(await dialog.findByText('Signed off: 2 of 2. Failed: 0.')).toBeTruthy()
  expect(lineOf(dialog, 'Time Server')).toContain('Signed off. It goes live after the remaining steps.')
  expect(await view.statusOf(view.relay)).toBe('running')
  expect(await view.statusOf(view.proxy)).toBe('waitingForPublisherReview')
  await view.user.click(dialog.getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(screen.queryByText('2 offers selected')).toBeNull()
})

test('by keyboard alone: Space selects, and the focus is never lost', async () => {
  const { user } = await approvals()
  const box = await screen.findByRole('checkbox', { name: 'Select: Mail Relay' })
  box.focus()
  await user.keyboard(' ')
  expect(await screen.findByRole('region', { name: '1 offer selected' })).toBeTruthy()
  screen.getByRole('button', { name: 'Clear the selection' }).focus()
  await user.keyboard('{Enter}')
  expect(document.activeElement).toBe(box)
  expect(box).toHaveProperty('checked', false)
})

test('an offer that may not go live any more stays in view with its reason, and holds up no other', async () => {
  const view = await approvals()
  const dialog = await select(view, 'Mail Relay', 'Time Server', 'Web Proxy')
  await view.service.cancel(view.time)
  await view.service.cancel(view.proxy)
  await view.service.publish(view.proxy)
  await view.service.settle()
  await view.user.click(dialog.getByRole('button', { name: 'Go Live: 3 offers' }))
  expect(await dialog.findByText('Signed off: 1 of 3. Failed: 2.')).toBeTruthy()
  expect(lineOf(dialog, 'Time Server')).toContain('The offer is not being published.')
  expect(lineOf(dialog, 'Web Proxy')).toContain('The offer has changed since you looked at it')
  expect(await view.statusOf(view.proxy)).toBe('waitingForPublisherReview')
  await view.user.click(dialog.getByRole('button', { name: 'Close' }))
  expect(await screen.findByText('2 offers selected')).toBeTruthy()
})

test('each offer has a key of its own, and a lost answer is asked for again with the same one (asked 7, 8)', async () => {
  const view = await approvals()
  const dialog = await select(view, 'Mail Relay', 'Time Server')
  const real = globalThis.fetch
  const keys: string[] = []
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    if (init?.method !== 'POST') return real(path, init)
    const isFirst = keys.length === 0
    keys.push(`${path.split('/')[5]} ${new Headers(init.headers).get('Idempotency-Key')}`)
    const answer = await real(path, init)
    if (isFirst) throw new TypeError('connection lost')
    return answer
  })
  await view.user.click(dialog.getByRole('button', { name: 'Go Live: 2 offers' }))
  expect(await dialog.findByText('Signed off: 2 of 2. Failed: 0.')).toBeTruthy()
  expect(keys).toHaveLength(3)
  expect(new Set(keys).size).toBe(2)
  expect(new Set(keys.map((key) => key.split(' ')[1])).size).toBe(2)
  const { total } = (await toolOf(view.service).get('/api/portal/history?type=OfferGoLiveRequested')).json
  expect(total).toBe(2)
})

test('a reader sees who decides, and nothing to select', async () => {
  await approvals('minjun')
  expect(screen.getByText(/Owners and contributors of their publishers decide/)).toBeTruthy()
  expect(screen.queryByRole('checkbox')).toBeNull()
})
