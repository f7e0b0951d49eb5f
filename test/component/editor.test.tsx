import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { withBrokenSas, withoutLeadDestination } from '../../src/service/demo/content.ts'
import { definitionOf } from '../../src/service/store/offerVersions.ts'
import { renderAt } from '../support/renderAt.tsx'
import { type OfferKey, type Service, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

let service: Service
beforeEach(async () => {
  service = await startService()
})
afterEach(async () => {
  cleanup()
  localStorage.clear()
  await service.close()
})

const editorOf = ({ publisherId, offerId }: OfferKey, search = '') =>
  `/publishers/${publisherId}/offers/${offerId}/editor${search}`
const contentOf = async ({ publisherId, offerId }: OfferKey) =>
  (await definitionOf(service.deps.db)(publisherId, offerId, 1))!
const summary = 'microsoft-azure-marketplace.summary'
const field = (name: string) => screen.findByLabelText(new RegExp(`^${name}\\*?$`))

test('a field that was typed in is saved with Ctrl+S; everything else stays, secrets too', async () => {
  const offer = await service.anOffer()
  const before = await contentOf(offer)
  const { user } = await renderAt(editorOf(offer, '?tab=marketplace'), service)
  await user.clear(await field('Summary'))
  await user.type(await field('Summary'), 'Contoso Firewall')
  expect(await screen.findByText('There are unsaved changes.')).toBeTruthy()
  await user.keyboard('{Control>}s{/Control}')
  expect(await screen.findByText(/^Last saved: just now \(avery@contoso.com\)$/)).toBeTruthy()
  expect(await contentOf(offer)).toEqual({ ...before, offer: { ...before.offer, [summary]: 'Contoso Firewall' } })
  expect(document.activeElement).toBe(await field('Summary'))
})

test('Discard brings back what is saved', async () => {
  const offer = await service.anOffer()
  const { user } = await renderAt(editorOf(offer, '?tab=marketplace'), service)
  await user.type(await field('Summary'), ' changed')
  await user.click(screen.getByRole('button', { name: 'Discard' }))
  expect(await field('Summary')).toHaveProperty('value', (await contentOf(offer)).offer[summary])
})

test('an incomplete draft is saved, and each fault is shown at its field', async () => {
  const offer = await service.anOffer()
  const { user } = await renderAt(editorOf(offer, '?tab=marketplace'), service)
  await user.clear(await field('Summary'))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  const wrong = await field('Summary')
  await waitFor(() => expect(wrong.getAttribute('aria-invalid')).toBe('true'))
  const described = document.getElementById(wrong.getAttribute('aria-describedby')!)!
  expect(described.textContent).toBe('This field is required. Fill it in before you publish.')
})

test('the fault of a failed attempt leads to its field, and says when it is corrected (U6)', async () => {
  const offer = await service.anOffer({ type: 'microsoft-consulting-services', content: withoutLeadDestination })
  await service.publish(offer)
  await service.settle()
  const { user } = await renderAt(`/publishers/contoso/offers/${offer.offerId}/status`, service)
  const [link] = await screen.findAllByRole('link', { name: 'Storefront Details › Lead destination' })
  await user.click(link!)
  const destination = await field('Lead destination')
  await waitFor(() => expect(document.activeElement).toBe(destination))
  expect(within(screen.getByRole('region', { name: 'What to correct' })).getByText('Fault 1 of 1:')).toBeTruthy()

  await user.selectOptions(destination, 'HTTPS endpoint')
  await user.type(await field('HTTPS endpoint URL'), 'https://leads.contoso.com/inbox')
  await user.keyboard('{Control>}s{/Control}')
  expect(await screen.findAllByText('Corrected: the check finds nothing here any more.')).toHaveLength(2)
  expect(screen.getByRole('link', { name: 'Publish again' })).toBeTruthy()
})

test('a fault of one plan and version opens that plan, and moves the focus to the version', async () => {
  const offer = await service.anOffer({
    content: (sample) => {
      const { plans } = withBrokenSas(sample)
      return { ...sample, plans: [...sample.plans, { ...plans[0]!, planId: 'premium' }] }
    },
  })
  const target = 'plans.microsoft-azure-virtualmachines.vmImages'
  await renderAt(editorOf(offer, `?field=${target}&plan=premium&version=1.0.0`), service)
  await waitFor(() => expect(document.activeElement).toHaveProperty('value', '1.0.0'))
  expect(screen.getByRole('button', { name: 'premium', pressed: true })).toBeTruthy()
  expect(await screen.findAllByText(/the start date \(st\) or the end date \(se\) is missing/)).not.toEqual([])
})

test('leaving with unsaved changes asks, and staying keeps them', async () => {
  const offer = await service.anOffer()
  const { user } = await renderAt(editorOf(offer, '?tab=marketplace'), service)
  await user.type(await field('Summary'), ' changed')
  await user.click(screen.getAllByRole('link', { name: 'History' }).at(-1)!)
  const dialog = await screen.findByRole('dialog', { name: 'Leave without saving?' })
  await user.click(within(dialog).getByRole('button', { name: 'Stay here' }))
  expect(await field('Summary')).toHaveProperty('value', `${(await contentOf(offer)).offer[summary]} changed`)
  await user.click(await screen.findByRole('link', { name: 'Status' }))
  await user.click(await screen.findByRole('button', { name: 'Leave' }))
  expect(await screen.findByRole('button', { name: 'Publish' })).toBeTruthy()
})

test('plans and their images grow, shrink and keep their order', async () => {
  const offer = await service.anOffer()
  const { user } = await renderAt(editorOf(offer, '?tab=plans'), service)
  await user.click(await screen.findByRole('button', { name: 'Add a SKU' }))
  fireEvent.change(await field('SKU ID'), { target: { value: 'premium' } })
  fireEvent.change(await field('Title'), { target: { value: 'Premium' } })
  await user.click(screen.getByRole('button', { name: 'Add a version' }))
  fireEvent.change(await field('Version'), { target: { value: '2.0.0' } })
  await user.click(screen.getByRole('button', { name: 'Move entry 2 up' }))
  await user.keyboard('{Control>}s{/Control}')
  await screen.findByText(/^Last saved: just now/)
  const { plans } = await contentOf(offer)
  expect(plans.map(({ planId }) => planId)).toEqual(['premium', 'standard'])
  expect(plans[0]).toMatchObject({
    'microsoft-azure-virtualmachines.skuTitle': 'Premium',
    'microsoft-azure-virtualmachines.vmImages': { '2.0.0': {} },
  })
})

test('a reader sees the draft and cannot change it', async () => {
  const offer = await service.anOffer()
  await renderAt(editorOf(offer, '?tab=marketplace'), service, { as: 'minjun' })
  expect(await field('Summary')).toHaveProperty('readOnly', true)
  expect(await screen.findByText(/^Your role at this publisher is Reader/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
})

describe('what a person typed', () => {
  const longSummary = 'microsoft-azure-marketplace.longSummary'
  /** Another person saves the draft. */
  async function saveElsewhere(offer: OfferKey, changes: Record<string, unknown>) {
    const { offer: content, ...others } = await contentOf(offer)
    const path = `/api/publishers/contoso/offers/${offer.offerId}?api-version=2017-10-31`
    const answer = await service.request(path, {
      as: 'camille',
      method: 'PUT',
      headers: { 'if-match': '*' },
      body: JSON.stringify({
        offerTypeId: 'microsoft-azure-virtualmachines',
        definition: { ...others, offer: { ...content, ...changes } },
      }),
    })
    expect(answer.status).toBe(200)
  }
  async function typeSummary(offer: OfferKey, text: string) {
    const { user, ...view } = await renderAt(editorOf(offer, '?tab=marketplace'), service)
    await user.clear(await field('Summary'))
    await user.type(await field('Summary'), text)
    return { user, ...view }
  }

  test('survives a conflict: both values are shown, and other changes are combined (asked 8)', async () => {
    const offer = await service.anOffer()
    const { user } = await typeSummary(offer, 'Mine')
    await saveElsewhere(offer, { [summary]: 'Theirs', [longSummary]: 'Longer' })
    await user.click(screen.getByRole('button', { name: 'Save' }))
    const panel = await screen.findByRole('region', { name: 'The draft was saved by someone else' })
    expect(within(panel).getByText('Saved by camille@contoso.com: just now')).toBeTruthy()
    expect(within(panel).getByText('Changed there: Marketplace › Summary · Marketplace › Long summary')).toBeTruthy()
    const choice = within(panel).getByRole('group', { name: 'Marketplace › Summary' })
    expect(within(choice).getByRole('radio', { name: 'Yours: Mine' })).toHaveProperty('checked', true)
    expect(within(choice).getByRole('radio', { name: 'Saved: Theirs' })).toBeTruthy()
    expect((await contentOf(offer)).offer[summary]).toBe('Theirs')
    await user.click(within(panel).getByRole('button', { name: 'Save the result' }))
    await screen.findByText(/^Last saved: just now \(avery@contoso.com\)$/)
    expect((await contentOf(offer)).offer).toMatchObject({ [summary]: 'Mine', [longSummary]: 'Longer' })
  })

  /** What the service answers to the next saves, in place of saving. */
  function answerSaves(...answers: Response[]) {
    const real = globalThis.fetch
    vi.stubGlobal('fetch', async (path: string, init?: RequestInit) =>
      init?.method === 'PUT' ? (answers.shift() ?? real(path, init)) : real(path, init),
    )
  }

  test.each([
    ['a failed save', 'ContentTooLarge', 413, 'The draft was not saved. What was sent is too large.'],
    ['a lost session', 'Unauthorized', 401, 'The draft was not saved. Your session has ended. Sign in again.'],
  ])('survives %s, and can be saved afterwards (asked 13)', async (_, code, status, expected) => {
    const offer = await service.anOffer()
    const { user } = await typeSummary(offer, 'Mine')
    answerSaves(Response.json({ error: { code, message: '' } }, { status }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect((await screen.findByText(/^The draft was not saved\./)).textContent).toContain(expected)
    expect(await field('Summary')).toHaveProperty('value', 'Mine')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText(/^Last saved: just now/)
    expect((await contentOf(offer)).offer[summary]).toBe('Mine')
  })

  test.each([true, false])(
    'survives a lost answer to Save: the same save is sent again with the same key, arrived or not (%s) (asked 7, asked 8)',
    async (hasArrived) => {
      const offer = await service.anOffer()
      const { user } = await typeSummary(offer, 'Mine')
      await user.click(screen.getByRole('button', { name: 'Replace the saved value' }))
      await user.type(await field('Connection string'), 'AccountName=a;AccountKey=sEcReT')
      const real = globalThis.fetch
      const keys: (string | null)[] = []
      vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
        if (init?.method !== 'PUT') return real(path, init)
        keys.push(new Headers(init.headers).get('Idempotency-Key'))
        if (keys.length > 1) return real(path, init)
        if (hasArrived) await real(path, init)
        throw new TypeError('connection lost')
      })
      await user.click(screen.getByRole('button', { name: 'Save' }))
      expect(await screen.findByText('No answer yet. Asking the service again…')).toBeTruthy()
      await screen.findByText(/^Last saved: just now/)
      expect(keys).toEqual([expect.any(String), keys[0]])
      expect(screen.queryByRole('region', { name: 'The draft was saved by someone else' })).toBeNull()
      expect((await contentOf(offer)).offer[summary]).toBe('Mine')
      const { total } = (await toolOf(service).get('/api/portal/history?type=OfferSaved')).json
      expect(total).toBe(1)
    },
  )

  test('survives a poll (asked 18)', async () => {
    const offer = await service.anOffer()
    const { client } = await typeSummary(offer, 'Mine')
    await saveElsewhere(offer, { [summary]: 'Theirs' })
    await act(() => client.invalidateQueries())
    expect(await field('Summary')).toHaveProperty('value', 'Mine')
  })

  test('survives a closed tab without its secrets, and is offered back', async () => {
    const offer = await service.anOffer()
    const { user } = await typeSummary(offer, 'Mine')
    await user.click(screen.getByRole('button', { name: 'Replace the saved value' }))
    await user.type(await field('Connection string'), 'AccountName=a;AccountKey=sEcReT')
    fireEvent(window, new Event('pagehide'))
    expect(JSON.stringify({ ...localStorage })).not.toContain('sEcReT')
    cleanup()

    const again = await renderAt(editorOf(offer, '?tab=marketplace'), service)
    await again.user.click(await screen.findByRole('button', { name: 'Restore the changes' }))
    expect(await field('Summary')).toHaveProperty('value', 'Mine')
    await again.user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText(/^Last saved: just now/)
    expect((await contentOf(offer)).offer[summary]).toBe('Mine')
    expect(Object.keys(localStorage).filter((name) => name.startsWith('draft '))).toEqual([])
  })

  test('restored over a draft that somebody saved since, is merged and not written over it', async () => {
    const offer = await service.anOffer()
    await typeSummary(offer, 'Mine')
    fireEvent(window, new Event('pagehide'))
    cleanup()
    await saveElsewhere(offer, { [longSummary]: 'Longer' })
    const { user } = await renderAt(editorOf(offer, '?tab=marketplace'), service)
    await user.click(await screen.findByRole('button', { name: 'Restore the changes' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await user.click(await screen.findByRole('button', { name: 'Save the result' }))
    await screen.findByText(/^Last saved: just now \(avery@contoso.com\)$/)
    expect((await contentOf(offer)).offer).toMatchObject({ [summary]: 'Mine', [longSummary]: 'Longer' })
  })
})

test('a new offer can be a copy, and is deleted before its first publish', async () => {
  await service.anOffer({ name: 'Contoso Mail' })
  const { user } = await renderAt('/publishers/contoso/offers/contoso-mail/editor', service)
  await user.click(await screen.findByRole('link', { name: 'Copy this offer' }))
  await user.type(await screen.findByLabelText('Offer name*'), 'Contoso Mail 2')
  await user.click(screen.getByRole('button', { name: 'Create the offer' }))
  expect(await field('Name')).toHaveProperty('value', 'Contoso Mail 2')
  await user.click(screen.getByRole('button', { name: 'Delete' }))
  const dialog = await screen.findByRole('dialog', { name: 'Delete the offer?' })
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }))
  await screen.findByText('Contoso Mail')
  expect(screen.queryByText('Contoso Mail 2')).toBeNull()
})

test('Compare shows the saved draft beside the previewed version, and a test lead tells what is wrong', async () => {
  const offer = await service.anOffer()
  await service.publish(offer)
  await service.settle()
  const { user } = await renderAt(editorOf(offer, '?tab=marketplace'), service)
  await user.clear(await field('Summary'))
  await user.type(await field('Summary'), 'New words')
  await user.selectOptions(await field('Lead destination'), 'HTTPS endpoint')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByText(/^Last saved: just now/)
  await user.click(screen.getByRole('button', { name: 'Compare' }))
  const panel = await screen.findByRole('region', { name: 'What the saved draft changes' })
  const row = await within(panel).findByRole('row', { name: /Marketplace › Summary/ })
  expect(within(row).getByText('New words')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Send a test lead' }))
  expect((await screen.findAllByText(/^The lead management settings are missing or not valid/)).length).toBeGreaterThan(
    0,
  )
})

test('a logo of the wrong size is a fault at its field, and one that cannot be read is said to be unchecked', async () => {
  await service.close()
  const small = { format: 'PNG', size: [48, 48] as [number, number], bytes: 900 }
  service = await startService({
    deps: () => ({ readPicture: async (address) => (address.includes('40x40') ? small : undefined) }),
  })
  const offer = await service.anOffer()
  await renderAt(editorOf(offer, '?tab=marketplace'), service)
  const logo = await field('Small logo')
  await waitFor(() => expect(logo.getAttribute('aria-invalid')).toBe('true'))
  const described = (control: HTMLElement) =>
    control
      .getAttribute('aria-describedby')!
      .split(' ')
      .map((id) => document.getElementById(id)!.textContent)
  expect(described(logo)).toEqual([
    'PNG, 40 × 40 pixels, at most 512 KB',
    'The picture has 48 × 48 pixels. Use a picture of exactly 40 × 40 pixels.',
  ])
  const medium = await field('Medium logo')
  expect(medium.getAttribute('aria-invalid')).toBeNull()
  expect(described(medium)).toContain('This address could not be read, so the picture was not checked.')
})

test('a renamed SKU keeps its registry password, and a password that does not follow to another registry is said to be gone', async () => {
  const offer = await service.anOffer({ type: 'microsoft-azure-container' })
  const repository = 'microsoft-azure-container.imageRepository'
  const { user } = await renderAt(editorOf(offer, '?tab=plans'), service)
  const save = async (label: string, text: string) => {
    fireEvent.change(await field(label), { target: { value: text } })
    await user.keyboard('{Control>}s{/Control}')
    await screen.findByText(/^Last saved: just now/)
    return (await contentOf(offer)).plans[0]!
  }
  expect(await save('SKU ID', 'renamed')).toMatchObject({
    planId: 'renamed',
    [repository]: { password: 'sample-registry-password' },
  })
  expect(screen.queryByRole('alert')).toBeNull()
  expect((await save('Registry', 'elsewhere.azurecr.io'))[repository]).not.toHaveProperty('password')
  expect((await screen.findByRole('alert')).textContent).toMatch(/^A saved secret was removed/)
})
