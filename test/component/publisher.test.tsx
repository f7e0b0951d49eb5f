import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { renderAt } from '../support/renderAt.tsx'
import { startService } from '../support/service.ts'

afterEach(cleanup)

test('the account menu leads to the publishers, and from there to the users of one', async () => {
  const service = await startService()
  const { user } = await renderAt('/offers', service)
  await user.click(await screen.findByRole('button', { name: /^Account/ }))
  await user.click(await screen.findByRole('menuitem', { name: 'Users and profile' }))
  await user.click(await screen.findByRole('link', { name: 'Contoso' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Contoso' })).toBeTruthy()
  const users = await screen.findByRole('region', { name: 'Users' })
  const entries = await within(users).findAllByRole('listitem')
  expect(entries.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^Avery Stone \(you\).*avery@contoso\.com.*Owner/),
    expect.stringMatching(/^Camille Laurent.*Contributor/),
    expect.stringMatching(/^Min-jun Kim.*Reader/),
  ])
})

test('of a publisher without a role one reads that one has no access', async () => {
  const service = await startService()
  await renderAt('/publishers/northwind/users', service, { as: 'camille' })
  expect(await screen.findByRole('heading', { name: 'You have no access to this publisher' })).toBeTruthy()
})

const entryOf = async (region: string, name: string) => {
  const part = await screen.findByRole('region', { name: region })
  return (await within(part).findByText(name)).closest('li')!
}

test('an owner invites a user, sends the invitation again and withdraws it', async () => {
  const service = await startService()
  const { user } = await renderAt('/publishers/contoso/users', service)
  await user.click(await screen.findByRole('button', { name: 'Invite user' }))
  const dialog = await screen.findByRole('dialog', { name: 'Invite a user' })
  const send = within(dialog).getByRole('button', { name: 'Send invitation' })
  await user.click(send)
  expect(within(dialog).getByRole('alert').textContent).toBe('Enter an email address.')
  await user.type(within(dialog).getByRole('textbox', { name: /^Email address/ }), 'camille@contoso.com')
  await user.click(send)
  expect(await within(dialog).findByText(/This user has a role already/)).toBeTruthy()
  await user.clear(within(dialog).getByRole('textbox', { name: /^Email address/ }))
  await user.type(within(dialog).getByRole('textbox', { name: /^Email address/ }), 'zoe@contoso.com')
  await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Role' }), 'Reader')
  await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Language of mails' }), '한국어')
  await user.click(send)
  expect(await screen.findByText('Invited: zoe@contoso.com')).toBeTruthy()
  const entry = await entryOf('Open invitations', 'zoe@contoso.com')
  expect(entry.textContent).toMatch(/Role\s?Reader.*Invited by\s?avery@contoso\.com/)
  expect(await service.deps.db.selectFrom('notification').select(['language']).execute()).toEqual([
    { language: 'ko-KR' },
  ])

  await user.click(within(entry).getByRole('button', { name: 'Send again: zoe@contoso.com' }))
  expect(await screen.findByText('Invitation sent again: zoe@contoso.com')).toBeTruthy()
  await user.click(within(entry).getByRole('button', { name: 'Withdraw: zoe@contoso.com' }))
  const question = await screen.findByRole('dialog', { name: 'Withdraw the invitation to “zoe@contoso.com”?' })
  await user.click(within(question).getByRole('button', { name: 'Withdraw' }))
  const done = await screen.findByText('Invitation withdrawn: zoe@contoso.com')
  expect(screen.queryByRole('region', { name: 'Open invitations' })).toBeNull()
  // The button that was pressed is gone with its invitation.
  await waitFor(() => expect(document.activeElement).toBe(done))
})

test('an owner makes another one, and only then can step down, which the page shows at once', async () => {
  const service = await startService()
  const { user } = await renderAt('/publishers/contoso/users', service)
  const own = await entryOf('Users', 'Avery Stone (you)')
  const change = within(own).getByRole('button', { name: 'Change role: Avery Stone' })
  expect(change.getAttribute('aria-disabled')).toBe('true')
  expect(own.textContent).toContain('A publisher needs an owner.')
  const give = async (name: string, role: string) => {
    await user.click(await screen.findByRole('button', { name: `Change role: ${name}` }))
    const dialog = await screen.findByRole('dialog', { name: `Change the role of “${name}”` })
    await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Role' }), role)
    await user.click(within(dialog).getByRole('button', { name: 'Change role' }))
  }
  await give('Camille Laurent', 'Owner')
  expect(await screen.findByText('Role changed: Camille Laurent, Owner')).toBeTruthy()
  await give('Avery Stone', 'Reader')
  expect(await screen.findByText('Your role: Reader')).toBeTruthy()
  expect(screen.getByText('Only owners can invite, change and remove users.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Change role: Camille Laurent' })).toBeNull()
})

