import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { renderAt } from '../support/renderAt.tsx'
import { startService } from '../support/service.ts'

afterEach(cleanup)

test('a token is made for one publisher, with the own role there at most, and shown once', async () => {
  const service = await startService()
  const { user } = await renderAt('/account', service, { as: 'camille' })
  const part = await screen.findByRole('region', { name: 'Personal access tokens' })
  await within(part).findByText('You have no tokens.')
  await user.click(within(part).getByRole('button', { name: 'New token' }))
  const dialog = await screen.findByRole('dialog', { name: 'New personal access token' })
  const options = (name: string) =>
    within(within(dialog).getByRole('combobox', { name }))
      .getAllByRole('option')
      .map(({ textContent }) => textContent)
  expect([options('Publisher'), options('Role')]).toEqual([['Contoso'], ['Contributor', 'Reader']])

  await user.click(within(dialog).getByRole('button', { name: 'Create token' }))
  expect(within(dialog).getByRole('alert').textContent).toBe('Enter a name.')
  await user.type(within(dialog).getByRole('textbox', { name: /^Name/ }), 'Build server')
  await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Role' }), 'Contributor')
  await user.click(within(dialog).getByRole('button', { name: 'Create token' }))

  const shown = await screen.findByRole('dialog', { name: 'Token created' })
  const token = within(shown).getByRole<HTMLInputElement>('textbox', { name: 'Token' }).value
  const answer = await service.fetch(
    new Request('http://localhost/api/portal/session', { headers: { authorization: `Bearer ${token}` } }),
  )
  expect((await answer.json()).publishers).toMatchObject([{ id: 'contoso', role: 'contributor' }])
  await user.click(within(shown).getByRole('button', { name: 'Copy' }))
  expect(await within(shown).findByText('Copied')).toBeTruthy()
  expect(await navigator.clipboard.readText()).toBe(token)
  await user.click(within(shown).getByRole('button', { name: 'Done' }))
  const entry = (await within(part).findByText('Build server')).closest('li')!
  expect(entry.textContent).toContain('Contributor')
  expect(document.body.textContent).not.toContain(token)
})

test('a token is revoked after one question', async () => {
  const service = await startService()
  const browser = service.browser()
  await browser('/api/portal/session')
  const body = JSON.stringify({ name: 'Build server', publisherId: 'contoso', role: 'reader', days: 30 })
  await browser('/api/portal/account/tokens', { method: 'POST', body })
  const { user } = await renderAt('/account', service)
  await user.click(await screen.findByRole('button', { name: 'Revoke: Build server' }))
  const dialog = await screen.findByRole('dialog', { name: 'Revoke this token?' })
  await user.click(within(dialog).getByRole('button', { name: 'Revoke' }))
  expect(await screen.findByText('You have no tokens.')).toBeTruthy()
})

test('the account menu leads to sessions and tokens', async () => {
  const service = await startService()
  const { user } = await renderAt('/offers', service)
  await user.click(await screen.findByRole('button', { name: /^Account/ }))
  await user.click(await screen.findByRole('menuitem', { name: 'Sessions and tokens' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Account' })).toBeTruthy()
  // In local mode nobody signs in or out.
  expect(screen.queryByRole('region', { name: 'Where you are signed in' })).toBeNull()
})
