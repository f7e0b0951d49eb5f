import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { manyNames, manyPublishers } from '../support/manyNames.ts'
import { renderAt } from '../support/renderAt.tsx'
import { startService } from '../support/service.ts'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const rowNames = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).queryAllByRole('link')[0]?.textContent)
    .filter((name) => name !== undefined)

test('all offers are listed with type, publisher and status, and screen readers get the meaning of `-`', async () => {
  const service = await startService()
  await service.anOffer({ name: 'Contoso Mail Relay' })
  await renderAt('/offers', service)
  const row = await screen.findByRole('row', { name: /Contoso Mail Relay/ })
  expect(within(row).getByText('Virtual machine')).toBeTruthy()
  expect(within(row).getByText('Contoso')).toBeTruthy()
  expect(within(row).getByRole('img', { name: 'Not published yet' }).textContent).toBe('-')
  await waitFor(() => expect(document.title).toBe('All offers – Cloud Partner Portal'))
})

test('a link with filters shows only matching offers, and the number of offers of each status', async () => {
  const service = await startService()
  await service.anOffer({ name: 'Contoso Draft' })
  await service.publish(await service.anOffer({ name: 'Contoso Moving' }))
  await renderAt('/offers?status=inProgress', service)
  expect(await screen.findByRole('row', { name: /Contoso Moving/ })).toBeTruthy()
  expect(screen.queryByText('Contoso Draft')).toBeNull()
  expect(screen.getByRole('button', { name: 'Publish in progress 1' }).getAttribute('aria-pressed')).toBe('true')
  expect(screen.getByRole('button', { name: 'Not published yet 1' }).getAttribute('aria-pressed')).toBe('false')
  expect(screen.getByRole('button', { name: 'All 2' })).toBeTruthy()
})

test('a text that more than a thousand offers have shows that there are more, and no number it does not know', async () => {
  const service = await startService()
  await manyPublishers(service)
  await manyNames(service, 1_001)
  await renderAt('/offers?q=relay&sort=name', service)
  expect(await screen.findByText('More than 1,000 offers')).toBeTruthy()
  expect(rowNames().slice(0, 2)).toEqual(['Relay', 'Relay 0000'])
  expect(screen.getByRole('button', { name: 'Live' })).toBeTruthy()
})

test('a hand-edited filter shows everything rather than an error', async () => {
  const service = await startService()
  await service.anOffer({ name: 'Contoso Mail Relay' })
  await renderAt('/offers?status=nonsense&page=-3', service)
  expect(await screen.findByRole('row', { name: /Contoso Mail Relay/ })).toBeTruthy()
})

test('the search starts when the typing pauses', async () => {
  const service = await startService()
  await service.anOffer({ name: 'Contoso Mail Relay' })
  await service.anOffer({ name: 'Contoso Proxy' })
  const { user } = await renderAt('/offers', service)
  await screen.findByText('Contoso Proxy')
  await user.type(screen.getByRole('searchbox', { name: 'Search offers' }), 'mail')
  await waitFor(() => expect(screen.queryByText('Contoso Proxy')).toBeNull())
  expect(screen.getByText('Contoso Mail Relay')).toBeTruthy()
})

test('a filter chosen while the typing pauses stays chosen', async () => {
  const service = await startService()
  await service.anOffer({ name: 'Contoso Mail Relay' })
  await service.anOffer({ name: 'Contoso Mail Template', type: 'microsoft-azure-applications' })
  await service.anOffer({ name: 'Contoso Proxy', type: 'microsoft-azure-applications' })
  const { user } = await renderAt('/offers', service)
  await screen.findByText('Contoso Proxy')
  await user.type(screen.getByRole('searchbox', { name: 'Search offers' }), 'mail')
  const type = screen.getByRole('combobox', { name: 'Offer type' })
  await user.selectOptions(type, 'Azure application')
  await waitFor(() => expect(rowNames()).toEqual(['Contoso Mail Template']))
  expect(type).toHaveProperty('value', 'microsoft-azure-applications')
})

test('a word that is still being composed is not searched for, and Enter only accepts it', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const service = await startService()
  await service.anOffer({ name: '邮件服务' })
  await service.anOffer({ name: 'Contoso Proxy' })
  await renderAt('/offers', service, { language: 'zh-CN' })
  await screen.findByText('Contoso Proxy')
  const field = screen.getByRole('searchbox')
  fireEvent.compositionStart(field)
  fireEvent.change(field, { target: { value: 'you jian' } })
  fireEvent.keyDown(field, { key: 'Enter' })
  await act(() => vi.advanceTimersByTimeAsync(2_000))
  expect(rowNames()).toContain('Contoso Proxy')
  fireEvent.change(field, { target: { value: '邮件' } })
  fireEvent.compositionEnd(field)
  await act(() => vi.advanceTimersByTimeAsync(2_000))
  await waitFor(() => expect(rowNames()).toEqual(['邮件服务']))
})

