import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { incomplete, withBrokenSas } from '../../src/service/demo/content.ts'
import { renderAt } from '../support/renderAt.tsx'
import { type OfferKey, type Service, startService } from '../support/service.ts'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const pathOf = ({ publisherId, offerId }: OfferKey) => `/publishers/${publisherId}/offers/${offerId}/status`
const button = (name: string) => screen.findByRole('button', { name })
const reasonOf = (element: HTMLElement) =>
  document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent

async function anOfferAtSignOff() {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Mail Relay' })
  await service.publish(offer)
  await service.settle()
  return { service, offer, ...(await renderAt(pathOf(offer), service)) }
}

/** What the service has recorded, whatever the page shows. */
async function eventsOf(service: Service) {
  const { items } = await (await service.request('/api/portal/history')).json()
  return items.map(({ type }: { type: string }) => type)
}

/** Requests reach the service or do not; in both cases no answer arrives. */
function loseAnswers({ reached, times = 1 }: { reached: boolean; times?: number }) {
  const real = globalThis.fetch
  const keys: (string | null)[] = []
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    if (init?.method !== 'POST') return real(path, init)
    keys.push(new Headers(init.headers).get('Idempotency-Key'))
    if (keys.length > times) return real(path, init)
    if (reached) await real(path, init)
    throw new TypeError('connection lost')
  })
  return { keys }
}

/** Answers to POST wait until they are released. */
function holdAnswers() {
  const real = globalThis.fetch
  const { promise, resolve: release } = Promise.withResolvers<void>()
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    if (init?.method === 'POST') await promise
    return real(path, init)
  })
  return { release }
}

const refresh = () => act(() => void window.dispatchEvent(new Event('visibilitychange')))

test('publishing asks for e-mail addresses, then starts', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Mail Relay' })
  const { user } = await renderAt(pathOf(offer), service)
  await user.click(await button('Publish'))
  const dialog = await screen.findByRole('dialog', { name: 'Publish your offer' })
  const emails = await within(dialog).findByRole('textbox', { name: /E-mail addresses/ })
  expect(emails).toHaveProperty('value', 'avery@contoso.com')
  expect(document.activeElement).toBe(emails)
  expect(within(dialog).getByText(/“Contoso Mail Relay”/)).toBeTruthy()

  await user.clear(emails)
  await user.type(emails, 'nobody at all')
  await user.click(within(dialog).getByRole('button', { name: 'Publish' }))
  expect(await within(dialog).findByText('Not an e-mail address: nobody at all')).toBeTruthy()
  expect(document.activeElement).toBe(emails)

  await user.clear(emails)
  expect(await within(dialog).findByText(/Enter one or more e-mail addresses/)).toBeTruthy()

  await user.clear(emails)
  await user.type(emails, 'a@contoso.com, b@contoso.com')
  await user.click(within(dialog).getByRole('button', { name: 'Publish' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await screen.findByText('Publish in progress')).toBeTruthy()
  expect(screen.getByText(/a@contoso.com, ?b@contoso.com/)).toBeTruthy()
})

test('a failed poll does not disturb an address that is being typed', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Mail Relay' })
  const { user } = await renderAt(pathOf(offer), service)
  await user.click(await button('Publish'))
  const dialog = await screen.findByRole('dialog')
  const emails = await within(dialog).findByRole('textbox')
  await user.clear(emails)
  await user.type(emails, 'half@cont')
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  act(() => void window.dispatchEvent(new Event('visibilitychange')))
  expect(await screen.findByText(/Could not refresh/)).toBeTruthy()
  expect(within(dialog).getByRole('textbox')).toBe(emails)
  expect(emails).toHaveProperty('value', 'half@cont')
})

test('a click beside the dialog does not discard an address that is being typed', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Mail Relay' })
  const { user } = await renderAt(pathOf(offer), service)
  await user.click(await button('Publish'))
  const emails = await within(await screen.findByRole('dialog')).findByRole('textbox')
  await user.clear(emails)
  await user.type(emails, 'half@cont')
  await user.click(document.querySelector('.fui-DialogSurface__backdrop')!)
  await user.type(emails, 'oso.com')
  expect(within(screen.getByRole('dialog')).getByRole('textbox')).toBe(emails)
  expect(emails).toHaveProperty('value', 'half@contoso.com')
})

