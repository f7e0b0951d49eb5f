import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { withBrokenSas } from '../../src/service/demo/content.ts'
import { renderAt } from '../support/renderAt.tsx'
import { startService } from '../support/service.ts'

afterEach(cleanup)

async function aFailedOffer(support?: string) {
  const service = await startService({ deps: () => (support ? { support } : {}) })
  const offer = await service.anOffer({ name: 'Contoso Log Collector', content: withBrokenSas })
  const operation = await service.publish(offer)
  await service.settle()
  const view = await renderAt(`/publishers/${offer.publisherId}/offers/${offer.offerId}/status`, service)
  return { ...view, operation }
}

test('one click copies the reference, the step, its codes and times for support (asked 2)', async () => {
  await aFailedOffer()
  const user = userEvent.setup()
  const status = await screen.findByRole('button', { name: 'Copy for support' })
  await user.click(status)
  expect(await screen.findByText('Copied.')).toBeTruthy()
  const copied = await navigator.clipboard.readText()
  expect(copied).toMatch(/^Reference: [0-9a-f-]{36}$/m)
  expect(copied).toMatch(/^Offer: contoso\/contoso-log-collector$/m)
  expect(copied).toMatch(/^Step: Certification \(displaycertify\): blocked$/m)
  expect(copied).toMatch(/^Codes: sas\w+/m)
  expect(copied).toMatch(/^Ended: \d{4}-\d{2}-\d{2}T.*Z$/m)
})

test('when the browser refuses to copy, the text is shown to be copied by hand (asked 2)', async () => {
  const { user } = await aFailedOffer()
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'))
  await user.click(await screen.findByRole('button', { name: 'Copy for support' }))
  expect(await screen.findByRole('textbox', { name: 'Text for support' })).toHaveProperty(
    'value',
    expect.stringContaining('displaycertify'),
  )
})

test.each([
  ['mailto:help@contoso.com', /^mailto:help@contoso\.com\?subject=Publishing%20of%20.*&body=Reference%3A%20/],
  [
    'https://help.contoso.com/new?kind=offer',
    /^https:\/\/help\.contoso\.com\/new\?kind=offer&subject=.*&body=Reference/,
  ],
])('with %s as setting, a support request is filled in (asked 2)', async (support, expected) => {
  await aFailedOffer(support)
  const link = await screen.findByRole('link', { name: /Ask for support/ })
  expect(link.getAttribute('href')).toMatch(expected)
})

test('without the setting the page offers no request', async () => {
  await aFailedOffer()
  await screen.findByRole('button', { name: 'Copy for support' })
  expect(screen.queryByRole('link', { name: /Ask for support/ })).toBeNull()
})
