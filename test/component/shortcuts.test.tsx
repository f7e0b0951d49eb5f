import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { renderAt } from '../support/renderAt.tsx'
import { startService } from '../support/service.ts'

afterEach(cleanup)

async function twoOffers() {
  const service = await startService()
  await service.anOffer({ name: 'Alpha' })
  await service.anOffer({ name: 'Beta' })
  const { user } = await renderAt('/offers?sort=name', service)
  await screen.findByText('Beta')
  return user
}
const focused = (name: string) => waitFor(() => expect(document.activeElement).toBe(screen.getByRole('link', { name })))

test('single keys lead to the search and through the offers, and Enter opens one; in a field they are letters (U20, asked 20)', async () => {
  const user = await twoOffers()
  await user.keyboard('j')
  await focused('Alpha')
  await user.keyboard('j')
  await focused('Beta')
  await user.keyboard('k')
  await focused('Alpha')
  await user.keyboard('/')
  const search = screen.getByRole('searchbox')
  await waitFor(() => expect(document.activeElement).toBe(search))
  await user.keyboard('jk?/')
  expect(search).toHaveProperty('value', 'jk?/')
  await user.clear(search)
  await screen.findByText('Beta')
  search.blur()
  await user.keyboard('j')
  await focused('Alpha')
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('heading', { level: 1, name: 'Alpha' })).toBeTruthy()
})

test('"?" explains the keys and turns them off (U20, asked 20)', async () => {
  const user = await twoOffers()
  await user.keyboard('?')
  expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy()
  await user.click(screen.getByRole('checkbox', { name: 'Single-key shortcuts' }))
  await user.click(screen.getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await user.keyboard('j?')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement?.textContent).not.toBe('Alpha')
  await user.click(await screen.findByRole('button', { name: 'View' }))
  await user.click(await screen.findByRole('checkbox', { name: 'Single-key shortcuts' }))
  await user.keyboard('{Escape}j')
  await focused('Alpha')
})