test('for an incomplete draft the dialog lists what is missing instead of asking for addresses', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Draft', content: incomplete })
  const { user } = await renderAt(pathOf(offer), service)
  await user.click(await button('Publish'))
  const dialog = await screen.findByRole('dialog')
  expect(await within(dialog).findByText('Marketplace › Summary')).toBeTruthy()
  expect(within(dialog).getAllByText(/This field is required/).length).toBe(2)
  expect(within(dialog).queryByRole('textbox')).toBeNull()
  expect(within(dialog).queryByRole('button', { name: 'Publish' })).toBeNull()
})

test('Go Live names the offer, and the status changes only when the service says so', async () => {
  const { user } = await anOfferAtSignOff()
  await user.click(await button('Go Live'))
  const dialog = await screen.findByRole('dialog', { name: 'Move this offer to production?' })
  expect(within(dialog).getByText(/“Contoso Mail Relay”/)).toBeTruthy()
  await user.click(within(dialog).getByRole('button', { name: 'Go Live' }))
  expect(await screen.findByText('Publish in progress')).toBeTruthy()
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('Go Live says which steps follow and when it is final, and two presses of Enter change nothing (U10, asked 14)', async () => {
  const { service, user } = await anOfferAtSignOff()
  const goLive = await button('Go Live')
  goLive.focus()
  await user.keyboard('{Enter}')
  const dialog = await screen.findByRole('dialog', { name: 'Move this offer to production?' })
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Not yet'))
  expect(within(dialog).getByRole('listitem').textContent).toBe('Live2-5 days')
  expect(within(dialog).getByText('Once the last step has begun, publishing can no longer be canceled.')).toBeTruthy()
  expect(within(dialog).getByRole('link', { name: /Open the preview/ })).toBeTruthy()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await eventsOf(service)).not.toContain('OfferGoLiveRequested')
})

test('a canceled offer shows who canceled it and why, and keeps the steps it had reached (U19)', async () => {
  const { user } = await anOfferAtSignOff()
  await user.click(await button('Cancel Publish'))
  const dialog = await screen.findByRole('dialog', { name: 'Cancel publishing?' })
  await user.type(within(dialog).getByRole('textbox', { name: 'Reason (optional)' }), 'Wrong price')
  await user.click(within(dialog).getByRole('button', { name: 'Cancel Publish' }))
  expect(await screen.findByText('Publish canceled')).toBeTruthy()
  expect(screen.getByText('Canceled by avery@contoso.com')).toBeTruthy()
  expect(screen.getByText('Wrong price').closest('p')!.textContent).toBe('Reason: Wrong price')
  expect(await screen.findByText('Attempt 1, canceled at Publisher sign-off')).toBeTruthy()
  const steps = within(await screen.findByRole('list', { name: 'Publishing steps' }))
  expect(steps.getAllByText('Complete')).toHaveLength(4)
})

test('"Not yet" closes the dialog and the offer stays at sign-off', async () => {
  const { service, user } = await anOfferAtSignOff()
  await user.click(await button('Go Live'))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('button', { name: 'Not yet' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await eventsOf(service)).not.toContain('OfferGoLiveRequested')
})

test('an impossible action shows the reason beside its button', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Mail Relay' })
  await service.publish(offer)
  await renderAt(pathOf(offer), service)
  const cancel = await button('Cancel Publish')
  expect(cancel.getAttribute('aria-disabled')).toBe('true')
  expect(reasonOf(cancel)).toBe('You can cancel once the offer reaches publisher sign-off.')
  expect(reasonOf(await button('Publish'))).toBe('The offer is already being published.')
})

test('at sign-off the preview and both actions come first, and the rest is one line with its reason (U7, U11)', async () => {
  await anOfferAtSignOff()
  const bar = within(await screen.findByRole('region', { name: 'Your turn: check the preview' }))
  expect(bar.getByRole('link', { name: /Open the preview/ }).getAttribute('href')).toMatch(/flightCodes/)
  expect(bar.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    'Go Live',
    'Cancel Publish',
    'Publish',
  ])
  expect(reasonOf(bar.getByRole('button', { name: 'Go Live' }))).toBeUndefined()
  expect(reasonOf(bar.getByRole('button', { name: 'Publish' }))).toBe('The offer is already being published.')
})

test('the page says who signed off, instead of that Go Live is not possible yet (U11)', async () => {
  const { service, offer } = await anOfferAtSignOff()
  await service.goLive(offer)
  cleanup()
  await renderAt(pathOf(offer), service)
  expect(reasonOf(await button('Go Live'))).toMatch(/^You signed off \w+ \d+, \d+:\d+/)
  cleanup()
  await renderAt(pathOf(offer), service, { as: 'camille' })
  expect(reasonOf(await button('Go Live'))).toMatch(/^avery@contoso.com signed off /)
})