test('an open page tells a removed user that the access is gone', async () => {
  const service = await startService()
  const { client } = await renderAt('/publishers/contoso/users', service, { as: 'camille' })
  const invite = await screen.findByRole('button', { name: 'Invite user' })
  expect(invite.getAttribute('aria-disabled')).toBe('true')
  const avery = service.browser()
  await avery('/api/portal/session')
  await avery('/api/portal/publishers/contoso/members/camille', { method: 'DELETE' })
  await client.refetchQueries({ queryKey: ['session'] })
  expect(await screen.findByRole('heading', { name: 'You have no access to this publisher' })).toBeTruthy()
})

test('whoever’s role changes reads it on any page, and what the role does not allow', async () => {
  const service = await startService()
  await import('../../src/web/app/AccessWatch.tsx')
  const { client } = await renderAt('/offers', service, { as: 'minjun' })
  expect(await screen.findByText(/^Your role allows viewing only: owners and contributors create offers/)).toBeTruthy()
  const avery = service.browser()
  await avery('/api/portal/session')
  const change = async (publisher: string, init: RequestInit) => {
    await avery(`/api/portal/publishers/${publisher}/members/minjun`, init)
    await client.refetchQueries({ queryKey: ['session'] })
  }
  const becomes = (role: string) => change('contoso', { method: 'PUT', body: JSON.stringify({ role }) })
  expect(await screen.findByRole('button', { name: 'Notifications' })).toBeTruthy()
  // The part that tells is drawn like the bell, when the page has asked nothing for two seconds: it knows of no change before.
  const changesTold = async () => {
    await becomes('reader')
    await screen.findByText(/^Your role allows viewing only/)
    await becomes('contributor')
    await screen.findByText('Your role has changed. Contoso: Contributor', {}, { timeout: 1_000 })
  }
  await waitFor(changesTold, { interval: 3_000, timeout: 20_000 })
  expect(screen.getByRole('link', { name: 'New offer' })).toBeTruthy()
  await change('fabrikam', { method: 'DELETE' })
  expect(await screen.findByText('You no longer have access to the publisher: Fabrikam')).toBeTruthy()
  await change('contoso', { method: 'DELETE' })
  expect(await screen.findByText(/^You have no role at any publisher/)).toBeTruthy()
})

test('the profile keeps what one types over a change by somebody else, and overwrites nothing', async () => {
  const service = await startService()
  const { user } = await renderAt('/publishers/contoso/profile', service)
  const field = (name: RegExp) => screen.findByRole<HTMLInputElement>('textbox', { name })
  await user.clear(await field(/^Name/))
  await user.type(await field(/^Name/), 'Contoso Ltd')
  await user.type(await field(/^Contact/), 'sales@contoso.com, nobody')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(screen.getByRole('alert').textContent).toBe('This is not an email address: nobody')
  await user.type(await field(/^Name/), '\u200b')
  expect(screen.getAllByRole('alert')[0]?.textContent).toBe('Enter a name without invisible characters.')
  await user.type(await field(/^Name/), '{Backspace}')

  const theirs = { name: 'Contoso Inc', contacts: [], language: 'fr-FR', version: 1 }
  const body = JSON.stringify(theirs)
  await service.request('/api/portal/publishers/contoso/profile', { method: 'PUT', body })
  await user.type(await field(/^Contact/), '{Backspace>8/}')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(/^Another owner has changed the profile/)
  expect((await field(/^Name/)).value).toBe('Contoso Ltd')
  await user.click(screen.getByRole('button', { name: 'Discard changes' }))
  expect(await screen.findByDisplayValue('Contoso Inc')).toBeTruthy()
  await user.type(await field(/^Name/), 'orporated')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Saved')).toBeTruthy()
  expect(await screen.findByRole('heading', { level: 1, name: 'Contoso Incorporated' })).toBeTruthy()
})

test('History tells in words what happened to users and profile', async () => {
  const service = await startService()
  const avery = service.browser()
  await avery('/api/portal/session')
  const at = '/api/portal/publishers/contoso'
  await avery(`${at}/members/camille`, { method: 'PUT', body: JSON.stringify({ role: 'owner' }) })
  await avery(`${at}/members/minjun`, { method: 'DELETE' })
  const profile = { name: 'Contoso Ltd', contacts: [], language: 'en-US', version: 1 }
  await avery(`${at}/profile`, { method: 'PUT', body: JSON.stringify(profile) })
  await renderAt('/history', service)
  const row = async (name: RegExp) => (await screen.findByRole('row', { name })).textContent
  expect(await row(/^Role changed/)).toMatch(
    /avery@contoso\.com.*User: camille@contoso\.com.*Role: Contributor → Owner/,
  )
  expect(await row(/^User removed/)).toMatch(/User: minjun@fabrikam\.com.*Former role: Reader/)
  expect(await row(/^Publisher profile changed/)).toContain('The name was changed.')
})
