import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { sampleDefinition } from '../../src/service/demo/content.ts'
import { renderAt } from '../support/renderAt.tsx'
import { type OfferKey, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

afterEach(cleanup)

const type = 'microsoft-azure-virtualmachines'
const title = 'microsoft-azure-marketplace.title'
const pathOf = ({ publisherId, offerId }: OfferKey) => `/publishers/${publisherId}/offers/${offerId}/status`

async function anOfferAtSignOff() {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Mail Relay' })
  await service.publish(offer)
  await service.settle()
  return { service, offer }
}

async function openGoLive() {
  const button = await screen.findByRole('button', { name: 'Go Live' })
  button.click()
  return within(await screen.findByRole('dialog', { name: 'Move this offer to production?' }))
}

describe('before Go Live', () => {
  test('a first version is said to be the first', async () => {
    const { service, offer } = await anOfferAtSignOff()
    await renderAt(pathOf(offer), service)
    const dialog = await openGoLive()
    expect(await dialog.findByText('This is the first version that customers will see.')).toBeTruthy()
  })

  test('what changes for customers since the live version is listed field by field (U10, asked 14)', async () => {
    const { service, offer } = await anOfferAtSignOff()
    await service.goLive(offer)
    await service.settle()
    const { offer: content, ...rest } = sampleDefinition(type, 'Contoso Mail Relay')
    const definition = { ...rest, offer: { ...content, [title]: 'Mail Relay 2' } }
    await toolOf(service).put(`/${offer.offerId}`, { offerTypeId: type, definition }, { headers: { 'if-match': '*' } })
    await service.publish(offer)
    await service.settle()
    await renderAt(pathOf(offer), service)
    const dialog = await openGoLive()
    expect(await dialog.findByText('1 change for customers since the live version 1')).toBeTruthy()
    const change = dialog.getByText('Marketplace › Title').closest('li')!
    expect(change.textContent).toBe('Marketplace › TitleBeforeContoso Mail RelayAfterMail Relay 2')
  })
})

describe('a scheduled Go Live', () => {
  async function schedule() {
    const { service, offer } = await anOfferAtSignOff()
    const { user, client } = await renderAt(pathOf(offer), service)
    const dialog = await openGoLive()
    await user.click(dialog.getByRole('radio', { name: 'At a set time' }))
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Time zone' }), 'Asia/Seoul')
    expect(dialog.getByText(/^Goes live by itself: .* 9:00:00 AM GMT\+9$/)).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Schedule Go Live' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    return { service, offer, user, client }
  }

  test('is shown with its time and who decided, and can be taken back', async () => {
    const { user } = await schedule()
    const banner = within(await screen.findByRole('region', { name: 'Go Live is scheduled' }))
    expect(banner.getByText(/^Goes live by itself: .* 9:00:00 AM GMT\+9/)).toBeTruthy()
    expect(banner.getByText(/^You scheduled it/)).toBeTruthy()
    await user.click(banner.getByRole('button', { name: 'Take back' }))
    const heading = await screen.findByRole('heading', { name: 'Your turn: check the preview' })
    expect(document.activeElement).toBe(heading)
  })

  test('is shown in the list, and a reader sees it without the button (D14)', async () => {
    const { service, offer } = await schedule()
    cleanup()
    await renderAt('/offers', service)
    expect(await screen.findByText(/^Goes live: /)).toBeTruthy()
    cleanup()
    await renderAt(pathOf(offer), service, { as: 'minjun' })
    expect(await screen.findByText(/^avery@contoso.com scheduled it/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Take back' })).toBeNull()
    expect(screen.queryByText(/has to check the preview/)).toBeNull()
  })

  test('waits for nobody: the schedule acts next, on the page and in Approvals', async () => {
    const { service } = await schedule()
    const next = within(screen.getByRole('region', { name: 'What happens next' }))
    expect(next.getByText('The schedule, automatically')).toBeTruthy()
    expect(next.queryByText(/sign off today/)).toBeNull()
    const step = screen.getByRole('heading', { name: 'Publisher sign-off' }).closest('li')!
    expect(step.textContent).toContain('The offer goes live by itself at the scheduled time.')
    expect(screen.queryByText(/Waiting for you/)).toBeNull()
    cleanup()
    await renderAt('/approvals?attention=all', service)
    const row = await screen.findByRole('row', { name: /Contoso Mail Relay/ })
    expect(within(row).getByText('Go Live is scheduled')).toBeTruthy()
    expect(screen.queryByText('You')).toBeNull()
  })

  test('at sign-off a reader is told that others decide, and not to do so', async () => {
    const { service, offer } = await anOfferAtSignOff()
    await renderAt(pathOf(offer), service, { as: 'minjun' })
    expect(await screen.findByText(/^The preview is ready\. Nothing goes live until an owner/)).toBeTruthy()
    expect(screen.queryByText(/until you do/)).toBeNull()
    expect(screen.queryByText(/your sign-off/)).toBeNull()
  })

  test('needs a time to come that the clocks show', async () => {
    const { service, offer } = await anOfferAtSignOff()
    const { user } = await renderAt(pathOf(offer), service)
    const dialog = await openGoLive()
    await user.click(dialog.getByRole('radio', { name: 'At a set time' }))
    const date = dialog.getByLabelText(/^Date/)
    fireEvent.change(date, { target: { value: '2020-01-01' } })
    expect(await dialog.findByText('Choose a time in the future.')).toBeTruthy()
    fireEvent.change(date, { target: { value: '2999-01-01' } })
    expect(await dialog.findByText('Choose a time in the next 90 days.')).toBeTruthy()
    fireEvent.change(date, { target: { value: '' } })
    await user.click(dialog.getByRole('button', { name: 'Schedule Go Live' }))
    expect(await dialog.findByText('Choose a date and a time.')).toBeTruthy()
    expect(document.activeElement).toBe(date)
    expect((await toolOf(service).statusOf(offer.offerId)).goLiveSchedule).toBeUndefined()
  })
})