test('a blocked offer says once what failed and where, and no reason contradicts what is possible (U8, U11)', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Log Collector', content: withBrokenSas })
  await service.publish(offer)
  await service.settle()
  await renderAt(pathOf(offer), service)
  const bar = within(await screen.findByRole('region', { name: 'Your turn: correct the offer, then publish again' }))
  expect(bar.getByRole('link', { name: 'Certification' }).getAttribute('href')).toMatch(/#step=displaycertify$/)
  expect(bar.getByText(/^Where to fix it: /)).toBeTruthy()
  expect(bar.getByRole('button', { name: 'Publish' }).getAttribute('aria-disabled')).not.toBe('true')
  expect(bar.getByRole('button', { name: 'Cancel Publish' }).getAttribute('aria-disabled')).not.toBe('true')
  expect(reasonOf(bar.getByRole('button', { name: 'Go Live' }))).toMatch(/^Publishing failed/)
})

test('while customers find the offer, Publish is no longer the leading action (U11)', async () => {
  const { service, offer } = await anOfferAtSignOff()
  await service.goLive(offer)
  await service.settle()
  cleanup()
  await renderAt(pathOf(offer), service)
  const live = await button('Publish')
  const other = await service.anOffer({ name: 'Contoso Draft' })
  cleanup()
  await renderAt(pathOf(other), service)
  expect((await button('Publish')).className).not.toBe(live.className)
})

test('a reader sees who can act, and the reason once for all actions (U7, U11, U13)', async () => {
  const { service, offer } = await anOfferAtSignOff()
  cleanup()
  await renderAt(pathOf(offer), service, { as: 'minjun' })
  const bar = within(await screen.findByRole('region', { name: 'Actions' }))
  expect(bar.getByText(/^An owner or contributor of the publisher has to check the preview/)).toBeTruthy()
  expect(bar.getAllByText(/Reader/)).toHaveLength(1)
  const buttons = bar.getAllByRole('button')
  expect(buttons).toHaveLength(3)
  for (const each of buttons) expect(reasonOf(each)).toMatch(/Reader/)
})

test('a button that has the focus keeps it when a poll makes its action possible', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Mail Relay' })
  await service.publish(offer)
  const { client } = await renderAt(pathOf(offer), service)
  const goLive = await button('Go Live')
  goLive.focus()
  await service.settle()
  await act(() => client.refetchQueries({ queryKey: ['status'] }))
  await screen.findByRole('region', { name: 'Your turn: check the preview' })
  expect(goLive.getAttribute('aria-disabled')).not.toBe('true')
  expect(document.activeElement).toBe(goLive)
})

test('a reader can only view, and the page says so', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Mail Relay' })
  await renderAt(pathOf(offer), service, { as: 'minjun' })
  const publish = await button('Publish')
  expect(publish.getAttribute('aria-disabled')).toBe('true')
  expect(reasonOf(publish)).toMatch(/Reader/)
})

test('the page says that an answer was lost, and then finds that the action was carried out (asked 8)', async () => {
  const { user } = await anOfferAtSignOff()
  loseAnswers({ reached: true })
  await user.click(await button('Go Live'))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('button', { name: 'Go Live' }))
  expect(
    await within(dialog).findByText('The action was carried out. Current status: Publish in progress'),
  ).toBeTruthy()
  expect(within(dialog).queryByRole('button', { name: 'Go Live' })).toBeNull()
})

test('when the pressed button disappears after a lost answer, the dialog keeps the keyboard focus', async () => {
  const { user } = await anOfferAtSignOff()
  loseAnswers({ reached: true })
  await user.click(await button('Go Live'))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('button', { name: 'Go Live' }))
  await within(dialog).findByText(/The action was carried out/)
  expect(document.activeElement).toBe(within(dialog).getByRole('button', { name: 'Close' }))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('a request that did not arrive is repeated with the same key until the service answers (asked 7)', async () => {
  const { user } = await anOfferAtSignOff()
  const { keys } = loseAnswers({ reached: false, times: 2 })
  await user.click(await button('Go Live'))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('button', { name: 'Go Live' }))
  expect(await within(dialog).findByText(/Asking the service again/)).toBeTruthy()
  expect(await within(dialog).findByText(/The action was carried out/)).toBeTruthy()
  expect(keys.length).toBe(3)
  expect(new Set(keys).size).toBe(1)
})

