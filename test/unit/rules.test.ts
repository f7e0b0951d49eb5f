// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseEstimate, upperBound } from '../../src/contract/estimates.ts'
import { indicatorOf } from '../../src/contract/indicators.ts'
import { currentAction, indicators } from '../../src/contract/offerList.ts'
import { OfferName } from '../../src/contract/offerName.ts'
import { emailList } from '../../src/contract/publish.ts'
import { OfferStatus, offerStatuses, stepStatuses } from '../../src/contract/status.ts'

describe('an estimate', () => {
  test.each([
    ['< 15 min', { max: 15, unit: 'minutes' }],
    ['15 minutes', { max: 15, unit: 'minutes' }],
    ['~2-3 days', { min: 2, max: 3, unit: 'days' }],
    ['7-14 days', { min: 7, max: 14, unit: 'days' }],
    ['1-7 days', { min: 1, max: 7, unit: 'days' }],
    ['1 week', { max: 1, unit: 'weeks' }],
    ['2 weeks', { max: 2, unit: 'weeks' }],
    ['< 1 hour', { max: 1, unit: 'hours' }],
  ])('%s is read', (text, estimate) => expect(parseEstimate(text)).toEqual(estimate))

  test.each(['manual', 'several hours', '', '> 1 week', '3', 'days', '1 month', '-2 days'])(
    '"%s" is not parsed',
    (text) => expect(parseEstimate(text)).toBeUndefined(),
  )

  test('ends at its upper bound', () => {
    expect(upperBound(parseEstimate('~2-3 days')!)).toBe(3 * 24 * 3_600_000)
    expect(upperBound(parseEstimate('2 weeks')!)).toBe(14 * 24 * 3_600_000)
  })

  test('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const estimate = parseEstimate(text)
        expect(estimate === undefined || upperBound(estimate) >= 0).toBe(true)
      }),
    )
  })
})

describe('the indicator', () => {
  const waiting = { id: 'publisher-signoff', status: 'waitingForPublisherReview' }
  const step = (own: { id: string; status: string }) => ({
    ...own,
    stepName: '',
    description: '',
    messages: [],
    progressPercentage: 0,
  })

  test('is one of the seven for every documented status', () => {
    for (const status of offerStatuses) expect(indicators).toContain(indicatorOf({ status, steps: [] }))
  })

  test('shows that sign-off is awaited even where the service calls that running', () => {
    expect(indicatorOf({ status: 'running', steps: [step(waiting)] })).toBe('awaitingSignoff')
    expect(indicatorOf({ status: 'failed', steps: [step(waiting)] })).toBe('failed')
  })

  test('of an unknown status is that status', () => {
    expect(indicatorOf({ status: 'quarantined', steps: [] })).toBe('quarantined')
  })

  test('determines the publisher’s current action', () => {
    const running = { code: 'live', stepName: 'Live', actor: 'marketplace', startedTime: '2026-01-01T00:00:00.000Z' }
    expect(currentAction({ indicator: 'awaitingSignoff' })).toBe('goLive')
    expect(currentAction({ indicator: 'failed', step: running })).toBe('fixAndRepublish')
    expect(currentAction({ indicator: 'inProgress', step: running })).toBe('step')
    expect(currentAction({ indicator: 'inProgress' })).toBe('none')
    expect(currentAction({ indicator: 'live' })).toBe('none')
  })
})

describe('a list of addresses', () => {
  test('is trimmed and has no duplicates', () => {
    expect(emailList(' a@contoso.com, b@contoso.com,a@contoso.com ,')).toEqual(['a@contoso.com', 'b@contoso.com'])
  })

  test.each(['a', 'a@contoso.com; b@contoso.com', 'a@contoso.com b@contoso.com', 'Avery <a@contoso.com>', '@', 'a@b'])(
    '"%s" is none',
    (text) => expect(emailList(text)).toBeUndefined(),
  )

  test('never contains a line break', () => {
    const typed = fc.array(
      fc.oneof(fc.constantFrom('\r\n', '\n', ',', ' ', 'a@contoso.com', 'Bcc: x@evil.com'), fc.string()),
    )
    fc.assert(
      fc.property(typed, (parts) => {
        expect(emailList(parts.join(''))?.some((address) => /[\r\n,\s]/.test(address)) ?? false).toBe(false)
      }),
    )
  })
})

test.each(['Contoso Server', '孔托索', '서버 – 2', '👩‍🚀', '!', 'خادم', 'नमस्ते'])('an offer may be named %s', (name) => {
  expect(OfferName.parse(` ${name} `)).toBe(name)
})

test.each<[string, (text: string) => string]>([
  ['as documented', (text) => text],
  ['with a capital', (text) => text[0]!.toUpperCase() + text.slice(1)],
  ['in lower case', (text) => text.toLowerCase()],
  ['in upper case', (text) => text.toUpperCase()],
])('a service that writes its codes %s is understood the same', (_, written) => {
  const answer = (write: (text: string) => string) => ({
    status: write('running'),
    messages: [],
    steps: stepStatuses.map((status) => ({
      id: 'displaycertify',
      stepName: 'Certification',
      description: '',
      status: write(status),
      actor: write('microsoft'),
      messages: [{ messageHtml: '', level: write('error'), timestamp: '' }],
      progressPercentage: 0,
    })),
    previewLinks: [],
    liveLinks: [],
    cancellationRequestState: write('cancelRequested'),
  })
  expect(OfferStatus.parse(answer(written))).toEqual(answer((text) => text))
  for (const status of [...offerStatuses, 'published'])
    expect(OfferStatus.parse({ ...answer(written), status: written(status) }).status).toBe(status)
  expect(OfferStatus.parse({ ...answer(written), status: 'Quarantined' }).status).toBe('Quarantined')
})
