import { readFileSync } from 'node:fs'
import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import type { OfferStatus } from '../../src/contract/status.ts'
import { withBrokenSas, withoutLeadDestination } from '../../src/service/demo/content.ts'
import { renderAt } from '../support/renderAt.tsx'
import { type OfferKey, type Service, startService } from '../support/service.ts'

const sample = JSON.parse(readFileSync('test/fixtures/offer-status-2018.json', 'utf8')) as OfferStatus

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const pathOf = ({ publisherId, offerId }: OfferKey) => `/publishers/${publisherId}/offers/${offerId}/status`
const step = async (name: string | RegExp) => (await screen.findByRole('heading', { level: 3, name })).closest('li')!

/** Replaces the answer to status requests only. */
function answerStatus(answer: () => Response) {
  const real = globalThis.fetch
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) =>
    path.includes('/status') ? Promise.resolve(answer()) : real(path, init),
  )
}

async function rejected(service: Service, title = 'Template uses fixed API versions') {
  const offer = await service.anOffer({ name: 'Contoso Kafka', type: 'microsoft-azure-applications' })
  await service.publish(offer)
  await service.settle()
  await service.goLive(offer)
  while (!(await isAtReview(service, offer))) await service.step()
  const issues = [
    { title, link: 'https://dev.azure.com/templates/pullrequest/7' },
    { title: 'See the guidance', link: 'https://example.com/guidance' },
  ]
  await service.operator.reject({ ...offer, issues })
  return offer
}

async function isAtReview(service: Service, { publisherId, offerId }: OfferKey) {
  const reply = await service.request(`/api/publishers/${publisherId}/offers/${offerId}/status?api-version=2017-10-31`)
  const { steps } = (await reply.json()) as { steps: { id: string; status: string }[] }
  return steps.find(({ id }) => id === 'microsoft-review')!.status !== 'notStarted'
}

test('each step shows its state and the estimated time, and who acts unless it runs by itself; the current step is marked (U12)', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Mail Relay' })
  await service.publish(offer)
  await renderAt(pathOf(offer), service)
  const current = await step('Validate prerequisites')
  expect(current.getAttribute('aria-current')).toBe('step')
  expect(within(current).getByText('In progress')).toBeTruthy()
  expect(within(current).getByText('Estimated: < 15 min')).toBeTruthy()
  expect(within(current).queryByText('Marketplace, automatically')).toBeNull()
  const signOff = await step('Publisher sign-off')
  expect(within(signOff).getByText('Not started')).toBeTruthy()
  expect(within(signOff).getByText('You')).toBeTruthy()
  expect(within(await step('Certification')).getByText('2-3 days')).toBeTruthy()
  expect(screen.getByRole('heading', { level: 2, name: 'Publishing steps' })).toBeTruthy()
})

test('a step that moves appears without a reload and is announced once', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Mail Relay' })
  await service.publish(offer)
  await renderAt(pathOf(offer), service)
  await step('Validate prerequisites')
  const announced: string[] = []
  const listening = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const region = (target instanceof Element ? target : target.parentElement)?.closest('[aria-live]')
      if (region?.textContent) announced.push(region.textContent)
    }
  })
  listening.observe(document.body, { subtree: true, childList: true, characterData: true })
  await service.settle()
  await act(() => vi.advanceTimersByTimeAsync(6_000))
  expect(within(await step('Publisher sign-off')).getByText(/^Waiting for you/)).toBeTruthy()
  await act(() => vi.advanceTimersByTimeAsync(70_000))
  listening.disconnect()
  expect(announced).toEqual(['Status: Awaiting publisher sign-off'])
})

test('a completed step says how long it took and when it ended, and nothing else (U12)', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Mail Relay' })
  await service.publish(offer)
  await service.settle()
  await renderAt(pathOf(offer), service)
  const done = await step('Certification')
  expect(within(done).getByText(/^Took /)).toBeTruthy()
  expect(done.querySelectorAll('time')).toHaveLength(1)
  expect(within(done).queryByText(/Estimated|2-3 days|Step completed|Marketplace/)).toBeNull()
})