test('when no answer comes for minutes, the page says that the outcome is unknown, and asks again on request', async () => {
  const { user } = await anOfferAtSignOff()
  await user.click(await button('Go Live'))
  const dialog = await screen.findByRole('dialog')
  const real = globalThis.fetch
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  vi.useFakeTimers({ shouldAdvanceTime: true })
  act(() => within(dialog).getByRole('button', { name: 'Go Live' }).click())
  expect(await within(dialog).findByText(/No clear answer was received/)).toBeTruthy()
  await act(() => vi.advanceTimersByTimeAsync(10 * 60_000))
  expect(await within(dialog).findByText(/it is still unknown whether the action was carried out/)).toBeTruthy()
  vi.useRealTimers()
  vi.stubGlobal('fetch', real)
  act(() => within(dialog).getByText('Ask again').click())
  expect(await screen.findByText('Publish in progress')).toBeTruthy()
})

test('an action that the service now refuses is explained, with what the offer has become and by whom (asked 8)', async () => {
  const { user, service, offer } = await anOfferAtSignOff()
  await user.click(await button('Go Live'))
  const dialog = await screen.findByRole('dialog')
  await service.cancel(offer)
  await user.click(within(dialog).getByRole('button', { name: 'Go Live' }))
  expect(await within(dialog).findByRole('alert')).toBeTruthy()
  expect(await within(dialog).findByText('Current status: Publish canceled')).toBeTruthy()
  expect(within(dialog).getByText('Canceled by avery@contoso.com')).toBeTruthy()
})

test('an action reads as requested until the service shows the change (asked 12)', async () => {
  const { user } = await anOfferAtSignOff()
  const real = globalThis.fetch
  const { promise, resolve: release } = Promise.withResolvers<void>()
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    if (path.includes('/status')) await promise
    return real(path, init)
  })
  await user.click(await button('Go Live'))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Go Live' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await screen.findByText('Go Live requested. Waiting for the service to respond…')).toBeTruthy()
  expect(screen.getByText('Awaiting publisher sign-off')).toBeTruthy()
  expect((await button('Cancel Publish')).getAttribute('aria-disabled')).toBe('true')
  release()
  expect(await screen.findByText('Publish in progress')).toBeTruthy()
  expect(screen.queryByText(/Go Live requested/)).toBeNull()
})

test('the page does not claim success when something else happened while an answer was lost', async () => {
  const { user, service, offer } = await anOfferAtSignOff()
  loseAnswers({ reached: false })
  await user.click(await button('Go Live'))
  const dialog = await screen.findByRole('dialog')
  await service.cancel(offer)
  await user.click(within(dialog).getByRole('button', { name: 'Go Live' }))
  expect(await within(dialog).findByText('The offer is not being published.')).toBeTruthy()
  expect(within(dialog).queryByText(/The action was carried out/)).toBeNull()
})

test('a lost Go Live takes no other submission live than the one that was on screen', async () => {
  const { user, service, offer } = await anOfferAtSignOff()
  loseAnswers({ reached: false })
  await user.click(await button('Go Live'))
  const dialog = await screen.findByRole('dialog')
  await service.cancel(offer)
  await service.publish(offer)
  await service.settle()
  await user.click(within(dialog).getByRole('button', { name: 'Go Live' }))
  expect(await within(dialog).findByText(/The offer has changed since you looked at it/)).toBeTruthy()
  expect(await screen.findByText('Awaiting publisher sign-off')).toBeTruthy()
})

test('a cancel whose answer was lost reads as carried out, although a colleague has published again', async () => {
  const { user, service, offer } = await anOfferAtSignOff()
  await user.click(await button('Cancel Publish'))
  const dialog = await screen.findByRole('dialog')
  loseAnswers({ reached: true })
  await user.click(within(dialog).getByRole('button', { name: 'Cancel Publish' }))
  await within(dialog).findByText(/Asking the service again/)
  await service.publish(offer)
  expect(
    await within(dialog).findByText('The action was carried out. Current status: Publish in progress'),
  ).toBeTruthy()
})

test('an answer that comes too late for the page is found by asking again', async () => {
  const { user } = await anOfferAtSignOff()
  const real = globalThis.fetch
  const late: Promise<unknown>[] = []
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    if (init?.method !== 'POST' || late.length > 0) return real(path, init)
    late.push(new Promise((resolve) => setTimeout(resolve, 500)).then(() => real(path, init)))
    throw new DOMException('timed out', 'TimeoutError')
  })
  await user.click(await button('Go Live'))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('button', { name: 'Go Live' }))
  expect(await within(dialog).findByText(/The action was carried out/)).toBeTruthy()
  await Promise.all(late)
})

