import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { renderAt } from '../support/renderAt.tsx'
import { startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

afterEach(cleanup)

async function inReview(at?: string) {
  const service = await startService({ ...(at && { at }) })
  const offer = await service.anOffer({ name: 'Data Lake', type: 'microsoft-azure-applications' })
  await service.publish(offer)
  await service.settle()
  await service.operator.hold(offer)
  await service.goLive(offer)
  const path = `/publishers/${offer.publisherId}/offers/${offer.offerId}/status`
  return { service, offer, path }
}

test('a requested cancel is a state of its own on the page and in the list, until it is canceled (asked 3)', async () => {
  const { service, path } = await inReview()
  const { user } = await renderAt(path, service)
  await user.click(await screen.findByRole('button', { name: 'Cancel Publish' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(await dialog.findByRole('textbox', { name: 'Reason (optional)' }), 'Wrong price')
  await user.click(dialog.getByRole('button', { name: 'Cancel Publish' }))
  const banner = within(await screen.findByRole('region', { name: 'Cancel Publish is requested' }))
  expect(banner.getByText(/unless the step Live begins first/)).toBeTruthy()
  expect(banner.queryByText(/Quote this reference/)).toBeNull()
  expect(banner.getByText(/^You asked to cancel .*Reason:/).textContent).toContain('Wrong price')
  expect(banner.getByText('Canceling was requested. The marketplace has not answered yet.')).toBeTruthy()
  cleanup()
  await renderAt('/offers', service)
  expect(await screen.findByText('Cancel requested ·')).toBeTruthy()
  cleanup()
  await service.settle()
  await renderAt(path, service)
  expect(await screen.findByText('Publish canceled')).toBeTruthy()
  expect(screen.queryByText(/marketplace has not answered/)).toBeNull()
})

test('a cancel that came too late says that publishing went on', async () => {
  const { service, offer, path } = await inReview()
  await service.cancel(offer)
  await service.operator.approve(offer)
  await renderAt(path, service, { as: 'camille' })
  await waitFor(() => expect(screen.getByText('It was too late: publishing went on to the step Live.')).toBeTruthy())
  expect(screen.getByText(/^avery@contoso.com asked to cancel/)).toBeTruthy()
})

test('a cancel that is still open after an hour says so, with a reference to quote (asked 3)', async () => {
  const { service, offer, path } = await inReview(new Date(Date.now() - 3 * 3_600_000).toISOString())
  await service.cancel(offer)
  await renderAt(path, service)
  const still = await screen.findByText(/^There is still no answer after \d\shr/)
  expect(still.textContent).toContain((await toolOf(service).statusOf(offer.offerId)).operationId)
})
