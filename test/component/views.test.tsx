import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderAt } from '../support/renderAt.tsx'
import { startService } from '../support/service.ts'

afterEach(cleanup)

const opened = async (path: string, service: Awaited<ReturnType<typeof startService>>) => {
  const { user } = await renderAt(path, service)
  await user.click(await screen.findByRole('button', { name: 'View' }))
  return {
    user,
    panel: within(await screen.findByRole('group', { name: 'Columns' }).then((set) => set.parentElement!)),
  }
}

test('a list is kept as a named view, opened again by its name, and removed (U20)', async () => {
  const service = await startService()
  await service.publish(await service.anOffer({ name: 'Moving' }))
  await service.anOffer({ name: 'Resting' })
  const { user, panel } = await opened('/offers?status=inProgress&sort=name&page=1', service)
  await user.type(panel.getByRole('textbox', { name: 'Name of the view' }), 'In progress')
  await user.click(panel.getByRole('button', { name: 'Save this view' }))
  const link = await panel.findByRole('link', { name: 'In progress' })
  expect(link.getAttribute('href')).toBe('/offers?status=inProgress&sort=name')
  await user.click(panel.getByRole('button', { name: 'Remove the view: In progress' }))
  await waitFor(() => expect(panel.queryByRole('link', { name: 'In progress' })).toBeNull())
})

test('a list opens with the default view of its reader, and filters are cleared for good (U20)', async () => {
  const service = await startService()
  await service.publish(await service.anOffer({ name: 'Moving' }))
  await service.anOffer({ name: 'Resting' })
  const view = { list: 'offers', name: 'In progress', search: 'status=inProgress', isDefault: true }
  await service.request('/api/portal/views', { method: 'PUT', body: JSON.stringify(view) })
  const shown = new Set<string | null>()
  new MutationObserver(() => {
    for (const { textContent } of screen.queryAllByRole('rowheader')) shown.add(textContent)
  }).observe(document, { childList: true, subtree: true })
  const { user } = await renderAt('/offers', service)
  expect(await screen.findByRole('link', { name: 'Moving' })).toBeTruthy()
  expect([...shown]).toEqual(['Moving'])
  await user.click(screen.getByRole('button', { name: 'Clear filters' }))
  expect(await screen.findByRole('link', { name: 'Resting' })).toBeTruthy()
})

test('columns can be hidden and rows made compact, which the browser remembers (U20, asked 20)', async () => {
  const service = await startService()
  await service.anOffer({ name: 'Resting' })
  const { user, panel } = await opened('/offers', service)
  await user.click(panel.getByRole('checkbox', { name: 'Publisher' }))
  await user.click(panel.getByRole('checkbox', { name: 'Compact rows' }))
  expect(screen.queryByRole('columnheader', { name: 'Publisher', hidden: true })).toBeNull()
  cleanup()
  await renderAt('/offers', service)
  await screen.findByText('Resting')
  expect(screen.queryByRole('columnheader', { name: 'Publisher' })).toBeNull()
  cleanup()
  const again = await opened('/offers', service)
  await again.user.click(again.panel.getByRole('checkbox', { name: 'Publisher' }))
  await again.user.click(again.panel.getByRole('checkbox', { name: 'Compact rows' }))
})

test('a list as it is filtered is saved as a file; a failure is told on the page (asked 17)', async () => {
  const service = await startService()
  await service.anOffer({ name: 'Resting' })
  const { user, panel } = await opened('/offers?q=rest&page=1', service)
  const asked: string[] = []
  const real = fetch
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) => {
    asked.push(address)
    return asked.length === 1 ? Promise.resolve(new Response(null, { status: 503 })) : real(address, init)
  })
  const files: Blob[] = []
  URL.createObjectURL = (file: Blob) => `blob:${files.push(file)}`
  URL.revokeObjectURL = () => {}
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
  await user.click(panel.getByRole('button', { name: 'Download as CSV' }))
  expect((await panel.findByRole('alert')).textContent).toBe('The file could not be downloaded. Try again.')
  await user.click(panel.getByRole('button', { name: 'Download as CSV' }))
  await waitFor(() => expect(files).toHaveLength(1))
  expect(asked.filter((address) => address.includes('.csv'))).toEqual([
    '/api/portal/offers.csv?q=rest&language=en-US',
    '/api/portal/offers.csv?q=rest&language=en-US',
  ])
  expect(panel.queryByRole('alert')).toBeNull()
})

test('a row has a header, and the default order is told to screen readers', async () => {
  const service = await startService()
  await service.anOffer({ name: 'Resting' })
  await renderAt('/offers', service)
  expect(await screen.findByRole('rowheader', { name: 'Resting' })).toBeTruthy()
  expect(screen.getByRole('columnheader', { name: 'Last change' }).getAttribute('aria-sort')).toBe('descending')
  expect(screen.getAllByRole('columnheader').filter((head) => head.ariaSort && head.ariaSort !== 'none')).toHaveLength(
    1,
  )
})
