import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { Hono } from 'hono'
import { afterEach, expect, test } from 'vitest'
import { renderAt } from '../support/renderAt.tsx'
import { startService } from '../support/service.ts'

afterEach(() => {
  cleanup()
  localStorage.clear()
})

test('another demonstration account has its own offers and rights', async () => {
  const service = await startService()
  const { offerId } = await service.anOffer({ name: 'Contoso Mail Relay' })
  const { user } = await renderAt(`/publishers/contoso/offers/${offerId}/status`, service)
  const publish = () => screen.findByRole('button', { name: 'Publish' })
  expect((await publish()).getAttribute('aria-disabled')).not.toBe('true')
  await user.click(screen.getByRole('button', { name: 'Account: Avery Stone' }))
  const menu = await screen.findByRole('menu')
  expect(within(menu).getByText('Contoso: Owner')).toBeTruthy()
  await user.click(within(menu).getByRole('menuitemradio', { name: 'Min-jun Kim' }))
  expect(await screen.findByRole('button', { name: 'Account: Min-jun Kim' })).toBeTruthy()
  await waitFor(async () => expect((await publish()).getAttribute('aria-disabled')).toBe('true'))
})

test('the next page begins at its top', async () => {
  const { user } = await renderAt('/offers', await startService())
  await screen.findByRole('heading', { level: 1, name: 'All offers' })
  document.documentElement.scrollTop = 400
  await user.click(screen.getByRole('link', { name: 'Approvals' }))
  await screen.findByRole('heading', { level: 1, name: 'Approvals' })
  expect(document.documentElement.scrollTop).toBe(0)
})

test('a theme applies once it is loaded, and is remembered', async () => {
  const { user, container } = await renderAt('/offers', await startService())
  const theme = () => container.querySelector('[data-theme]')?.getAttribute('data-theme')
  expect(theme()).toBe('light')
  await user.click(await screen.findByRole('button', { name: 'Theme' }))
  await user.click(await screen.findByRole('menuitemradio', { name: 'Dark' }))
  await waitFor(() => expect(theme()).toBe('dark'))
  expect(localStorage.getItem('theme')).toBe('dark')
})

test('every page says that the marketplace is simulated', async () => {
  await renderAt('/approvals', await startService())
  expect(await screen.findByText('Simulated marketplace')).toBeTruthy()
})

test('after a deployment a bar offers the new version, and leaves when it is refused (U1)', async () => {
  const script = document.head.appendChild(document.createElement('script'))
  script.type = 'module'
  script.setAttribute('src', '/assets/index-1.js')
  const page = { routes: new Hono(), build: '/assets/index-1.js' }
  const { user, client } = await renderAt('/offers', await startService({ page }))
  await screen.findByRole('button', { name: /^Account: / })
  expect(screen.queryByText(/A new version is here/)).toBeNull()
  script.setAttribute('src', '/assets/index-0.js')
  await client.refetchQueries()
  expect(await screen.findByText(/A new version is here/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Reload the page' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Later' }))
  expect(screen.queryByText(/A new version is here/)).toBeNull()
  script.remove()
})