test('a search keeps the space after a word, and clearing it keeps the focus in its field', async () => {
  const service = await startService()
  await service.anOffer({ name: 'Contoso Mail Relay' })
  await service.anOffer({ name: 'Contoso Proxy' })
  const { user } = await renderAt('/offers', service)
  await screen.findByText('Contoso Proxy')
  const field = screen.getByRole('searchbox')
  await user.type(field, 'mail ')
  await waitFor(() => expect(rowNames()).toEqual(['Contoso Mail Relay']))
  expect(field).toHaveProperty('value', 'mail ')
  await user.click(screen.getByRole('button', { name: 'Clear the search' }))
  await screen.findByText('Contoso Proxy')
  expect(field).toHaveProperty('value', '')
  expect(document.activeElement).toBe(field)
})

test('a list without matching offers says so, and the filters can be cleared', async () => {
  const service = await startService()
  await service.anOffer({ name: 'Contoso Mail Relay' })
  const { user } = await renderAt('/offers?q=zebra', service)
  expect(await screen.findByRole('heading', { name: 'No offers match' })).toBeTruthy()
  await user.click(screen.getAllByRole('button', { name: 'Clear filters' })[0]!)
  expect(await screen.findByText('Contoso Mail Relay')).toBeTruthy()
  expect(screen.getByRole('searchbox')).toHaveProperty('value', '')
})

test('how many offers match is announced when a filter changes it', async () => {
  const service = await startService()
  await service.anOffer({ name: 'Contoso Mail Relay' })
  await service.anOffer({ name: 'Contoso Proxy' })
  const { user } = await renderAt('/offers', service)
  const results = (await screen.findByText('2 offers')).closest('[role=status]')
  await user.type(screen.getByRole('searchbox'), 'mail')
  await screen.findByText('1 offer')
  expect(results?.textContent).toContain('1 offer')
})

test.each(['the filters', 'the empty list'])('focus stays near when the filters are cleared in %s', async (place) => {
  const service = await startService()
  await service.anOffer({ name: 'Contoso Mail Relay' })
  const { user } = await renderAt('/offers?q=zebra', service)
  await screen.findByRole('heading', { name: 'No offers match' })
  const [inFilters, inList] = screen.getAllByRole('button', { name: 'Clear filters' })
  await user.click(place === 'the filters' ? inFilters! : inList!)
  await screen.findByText('Contoso Mail Relay')
  const list = screen.getByRole('region', { name: 'All offers' })
  expect(document.activeElement).toBe(place === 'the filters' ? screen.getByRole('searchbox') : list)
})

test('an account without offers sees where they will appear', async () => {
  await renderAt('/offers', await startService())
  expect(await screen.findByRole('heading', { name: 'No offers to show' })).toBeTruthy()
})

test('a column header sorts and shows the order', async () => {
  const service = await startService()
  for (const name of ['Beta', 'Alpha', 'Gamma']) await service.anOffer({ name })
  const { user } = await renderAt('/offers', service)
  await screen.findByText('Alpha')
  const header = () => screen.getByRole('columnheader', { name: 'Offer name' })
  expect(header().getAttribute('aria-sort')).not.toBe('ascending')
  await user.click(within(header()).getByRole('button'))
  await waitFor(() => expect(rowNames()).toEqual(['Alpha', 'Beta', 'Gamma']))
  expect(header().getAttribute('aria-sort')).toBe('ascending')
  await user.click(within(header()).getByRole('button'))
  await waitFor(() => expect(rowNames()).toEqual(['Gamma', 'Beta', 'Alpha']))
  expect(header().getAttribute('aria-sort')).toBe('descending')
})

