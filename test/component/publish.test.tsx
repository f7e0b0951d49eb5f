import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { incomplete, sampleDefinition, withBrokenSas } from '../../src/service/demo/content.ts'
import { renderAt } from '../support/renderAt.tsx'
import { type OfferKey, type Service, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

afterEach(cleanup)

const type = 'microsoft-azure-virtualmachines'
const pathOf = ({ publisherId, offerId }: OfferKey) => `/publishers/${publisherId}/offers/${offerId}/status`

async function openPublish(service: Service, offer: OfferKey, as?: string) {
  const { user, client } = await renderAt(pathOf(offer), service, { ...(as && { as }) })
  await user.click(await screen.findByRole('button', { name: 'Publish' }))
  return { user, client, dialog: within(await screen.findByRole('dialog', { name: 'Publish your offer' })) }
}

test('an offer that failed is not published again unfixed without a word: what is still as it was is named (U5)', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso VPN Gateway', content: withBrokenSas })
  await service.publish(offer)
  await service.settle()
  const { user, dialog } = await openPublish(service, offer)
  expect(await dialog.findByText(/^Attempt 1 failed at the step “Certification”/)).toBeTruthy()
  expect(
    dialog
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent)
      .join(),
  ).toContain('SAS')
  expect(dialog.queryByRole('button', { name: 'Publish' })).toBeNull()
  await user.click(dialog.getByRole('button', { name: 'Publish anyway' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await screen.findByText('Publish in progress')).toBeTruthy()
})

test('once the draft is corrected, the dialog asks for addresses alone (U5)', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso VPN Gateway', content: withBrokenSas })
  await service.publish(offer)
  await service.settle()
  const definition = sampleDefinition(type, 'Contoso VPN Gateway')
  const body = { offerTypeId: type, definition }
  expect((await toolOf(service).put(`/${offer.offerId}`, body, { headers: { 'if-match': '*' } })).status).toBe(200)
  const { dialog } = await openPublish(service, offer)
  expect(await dialog.findByRole('button', { name: 'Publish' })).toBeTruthy()
  expect(dialog.queryByText(/failed at the step/)).toBeNull()
})

test('what a step would find in a first version is said before it is sent (U5)', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso VPN Gateway', content: withBrokenSas })
  const { dialog } = await openPublish(service, offer)
  expect(await dialog.findByText('Publishing would fail at the step “Certification”:')).toBeTruthy()
  expect(dialog.getByRole('button', { name: 'Publish anyway' })).toBeTruthy()
})

test('missing fields are checked again on request, and the form follows when nothing is missing', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Draft', content: incomplete })
  const { user, dialog } = await openPublish(service, offer)
  expect(await dialog.findByText('Marketplace › Summary')).toBeTruthy()
  const body = { offerTypeId: type, definition: sampleDefinition(type, 'Contoso Draft') }
  await toolOf(service).put(`/${offer.offerId}`, body, { headers: { 'if-match': '*' } })
  await user.click(dialog.getByRole('button', { name: 'Check again' }))
  expect(await dialog.findByRole('textbox')).toBeTruthy()
})

test('addresses used before are one press away, and the language of the e-mails is remembered', async () => {
  const service = await startService()
  const [first, second] = [await service.anOffer(), await service.anOffer()]
  const opened = await openPublish(service, first)
  await opened.user.clear(await opened.dialog.findByRole('textbox'))
  await opened.user.type(opened.dialog.getByRole('textbox'), 'ops@contoso.com, press@contoso.com')
  await opened.user.selectOptions(opened.dialog.getByRole('combobox', { name: 'Language of the e-mails' }), '한국어')
  await opened.user.click(opened.dialog.getByRole('button', { name: 'Publish' }))
  expect(await screen.findByText('Publish in progress')).toBeTruthy()
  cleanup()

  const { user, dialog } = await openPublish(service, second)
  const emails = await dialog.findByRole('textbox')
  expect(emails).toHaveProperty('value', 'ops@contoso.com, press@contoso.com')
  expect(dialog.getByRole('combobox', { name: 'Language of the e-mails' })).toHaveProperty('value', 'ko-KR')
  await user.clear(emails)
  const used = within(dialog.getByRole('group', { name: 'Addresses used before' }))
  expect(used.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    'avery@contoso.com',
    'ops@contoso.com',
    'press@contoso.com',
  ])
  await user.click(used.getByRole('button', { name: 'Add: press@contoso.com' }))
  expect(emails).toHaveProperty('value', 'press@contoso.com')
  expect(used.queryByRole('button', { name: 'Add: press@contoso.com' })).toBeNull()
})

test('each address is checked, and the wrong ones are named', async () => {
  const service = await startService()
  const { user, dialog } = await openPublish(service, await service.anOffer())
  await user.type(await dialog.findByRole('textbox'), ', ops@contoso, press@contoso.com, sales')
  await user.click(dialog.getByRole('button', { name: 'Publish' }))
  expect(await dialog.findByText('Not e-mail addresses: ops@contoso and sales')).toBeTruthy()
})
