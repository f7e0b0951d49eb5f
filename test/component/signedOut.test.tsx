import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderAt } from '../support/renderAt.tsx'
import { startService } from '../support/service.ts'

afterEach(() => vi.useRealTimers())

/** The headers of the questions that the page asks from now on. */
function overheard() {
  const asked: Headers[] = []
  const working = globalThis.fetch
  vi.stubGlobal('fetch', (...request: Parameters<typeof fetch>) => {
    asked.push(new Headers(request[1]?.headers))
    return working(...request)
  })
  return asked
}

test('a page that nobody uses says so in what it asks, and no longer when somebody returns', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const service = await startService()
  await service.anOffer({ name: 'Contoso First' })
  const { client, user } = await renderAt('/offers', service)
  await screen.findByText('Contoso First')
  const asked = overheard()
  const unattended = async () => {
    asked.length = 0
    await act(() => client.refetchQueries({ queryKey: ['offers'] }))
    return asked.map((headers) => headers.has('unattended'))
  }
  await user.click(screen.getByText('Contoso First').closest('main')!)
  expect(await unattended()).toEqual([false])
  await act(() => vi.advanceTimersByTimeAsync(60_000))
  expect(await unattended()).toEqual([true])
  await user.keyboard('{Tab}')
  expect(await unattended()).toEqual([false])
})

test('an action that finds the session ended asks to sign in again, and keeps what was typed (asked 13)', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso First' })
  const { user } = await renderAt(`/publishers/${offer.publisherId}/offers/${offer.offerId}/status`, service)
  await user.click(await screen.findByRole('button', { name: 'Publish' }))
  const dialog = await screen.findByRole('dialog')
  const address = await screen.findByRole('textbox')
  await user.clear(address)
  await user.type(address, 'ops@contoso.com')
  vi.stubGlobal('fetch', async () =>
    Response.json({ error: { code: 'Unauthorized', message: 'Sign in.' } }, { status: 401 }),
  )
  await user.click(screen.getAllByRole('button', { name: 'Publish' }).find((button) => dialog.contains(button))!)
  await within(dialog).findByRole('button', { name: 'Sign in again' })
  expect(address).toHaveProperty('value', 'ops@contoso.com')
})

test('while the browser blocks cookies the page asks nothing, says what to do, and goes on once they are allowed', async () => {
  const service = await startService()
  await service.anOffer({ name: 'Contoso First' })
  const { client, user } = await renderAt('/offers', service)
  await screen.findByText('Contoso First')
  const asked = overheard()
  const allowed = vi.spyOn(navigator, 'cookieEnabled', 'get').mockReturnValue(false)
  await act(() => client.refetchQueries({ type: 'active' }))
  await screen.findByText(/This browser blocks cookies for this site/)
  expect(asked).toEqual([])
  allowed.mockReturnValue(true)
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(screen.queryByText(/This browser blocks cookies/)).toBeNull())
})
