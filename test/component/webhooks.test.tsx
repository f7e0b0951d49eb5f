import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { webhookSenders } from '../../src/service/outbox/webhooks/sender.ts'
import { renderAt } from '../support/renderAt.tsx'
import { type Service, startService } from '../support/service.ts'

afterEach(cleanup)

const path = '/publishers/contoso/webhooks'
const api = '/api/portal/publishers/contoso/webhooks'
/** Nobody listens there. */
const address = 'https://127.0.0.1:1/hook'

async function deliver({ deps, clock }: Service) {
  const [send] = webhookSenders(
    { db: deps.db, now: clock.now, home: '', sealing: deps.webhooks.sealing!, privateAddresses: true, log: () => {} },
    1,
  )
  while ((await send!()) > 0);
}

async function withWebhook(more = {}) {
  const service = await startService()
  const plan = { name: 'Build server', address, types: ['OfferHeld'], ...more }
  const answer = await service.request(api, { method: 'POST', body: JSON.stringify(plan) })
  expect(answer.status).toBe(201)
  const { user } = await renderAt(path, service)
  const entry = (await screen.findByText('Build server')).closest('li')!
  return {
    service,
    user,
    entry,
    press: async (name: string) => user.click(await within(entry).findByRole('button', { name })),
  }
}

test('an owner adds a webhook for some events, and sees its secret once', async () => {
  const service = await startService({
    deps: ({ webhooks }) => ({ webhooks: { ...webhooks, privateAddresses: false } }),
  })
  const { user } = await renderAt(path, service)
  await screen.findByText('This publisher has no webhooks.')
  await user.click(screen.getByRole('button', { name: 'New webhook' }))
  const dialog = await screen.findByRole('dialog', { name: 'New webhook' })
  const form = within(dialog)
  await user.click(form.getByRole('radio', { name: 'Only chosen events' }))
  await user.click(form.getByRole('button', { name: 'Add webhook' }))
  expect(form.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
    'Enter a name.',
    'Enter an address that begins with https://.',
    'Choose at least one event.',
  ])
  await user.type(form.getByRole('textbox', { name: /^Name/ }), 'Build server')
  await user.type(form.getByRole('textbox', { name: /^Address/ }), '10.0.0.1/hook')
  await user.click(form.getByRole('checkbox', { name: 'Step blocked' }))
  await user.click(form.getByRole('button', { name: 'Add webhook' }))
  expect(await form.findByText('The address leads to a private network, which is not allowed here.')).toBeTruthy()
  await user.clear(form.getByRole('textbox', { name: /^Address/ }))
  await user.type(form.getByRole('textbox', { name: /^Address/ }), 'https://build.example/hook')
  await user.click(form.getByRole('button', { name: 'Add webhook' }))

  const shown = await screen.findByRole('dialog', { name: 'Secret of the webhook' })
  const secret = within(shown).getByRole<HTMLInputElement>('textbox', { name: 'Secret' }).value
  expect(secret).toMatch(/^whsec_/)
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'))
  await user.click(within(shown).getByRole('button', { name: 'Copy' }))
  expect(await within(shown).findByText(/^The browser did not allow copying\./)).toBeTruthy()
  await user.click(within(shown).getByRole('button', { name: 'Done' }))
  const entry = (await screen.findByText('Build server')).closest('li')!
  expect(entry.textContent).toMatch(/https:\/\/build\.example\/hook.*Step blocked.*Enabled/)
  expect(document.body.textContent).not.toContain(secret)
})

test('a test shows what became of it, and can be sent again', async () => {
  const { service, user, entry, press } = await withWebhook()
  await press('Send test: Build server')
  const list = await within(entry).findByRole('region', { name: 'Deliveries: Build server' })
  expect((await within(list).findByText('Test event')).closest('li')!.textContent).toContain('Waiting')
  await deliver(service)
  await press('Deliveries: Build server')
  await press('Deliveries: Build server')
  await user.click(screen.getByRole('button', { name: /^Refresh/ }))
  const again = await within(entry).findByRole('button', { name: 'Send again: Test event' })
  const delivery = again.closest('li')!
  await waitFor(() => expect(delivery.textContent).toMatch(/Not delivered.*There was no connection to the receiver\./))
  await user.click(again)
  expect(await within(entry).findByText('Waiting')).toBeTruthy()
})

test('an owner changes and disables a webhook, replaces its secret and deletes it', async () => {
  const { user, entry, press } = await withWebhook()
  await press('Change: Build server')
  await screen.findByRole('dialog', { name: 'Change webhook' })
  await user.keyboard('{Escape}')
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Change: Build server'))
  await press('Change: Build server')
  const form = within(await screen.findByRole('dialog', { name: 'Change webhook' }))
  expect(form.getByRole('checkbox', { name: 'Review put on hold' })).toHaveProperty('checked', true)
  await user.click(form.getByRole('radio', { name: /^All events/ }))
  await user.click(form.getByRole('checkbox', { name: 'Send events' }))
  await user.click(form.getByRole('button', { name: 'Save' }))
  expect(await within(entry).findByText('Disabled')).toBeTruthy()
  expect(within(entry).getByText('All')).toBeTruthy()

  await press('Replace secret: Build server')
  const question = within(await screen.findByRole('dialog', { name: 'Replace the secret?' }))
  await user.click(question.getByRole('button', { name: 'Replace secret' }))
  const shown = within(await screen.findByRole('dialog', { name: 'Secret of the webhook' }))
  await user.click(shown.getByRole('button', { name: 'Done' }))
  expect(await within(entry).findByText('Earlier secret signs until')).toBeTruthy()

  await press('Delete: Build server')
  const last = within(await screen.findByRole('dialog', { name: 'Delete this webhook?' }))
  await user.click(last.getByRole('button', { name: 'Delete' }))
  expect(await screen.findByText('This publisher has no webhooks.')).toBeTruthy()
  await waitFor(() => expect(document.activeElement?.textContent).toBe('New webhook'))
})

test('who is no owner reads who manages webhooks', async () => {
  const service = await startService()
  await renderAt(path, service, { as: 'camille' })
  expect(await screen.findByRole('heading', { name: 'Only owners manage webhooks' })).toBeTruthy()
})