test('a failed step says when it failed and how long ago, and no longer an estimate (U8)', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Log Collector', content: withBrokenSas })
  const { request } = service
  await service.publish(offer)
  await service.settle()
  const reply = await request(`/api${pathOf(offer)}?api-version=2017-10-31`)
  const { steps } = (await reply.json()) as OfferStatus
  const ended = steps.find(({ status }) => status === 'blocked')!.endedTime!
  vi.useFakeTimers({ shouldAdvanceTime: true, now: Date.parse(ended) + 20.5 * 3_600_000 })
  await renderAt(pathOf(offer), service)
  const failed = within(await step('Certification'))
  expect(failed.getByText(/^Failed .*\(20 hours ago\)/).querySelector('time')?.dateTime).toBe(ended)
  expect(failed.queryByText(/Estimated|2-3 days/)).toBeNull()
  expect(screen.queryByText('Estimated time')).toBeNull()
  expect(screen.getByText('Stopped').nextElementSibling?.textContent).toMatch(/^\D{3} \d+, .*20 hours ago$/)
})

test('after a change of the language, times and how long ago they were are right again (asked 15)', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Log Collector', content: withBrokenSas })
  await service.publish(offer)
  await service.settle()
  vi.useFakeTimers({ shouldAdvanceTime: true, now: service.clock.now().getTime() + 20.5 * 3_600_000 })
  const { user } = await renderAt(pathOf(offer), service)
  const stopped = (await screen.findByText('Stopped')).nextElementSibling!
  expect(stopped.textContent).toMatch(/^\w{3} \d+, .+ [AP]M20 hours ago$/)
  await user.click(screen.getByRole('button', { name: 'Language: English' }))
  await user.click(await screen.findByRole('menuitemradio', { name: '한국어' }))
  const sameFact = (await screen.findByText('중지 시간')).nextElementSibling!
  expect(sameFact.textContent).toMatch(/^\d+월 \d+일 (오전|오후) \d+:\d\d20시간 전$/)
})

test('a sign-off waits for those who can give it; a reader learns whom it waits for (U13)', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Mail Relay' })
  await service.publish(offer)
  await service.settle()
  await renderAt(pathOf(offer), service)
  expect(within(await step('Publisher sign-off')).getByText(/^Waiting for you \d/)).toBeTruthy()
  expect(screen.getByText('Who acts next').nextElementSibling?.textContent).toBe('You')
  cleanup()
  await renderAt(pathOf(offer), service, { as: 'minjun' })
  expect(within(await step('Publisher sign-off')).getByText('Waiting for publisher')).toBeTruthy()
  expect(screen.queryByText(/Waiting for you/)).toBeNull()
  expect(screen.getByText('Who acts next').nextElementSibling?.textContent).toBe('Publisher')
  expect(screen.getByText('The publisher checks the preview before the offer goes live')).toBeTruthy()
  expect(screen.queryByText('Check the preview, then select Go Live')).toBeNull()
})

test('at sign-off the page says when the offer will be live if it is signed off today (U9)', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Mail Relay' })
  await service.publish(offer)
  await service.settle()
  vi.useFakeTimers({ shouldAdvanceTime: true, now: new Date(2026, 10, 24, 9) })
  await renderAt(pathOf(offer), service)
  expect((await screen.findByText('Expected live')).nextElementSibling?.textContent?.replaceAll(/\s/g, ' ')).toBe(
    'Nov 26 – 29, if you sign off today',
  )
  cleanup()
  await renderAt(pathOf(offer), service, { as: 'minjun' })
  expect((await screen.findByText('Expected live')).nextElementSibling?.textContent).toMatch(
    /if the publisher signs off/,
  )
})

