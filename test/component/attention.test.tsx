import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { withBrokenSas } from '../../src/service/demo/content.ts'
import { renderAt } from '../support/renderAt.tsx'
import { startService } from '../support/service.ts'

afterEach(cleanup)

/** An offer at sign-off, one that failed, one that people hold in certification, and one that rests. */
async function inEachState() {
  const service = await startService()
  await service.publish(await service.anOffer({ name: 'Preview', type: 'microsoft-azure-applications' }))
  await service.publish(await service.anOffer({ name: 'Broken', content: withBrokenSas }))
  await service.settle()
  const held = await service.anOffer({ name: 'Held', type: 'microsoft-azure-container' })
  await service.operator.hold(held)
  await service.publish(held)
  await service.settle()
  return service
}

const rowOf = (name: RegExp) => screen.findByRole('row', { name })
const offers = () => screen.getAllByRole('link', { name: /^(Preview|Broken|Held)$/ }).map((link) => link.textContent)

test('Approvals begins with what waits for me, grouped by whose turn it is when all are shown (U2)', async () => {
  const { user } = await renderAt('/approvals', await inEachState())
  await rowOf(/Broken/)
  expect(offers().sort()).toEqual(['Broken', 'Preview'])
  const pill = screen.getByRole('button', { name: 'Waiting for you 2' })
  expect(pill.getAttribute('aria-pressed')).toBe('true')
  await user.click(pill)
  await rowOf(/Held/)
  expect(pill.getAttribute('aria-pressed')).toBe('false')
  const group = (name: string) => screen.getByRole('rowgroup', { name })
  expect(within(group('You')).getByRole('link', { name: 'Preview' })).toBeTruthy()
  expect(within(group('Microsoft')).getByRole('link', { name: 'Held' })).toBeTruthy()
  expect(screen.queryByRole('rowgroup', { name: 'Done' })).toBeNull()
})

test('Approvals says why an offer waits for me and since when (U2)', async () => {
  await renderAt('/approvals', await inEachState())
  const row = await rowOf(/Broken/)
  expect(await within(row).findByText(/^The image of the plan .* could not be copied/)).toBeTruthy()
  expect(within(row).getByText('Fix and republish')).toBeTruthy()
  expect(screen.getByRole('columnheader', { name: 'Waiting since' })).toBeTruthy()
  expect(row.querySelector('time')).toBeTruthy()
})

test('nothing waits for a reader, so Approvals shows them everything (U2, U13)', async () => {
  const service = await startService()
  await service.publish(await service.anOffer({ publisherId: 'fabrikam', name: 'Preview' }))
  await service.settle()
  await renderAt('/approvals', service, { as: 'minjun' })
  await rowOf(/Preview/)
  expect(screen.queryByRole('button', { name: /^Waiting for you/ })).toBeNull()
  expect(screen.getByRole('rowgroup', { name: 'Publishers' })).toBeTruthy()
})

test('an inbox without offers says so, and leads to all approvals (U2)', async () => {
  const service = await startService()
  await service.publish(await service.anOffer({ name: 'Moving' }))
  const { user } = await renderAt('/approvals', service)
  await screen.findByRole('heading', { name: 'No offer is waiting for you' })
  await user.click(screen.getByRole('button', { name: 'Show all approvals' }))
  expect(await screen.findByRole('link', { name: 'Moving' })).toBeTruthy()
})

test('a row says the step, its place and the time, how long it waits for me, or why it failed (U3, asked 1)', async () => {
  const service = await inEachState()
  service.clock.advance(26 * 3_600_000)
  vi.setSystemTime(service.clock.now())
  await renderAt('/offers', service)
  const text = async (name: RegExp) => (await rowOf(name)).textContent?.replaceAll('\u00a0', ' ')
  expect(await text(/Held/)).toMatch(/Certification ·\d of \d ·\d days of < 1 wk/)
  await waitFor(async () => expect(await text(/Preview/)).toMatch(/Waiting for you \d days/))
  expect(await within(await rowOf(/Broken/)).findByText(/^The image of the plan/)).toBeTruthy()
  vi.useRealTimers()
})

test('"Needs you" and "Overdue" are pills with a number, kept in the address; overdue sorts by longest over (U4)', async () => {
  const service = await inEachState()
  service.clock.advance(30 * 86_400_000)
  const { user } = await renderAt('/offers', service)
  await rowOf(/Held/)
  await user.click(screen.getByRole('button', { name: 'Overdue 1' }))
  await waitFor(() => expect(offers()).toEqual(['Held']))
  await user.click(screen.getByRole('button', { name: 'Needs you 2' }))
  await waitFor(() => expect(offers().sort()).toEqual(['Broken', 'Preview']))
  await user.click(screen.getByRole('link', { name: 'Broken' }))
  const back = await screen.findByRole('link', { name: 'Back to offers' })
  expect(back.getAttribute('href')).toBe('/offers?attention=needsYou')
})

test('a click anywhere in a row opens its offer, with Ctrl in a new tab, and selecting text does not (U18)', async () => {
  const { user } = await renderAt('/offers', await inEachState())
  const open = vi.spyOn(window, 'open').mockReturnValue(null)
  const cell = within(await rowOf(/Held/)).getByText('Container')
  await user.keyboard('{Control>}')
  await user.click(cell)
  await user.keyboard('{/Control}')
  await user.pointer({ keys: '[MouseMiddle]', target: cell })
  const address = expect.stringMatching(/\/publishers\/contoso\/offers\/held\/status$/)
  expect(open.mock.calls).toEqual([
    [address, '_blank', 'noopener'],
    [address, '_blank', 'noopener'],
  ])
  getSelection()?.selectAllChildren(cell)
  fireEvent.click(cell)
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('All offers')
  getSelection()?.removeAllRanges()
  await user.click(cell)
  expect(await screen.findByRole('heading', { level: 1, name: 'Held' })).toBeTruthy()
})
