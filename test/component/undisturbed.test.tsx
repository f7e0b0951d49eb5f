import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { withBrokenSas } from '../../src/service/demo/content.ts'
import { renderAt } from '../support/renderAt.tsx'
import { startService } from '../support/service.ts'

afterEach(cleanup)

/** A page whose offer moves on each `poll`. */
async function aMovingOffer(hash = '') {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Mail Relay' })
  await service.publish(offer)
  const view = await renderAt(`/publishers/${offer.publisherId}/offers/${offer.offerId}/status${hash}`, service)
  await screen.findByRole('list', { name: 'Publishing steps' })
  const poll = async () => {
    await service.step()
    await act(() => view.client.refetchQueries({ queryKey: ['status'] }))
  }
  return { ...view, service, offer, poll }
}

test('the address of a step moves the focus there on arrival, and no poll does so again (asked 18)', async () => {
  const { poll, user } = await aMovingOffer('#step=displayprovision')
  const step = screen.getByRole('heading', { level: 3, name: 'Provisioning' }).closest('li')!
  await waitFor(() => expect(document.activeElement).toBe(step))
  await user.click(screen.getByRole('button', { name: 'Copy for support' }))
  const focused = document.activeElement
  expect(focused).not.toBe(step)
  await poll()
  expect(document.activeElement).toBe(focused)
})

test('the link above the steps leads to the step that failed', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Log Collector', content: withBrokenSas })
  await service.publish(offer)
  await service.settle()
  const { user } = await renderAt(`/publishers/${offer.publisherId}/offers/${offer.offerId}/status`, service)
  await user.click(await screen.findByRole('link', { name: 'Certification' }))
  const step = screen.getByRole('heading', { level: 3, name: 'Certification' }).closest('li')
  await waitFor(() => expect(document.activeElement).toBe(step))
})

test('a poll disturbs neither focus, selected text nor scroll position (asked 18)', async () => {
  const { poll } = await aMovingOffer()
  const button = screen.getByRole('button', { name: 'Copy for support' })
  button.focus()
  const name = screen.getByRole('heading', { level: 3, name: 'Live' })
  getSelection()!.selectAllChildren(name)
  document.documentElement.scrollTop = 120
  await poll()
  await poll()
  expect(document.activeElement).toBe(button)
  expect(getSelection()!.toString()).toBe('Live')
  expect(document.documentElement.scrollTop).toBe(120)
})

test('a poll leaves an open dialog and a half-typed reason as they are (asked 18)', async () => {
  const { poll, service, client, user } = await aMovingOffer()
  await service.settle()
  await act(() => client.refetchQueries({ queryKey: ['status'] }))
  await user.click(await screen.findByRole('button', { name: 'Cancel Publish' }))
  const dialog = await screen.findByRole('dialog')
  const reason = within(dialog).getByRole('textbox')
  await user.type(reason, 'The pri')
  await poll()
  expect(within(screen.getByRole('dialog')).getByRole('textbox')).toBe(reason)
  expect(reason).toHaveProperty('value', 'The pri')
  expect(document.activeElement).toBe(reason)
})

test('a poll leaves an open menu open (asked 18)', async () => {
  const { poll, user } = await aMovingOffer()
  await user.click(screen.getByRole('button', { name: /^Account/ }))
  const menu = await screen.findByRole('menu')
  await poll()
  expect(screen.getByRole('menu')).toBe(menu)
})

/** A list whose offer moves on each `poll`. */
async function aMovingList() {
  const service = await startService()
  await service.anOffer({ name: 'Resting' })
  await service.publish(await service.anOffer({ name: 'Moving' }))
  const view = await renderAt('/offers', service)
  await screen.findByText('Moving')
  const poll = async () => {
    await service.step()
    await act(() => view.client.refetchQueries({ queryKey: ['offers'] }))
  }
  return { ...view, poll }
}

test('a poll of a list disturbs neither focus, selected text nor scroll position (asked 18)', async () => {
  const { poll } = await aMovingList()
  const link = screen.getByRole('link', { name: 'Resting' })
  act(() => link.focus())
  getSelection()!.selectAllChildren(link)
  document.documentElement.scrollTop = 120
  await poll()
  await poll()
  expect(document.activeElement).toBe(link)
  expect(getSelection()!.toString()).toBe('Resting')
  expect(document.documentElement.scrollTop).toBe(120)
})

test('a poll of a list leaves an open View panel, a half-typed name and a search in the making as they are (asked 18)', async () => {
  const { poll, user } = await aMovingList()
  const search = screen.getByRole('searchbox')
  await user.click(screen.getByRole('button', { name: 'View' }))
  const name = await screen.findByRole('textbox', { name: 'Name of the view' })
  await user.type(name, 'My off')
  await poll()
  expect(screen.getByRole('textbox', { name: 'Name of the view' })).toBe(name)
  expect(name).toHaveProperty('value', 'My off')
  expect(document.activeElement).toBe(name)
  await user.keyboard('{Escape}')
  await user.type(search, 'mo')
  await poll()
  expect(search).toHaveProperty('value', 'mo')
  expect(document.activeElement).toBe(search)
})