test('after five attempts of its type the page says how long steps and the whole usually take here (asked 1)', async () => {
  const service = await startService()
  for (let attempt = 0; attempt < 5; attempt++) {
    const other = await service.anOffer()
    await service.publish(other)
    await service.settle()
    await service.goLive(other)
    await service.settle()
  }
  const offer = await service.anOffer({ name: 'Contoso Mail Relay' })
  await service.publish(offer)
  await renderAt(pathOf(offer), service)
  const certification = within(await step('Certification'))
  expect(await certification.findByText(/^Usually .* 9 of 10 within /)).toBeTruthy()
  expect(screen.getByText('Usual time here').nextElementSibling?.textContent).toMatch(
    /last 5 attempts of this offer type/,
  )
})

test('where nine of ten attempts took as long as half of them, the usual time is said once (asked 1)', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Mail Relay' })
  const { client } = await renderAt(pathOf(offer), service)
  await step('Certification')
  const tell = (ninetieth: number) =>
    client.setQueryData(['usualTimes', 'microsoft-azure-virtualmachines'], {
      steps: {},
      whole: { median: 540_000, ninetieth, count: 5 },
    })
  tell(660_000)
  expect(await screen.findByText(/^9.min; 9 of 10 within 11.min$/)).toBeTruthy()
  tell(540_010)
  expect(await screen.findByText(/^9.min$/)).toBeTruthy()
})

test('an error is shown inside the step where it arose, in the reader’s language, with the field to correct', async () => {
  const service = await startService()
  const type = 'microsoft-consulting-services'
  const offer = await service.anOffer({ name: 'Cost Workshop', type, content: withoutLeadDestination })
  await service.publish(offer)
  await service.settle()
  await renderAt(pathOf(offer), service, { language: 'fr-FR' })
  const failed = await step('Validation et inscription de la gestion des prospects')
  expect(within(failed).getByText('Bloquée')).toBeTruthy()
  expect(within(failed).getByText(/Les paramètres de gestion des prospects sont absents/)).toBeTruthy()
  expect(within(failed).getByText('Où corriger').nextElementSibling?.textContent).toMatch(/Destination des prospects/)
})

test('a virtual machine whose image cannot be copied is blocked with the reason', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Log Collector', content: withBrokenSas })
  await service.publish(offer)
  await service.settle()
  await renderAt(pathOf(offer), service)
  expect(within(await step('Certification')).getByText('Blocked')).toBeTruthy()
  expect(screen.getByText('Publish failed')).toBeTruthy()
})

test('review links open in a new tab, show their host, and say what to do about a 401', async () => {
  const service = await startService()
  const offer = await rejected(service)
  await renderAt(pathOf(offer), service)
  const review = await step('Microsoft review')
  const issue = within(review).getByRole('link', { name: /Review issue: Template uses fixed API versions/ })
  expect(issue.getAttribute('href')).toBe('https://dev.azure.com/templates/pullrequest/7')
  expect(issue.getAttribute('target')).toBe('_blank')
  expect(issue.getAttribute('rel')).toBe('noopener noreferrer')
  expect(within(review).getByText('dev.azure.com')).toBeTruthy()
  expect(within(review).getByRole('link', { name: /External link: See the guidance/ })).toBeTruthy()
  expect(within(review).getByText(/returns error 401.*Marketplace onboarding.*Access problem/)).toBeTruthy()
})

test.each([
  ['fr-FR', 'Place de marché Azure'],
  ['zh-CN', 'Azure 市场'],
  ['ko-KR', 'Azure Marketplace'],
] as const)(
  'in %s the links are named %s; an unknown storefront keeps the name that the service sends',
  async (language, name) => {
    const service = await startService()
    const offer = await service.anOffer({ name: 'Contoso Mail Relay' })
    await service.publish(offer)
    await service.settle()
    const { client } = await renderAt(pathOf(offer), service, { language })
    expect(await screen.findByRole('link', { name: new RegExp(name) })).toBeTruthy()
    answerStatus(() =>
      Response.json({ ...sample, liveLinks: [{ displayText: 'Bazaar', uri: 'https://bazaar.example' }] }),
    )
    await act(() => client.refetchQueries({ queryKey: ['status'] }))
    expect((await screen.findByText('Bazaar')).lang).toBe('en')
  },
)

