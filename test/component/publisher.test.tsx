import { cleanup, screen, within } from '@testing-library/react'
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
