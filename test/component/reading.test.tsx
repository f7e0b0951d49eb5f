import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { renderAt } from '../support/renderAt.tsx'
import { startService } from '../support/service.ts'

afterEach(cleanup)

const names = () =>
  screen
    .getAllByRole('row')
    .map((row) => within(row).queryAllByRole('link')[0]?.textContent)
    .filter((name) => name !== undefined)
const region = (name = 'All offers') => screen.getByRole('region', { name })
const point = (type: string) => Object.assign(new MouseEvent(type, { bubbles: true }), { pointerType: 'mouse' })

/** Three offers at rest: Gamma changed last. */
async function threeOffers() {
  const service = await startService()
  for (const name of ['Alpha', 'Beta', 'Gamma']) {
    await service.anOffer({ name })
    service.clock.advance(1_000)
  }
  return { service, alpha: { publisherId: 'contoso', offerId: 'alpha' } }
}

test('a list keeps its order while the pointer is in it, says what moves, and moves when asked (U16, asked 18)', async () => {
  const { service, alpha } = await threeOffers()
  const { client, user } = await renderAt('/offers', service)
  await screen.findByText('Gamma')
  expect(names()).toEqual(['Gamma', 'Beta', 'Alpha'])
  fireEvent(region(), point('pointerover'))
  await service.publish(alpha)
  await act(() => client.invalidateQueries({ queryKey: ['offers'] }))
  const update = await screen.findByRole('button', { name: '1 changed: update list' })
  expect(names()).toEqual(['Gamma', 'Beta', 'Alpha'])
  const row = screen.getByRole('row', { name: /Alpha/ })
  expect(within(row).getByText('Changes place')).toBeTruthy()
  expect(within(row).getByText('Publish in progress')).toBeTruthy()
  await user.click(update)
  expect(names()).toEqual(['Alpha', 'Gamma', 'Beta'])
  expect(document.activeElement).toBe(region())
})

test('a row that leaves a filtered list stays, marked, while it has the focus; then it goes (U16, asked 6)', async () => {
  const { service, alpha } = await threeOffers()
  await service.publish(alpha)
  const { client } = await renderAt('/offers?status=inProgress', service)
  const link = await screen.findByRole('link', { name: 'Alpha' })
  act(() => link.focus())
  await service.settle()
  await act(() => client.invalidateQueries({ queryKey: ['offers'] }))
  expect(await screen.findByText('No longer in this list')).toBeTruthy()
  expect(document.activeElement).toBe(link)
  act(() => screen.getByRole('searchbox').focus())
  await screen.findByRole('heading', { name: 'No offers match' })
})

test('in Approvals a row stays in its group while it is read (U16)', async () => {
  const { service, alpha } = await threeOffers()
  await service.publish(alpha)
  await service.settle()
  const { client } = await renderAt('/approvals?attention=all', service)
  const link = await screen.findByRole('link', { name: 'Alpha' })
  act(() => link.focus())
  await service.goLive(alpha)
  await act(() => client.invalidateQueries({ queryKey: ['offers'] }))
  await screen.findByText('Changes place')
  expect(document.activeElement).toBe(link)
  expect(within(screen.getByRole('rowgroup', { name: 'You' })).getByText('Alpha')).toBeTruthy()
})

test('back in the list, its scroll position and the opened offer are found again (U17, asked 6)', async () => {
  const { service } = await threeOffers()
  const { user } = await renderAt('/offers?sort=name', service)
  const beta = await screen.findByRole('link', { name: 'Beta' })
  document.documentElement.scrollTop = 240
  await user.click(beta)
  await screen.findByRole('heading', { level: 1, name: 'Beta' })
  document.documentElement.scrollTop = 0
  await user.click(screen.getByRole('link', { name: 'Back to offers' }))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Beta' })))
  expect(document.documentElement.scrollTop).toBe(240)
})