test('a long list has pages', async () => {
  const service = await startService()
  for (let number = 1; number <= 51; number++)
    await service.anOffer({ name: `Offer ${String(number).padStart(3, '0')}` })
  const { user } = await renderAt('/offers?sort=name', service)
  expect(await screen.findByText('Page 1 of 2')).toBeTruthy()
  expect(screen.getByText('51 offers')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Next page' }))
  expect(await screen.findByText('Page 2 of 2')).toBeTruthy()
  await waitFor(() => expect(rowNames()).toEqual(['Offer 051']))
})

test('an offer opens from its status, and the way back leads to the list with its filters', async () => {
  const service = await startService()
  await service.publish(await service.anOffer({ name: 'Contoso Moving' }))
  const { user } = await renderAt('/offers?status=inProgress', service)
  const row = await screen.findByRole('row', { name: /Contoso Moving/ })
  await user.click(within(row).getByRole('link', { name: 'Publish in progress' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Contoso Moving' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Back to offers' }).getAttribute('href')).toBe('/offers?status=inProgress')
})

test('approvals list offers that wait for the publisher first, with their number in the navigation and the title', async () => {
  const service = await startService()
  const waiting = await service.anOffer({ name: 'Contoso Waiting' })
  await service.publish(waiting)
  await service.settle()
  await service.publish(await service.anOffer({ name: 'Contoso Moving' }))
  await service.anOffer({ name: 'Contoso Draft' })
  await renderAt('/approvals?attention=all', service)
  await screen.findByText('Contoso Waiting')
  expect(rowNames()).toEqual(['Contoso Waiting', 'Contoso Moving'])
  expect(within(screen.getByRole('row', { name: /Contoso Waiting/ })).getByText('Go Live')).toBeTruthy()
  expect(within(screen.getByRole('row', { name: /Contoso Moving/ })).getByText('Validate prerequisites')).toBeTruthy()
  expect(await screen.findByRole('img', { name: '1 offer is waiting for you' })).toBeTruthy()
  await waitFor(() => expect(document.title).toBe('(1) Approvals – Cloud Partner Portal'))
})

test('approvals have no filter for a status that they exclude, unless the address contains it', async () => {
  const service = await startService()
  await service.publish(await service.anOffer({ name: 'Contoso Moving' }))
  await renderAt('/approvals?attention=all', service)
  await screen.findByText('Contoso Moving')
  expect(screen.getByRole('button', { name: 'Publish in progress 1' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Not published yet/ })).toBeNull()
  expect(screen.queryByRole('button', { name: /^Delisted/ })).toBeNull()
  cleanup()
  await renderAt('/approvals?status=delisted', service)
  expect((await screen.findByRole('button', { name: 'Delisted 0' })).getAttribute('aria-pressed')).toBe('true')
})

test('an unknown address says that the page does not exist', async () => {
  await renderAt('/nowhere', await startService())
  expect(await screen.findByRole('heading', { level: 1, name: 'This page does not exist' })).toBeTruthy()
})

test.each([
  ['zh-CN', '所有产品/服务', '发布正在进行'],
  ['fr-FR', 'Toutes les offres', 'Publication en cours'],
  ['ko-KR', '모든 제품', '게시 진행 중'],
] as const)('the same list in %s', async (language, title, status) => {
  const service = await startService()
  await service.publish(await service.anOffer({ name: 'Contoso Moving' }))
  await renderAt('/offers', service, { language })
  const row = await screen.findByRole('row', { name: /Contoso Moving/ })
  expect(within(row).getByText(status)).toBeTruthy()
  expect(screen.getByRole('heading', { level: 1, name: title })).toBeTruthy()
  expect(document.documentElement.lang).toBe(language)
})

test('the language changes without a reload, and typed text stays', async () => {
  const service = await startService()
  await service.anOffer({ name: 'Contoso Mail Relay' })
  const { user } = await renderAt('/offers', service)
  await screen.findByText('Contoso Mail Relay')
  await user.type(screen.getByRole('searchbox'), 'mail')
  await user.click(screen.getByRole('button', { name: 'Language: English' }))
  await user.click(await screen.findByRole('menuitemradio', { name: 'Français' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Toutes les offres' })).toBeTruthy()
  expect(screen.getByRole('searchbox')).toHaveProperty('value', 'mail')
})

test('leaving the list while typing does not lead back to it', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const service = await startService()
  await service.anOffer({ name: 'Contoso Mail Relay' })
  const { user } = await renderAt('/offers', service)
  const link = await screen.findByRole('link', { name: 'Contoso Mail Relay' })
  await user.type(screen.getByRole('searchbox'), 'mail')
  await user.click(link)
  await screen.findByRole('heading', { level: 1, name: 'Contoso Mail Relay' })
  await act(() => vi.advanceTimersByTimeAsync(1_000))
  expect(screen.getByRole('heading', { level: 1, name: 'Contoso Mail Relay' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Back to offers' }).getAttribute('href')).toBe('/offers')
})