test('a link in an English message has its own words in the reader’s language', async () => {
  const service = await startService()
  const offer = await rejected(service)
  await renderAt(pathOf(offer), service, { language: 'ko-KR' })
  const title = await screen.findByText('Template uses fixed API versions')
  expect(title.lang).toBe('en')
  const link = title.closest('a')!
  expect(link.textContent).toContain('검토 문제')
  expect(link.closest('[lang]')!.getAttribute('lang')).toBe('ko-KR')
})

test('a title with a mark that reverses text does not reverse the host after it', async () => {
  const service = await startService()
  const offer = await rejected(service, 'Look here \u202e')
  await renderAt(pathOf(offer), service)
  const host = await screen.findByText('dev.azure.com')
  expect(host.tagName).toBe('BDI')
  const title = within(await step('Microsoft review')).getByText(/Look here/)
  expect(title.tagName).toBe('BDI')
  expect(title.contains(host)).toBe(false)
})

test('an unknown offer says that it does not exist', async () => {
  await renderAt('/publishers/contoso/offers/no-such-offer/status', await startService())
  expect(await screen.findByRole('heading', { name: 'This offer does not exist' })).toBeTruthy()
})

test('unknown steps, statuses and actors break nothing', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Mail Relay' })
  const { client } = await renderAt(pathOf(offer), service)
  await screen.findByRole('heading', { level: 1, name: 'Contoso Mail Relay' })
  const steps = [{ ...sample.steps[0]!, id: 'novel', stepName: 'Novel step', status: 'pondering', actor: 'oracle' }]
  const script = { messageHtml: '<b onclick="x()">Hi</b>', level: 'error', timestamp: '2018-03-16T17:50:45Z' }
  answerStatus(() => Response.json({ ...sample, status: 'musing', steps, messages: [script] }))
  await act(() => client.refetchQueries({ queryKey: ['status'] }))
  const novel = await step('Novel step')
  expect(within(novel).getByText('Unknown (pondering)')).toBeTruthy()
  expect(screen.getByText('Unknown (musing)')).toBeTruthy()
  expect(screen.getByText('<b onclick="x()">Hi</b>')).toBeTruthy()
})

test('the sample documented in 2018 is shown as it is, including its contradictions', async () => {
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Mail Relay' })
  const { client } = await renderAt(pathOf(offer), service)
  await screen.findByRole('heading', { level: 1, name: 'Contoso Mail Relay' })
  answerStatus(() => Response.json(sample))
  await act(() => client.refetchQueries({ queryKey: ['status'] }))
  expect(await screen.findByRole('heading', { level: 1, name: 'contoso-mail-relay' })).toBeTruthy()
  expect(within(await step('Validate prerequisites')).getByText('Step completed.')).toBeTruthy()
  expect(within(await step('Certification')).getByText('Not started')).toBeTruthy()
  expect(within(await step('Publisher sign-off')).getByText('Complete')).toBeTruthy()
  expect(screen.getByText('jdoe@contoso.com')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Publish' }).getAttribute('aria-disabled')).toBe('true')
})

test('the same sample as printed cannot be parsed, and the last good answer stays', async () => {
  const printed = readFileSync('test/fixtures/offer-status-2018-as-printed.txt', 'utf8')
  expect(() => JSON.parse(printed)).toThrow()
  const service = await startService()
  const offer = await service.anOffer({ name: 'Contoso Mail Relay' })
  const { client } = await renderAt(pathOf(offer), service)
  await screen.findByRole('heading', { level: 1, name: 'Contoso Mail Relay' })
  answerStatus(() => new Response(printed, { headers: { 'content-type': 'application/json' } }))
  await act(() => client.refetchQueries({ queryKey: ['status'] }))
  expect(await screen.findByText(/The service’s answer could not be read/)).toBeTruthy()
  expect(screen.getByRole('heading', { level: 1, name: 'Contoso Mail Relay' })).toBeTruthy()
})