test('a poll that began before Go Live does not hide its effect (asked 12)', async () => {
  const { user } = await anOfferAtSignOff()
  const real = globalThis.fetch
  await user.click(await button('Go Live'))
  const dialog = await screen.findByRole('dialog')
  const { promise: accepted, resolve: accept } = Promise.withResolvers<void>()
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    const answer = await real(path, init)
    if (init?.method === 'POST') accept()
    else if (path.includes('/status')) await accepted
    return answer
  })
  refresh()
  await user.click(within(dialog).getByRole('button', { name: 'Go Live' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await screen.findByText('Publish in progress')).toBeTruthy()
})

test('repeating the publish of a colleague ends as soon as the service shows the status', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Mail Relay' })
  const { user } = await renderAt(pathOf(offer), service)
  await user.click(await button('Publish'))
  const dialog = await screen.findByRole('dialog')
  await within(dialog).findByRole('textbox')
  await service.publish(offer)
  await user.click(within(dialog).getByRole('button', { name: 'Publish' }))
  expect(await screen.findByText('Publish in progress')).toBeTruthy()
  await waitFor(() => expect(screen.queryByText(/Publish requested/)).toBeNull())
  expect(reasonOf(await button('Publish'))).toBe('The offer is already being published.')
})

test('an open dialog withdraws its verb when a poll shows that the action is no longer allowed', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Mail Relay' })
  const { user } = await renderAt(pathOf(offer), service)
  await user.click(await button('Publish'))
  const dialog = await screen.findByRole('dialog')
  await within(dialog).findByRole('textbox')
  await service.publish(offer)
  refresh()
  expect(await within(dialog).findByText('The offer is already being published.')).toBeTruthy()
  expect(within(dialog).queryByRole('button', { name: 'Publish' })).toBeNull()
})

test('a poll does not replace the form by problems while an address is being typed', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Mail Relay' })
  const { user } = await renderAt(pathOf(offer), service)
  await user.click(await button('Publish'))
  const dialog = await screen.findByRole('dialog')
  const emails = await within(dialog).findByRole('textbox')
  await user.type(emails, ', half@cont')
  const draft = `/api/publishers/${offer.publisherId}/offers/${offer.offerId}?api-version=2017-10-31`
  const { offerTypeId, definition } = await (await service.request(draft)).json()
  const body = JSON.stringify({ offerTypeId, definition: incomplete(definition) })
  const headers = { 'if-match': '*', 'content-type': 'application/json' }
  expect((await service.request(draft, { method: 'PUT', headers, body })).status).toBe(200)
  const polled = vi.fn(globalThis.fetch)
  vi.stubGlobal('fetch', polled)
  refresh()
  await waitFor(() => expect(polled).toHaveBeenCalled())
  expect(within(dialog).getByRole('textbox')).toHaveProperty('value', 'avery@contoso.com, half@cont')
  await user.type(emails, 'oso.com')
  await user.click(within(dialog).getByRole('button', { name: 'Publish' }))
  expect(await within(dialog).findByText('Marketplace › Summary')).toBeTruthy()
})

describe('a dialog that is closed while its request is on the way', () => {
  test('leaves the other actions waiting, and its answer is told when it comes', async () => {
    const { user } = await anOfferAtSignOff()
    const { release } = holdAnswers()
    await user.click(await button('Go Live'))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Go Live' }))
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(reasonOf(await button('Go Live'))).toMatch(/Go Live requested/)
    expect((await button('Cancel Publish')).getAttribute('aria-disabled')).toBe('true')
    release()
    expect((await screen.findByRole('alert')).textContent).toContain('Go Live: “Contoso Mail Relay”')
    expect(screen.getByRole('alert').textContent).toContain('The action was carried out.')
    await user.click(screen.getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('has its refusal told on whatever page the person has gone to', async () => {
    const { user, service, offer } = await anOfferAtSignOff()
    const { release } = holdAnswers()
    await user.click(await button('Go Live'))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Go Live' }))
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.click(screen.getByRole('link', { name: 'All offers' }))
    await service.cancel(offer)
    release()
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('The offer is not being published.')
  })
})

test('Go Live is about the submission on screen, and says when another has taken its place', async () => {
  const { service, offer, user } = await anOfferAtSignOff()
  await user.click(await button('Go Live'))
  const dialog = await screen.findByRole('dialog')
  await service.cancel(offer)
  await service.publish(offer)
  await service.settle()
  await user.click(within(dialog).getByRole('button', { name: 'Go Live' }))
  expect(await within(dialog).findByText(/The offer has changed since you looked at it/)).toBeTruthy()
  const status = await service.request(
    `/api/publishers/${offer.publisherId}/offers/${offer.offerId}/status?api-version=2017-10-31`,
  )
  expect((await status.json()).status).toBe('waitingForPublisherReview')
})
