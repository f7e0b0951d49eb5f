import { readFileSync } from 'node:fs'
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import type { OfferStatus } from '../../src/contract/status.ts'
import { renderAt } from '../support/renderAt.tsx'
import { type OfferKey, startService } from '../support/service.ts'

const sample = JSON.parse(readFileSync('test/fixtures/offer-status-2018.json', 'utf8')) as OfferStatus

afterEach(cleanup)

const pathOf = ({ publisherId, offerId }: OfferKey, tab = 'status') =>
  `/publishers/${publisherId}/offers/${offerId}/${tab}`

async function anOfferAtSignOff() {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Mail Relay' })
  await service.publish(offer)
  await service.settle()
  return { service, offer }
}

/** Replaces the answer to status requests only. */
function answerStatus(answer: OfferStatus) {
  const real = globalThis.fetch
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) =>
    path.includes('/status') ? Promise.resolve(Response.json(answer)) : real(path, init),
  )
}

test('a canceled attempt mentions a live listing only where there is one (U19)', async () => {
  const { service, offer } = await anOfferAtSignOff()
  await service.cancel(offer)
  await renderAt(pathOf(offer), service)
  expect(await screen.findByText(/the next publishing starts at the first step/)).toBeTruthy()
  expect(screen.queryByText(/live listing/)).toBeNull()
  expect(screen.getByText('There is no preview and no listing now.')).toBeTruthy()
})

test('after sign-off the page no longer promises a preview (U19)', async () => {
  const { service, offer } = await anOfferAtSignOff()
  await service.goLive(offer)
  await renderAt(pathOf(offer), service)
  expect(await screen.findByText(/^The preview has ended/)).toBeTruthy()
})

test('a delisted offer says when, who and why (U19)', async () => {
  const { service, offer } = await anOfferAtSignOff()
  await service.goLive(offer)
  await service.settle()
  await service.operator.delist({ ...offer, reason: 'The publisher left the program.' })
  await renderAt(pathOf(offer), service)
  const title = await screen.findByText('Delisted by Microsoft')
  expect(title.parentElement!.querySelector('time')).toBeTruthy()
  expect(screen.getByText('The publisher left the program.').closest('p')!.textContent).toMatch(/^Reason: /)
})

test('a cancel is announced as the offer’s status, not as so many steps (asked 19)', async () => {
  const { service, offer } = await anOfferAtSignOff()
  const { client } = await renderAt(pathOf(offer), service)
  await screen.findByRole('list', { name: 'Publishing steps' })
  await service.cancel(offer)
  await act(() => client.refetchQueries({ queryKey: ['status'] }))
  const said = () =>
    screen
      .getAllByRole('status')
      .map(({ textContent }) => textContent)
      .filter(Boolean)
  await waitFor(() => expect(said()).toContain('Status: Publish canceled'))
  expect(said().join()).not.toContain('Not started')
})

test.each([
  ['without any message', []],
  [
    'with nothing but information',
    [{ messageHtml: 'Checked.', level: 'information', timestamp: '2026-01-01T00:00:00Z' }],
  ],
])('a step that failed %s shows a reference to quote (asked 2)', async (_, messages) => {
  const { service, offer } = await anOfferAtSignOff()
  const { client } = await renderAt(pathOf(offer), service)
  await screen.findByRole('heading', { level: 1, name: 'Contoso Mail Relay' })
  const steps = [{ ...sample.steps[0]!, status: 'rejected', messages }]
  answerStatus({ ...sample, status: 'failed', steps, messages: [], operationId: 'operation-7' })
  await act(() => client.refetchQueries({ queryKey: ['status'] }))
  const list = within(await screen.findByRole('list', { name: 'Publishing steps' }))
  expect(await list.findByText('operation-7')).toBeTruthy()
  expect(list.getByText(/Quote this reference/)).toBeTruthy()
})

test('a failure without a failed step shows a reference to quote (asked 2)', async () => {
  const { service, offer } = await anOfferAtSignOff()
  const { client } = await renderAt(pathOf(offer), service)
  await screen.findByRole('heading', { level: 1, name: 'Contoso Mail Relay' })
  answerStatus({ ...sample, status: 'failed', steps: [], messages: [], operationId: 'operation-7' })
  await act(() => client.refetchQueries({ queryKey: ['status'] }))
  expect(await screen.findByText('operation-7')).toBeTruthy()
})
