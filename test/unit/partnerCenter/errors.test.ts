// @vitest-environment node
import { expect, test } from 'vitest'
import { findingsOf, isBusy, isCertificationFailure } from '../../../src/service/marketplace/partnerCenter/errors.ts'
import { outsideText } from '../../../src/service/marketplace/partnerCenter/outsideText.ts'
import { certificationFailed, onTheWire } from '../../support/partnerCenter/errors.ts'

const form = { emptyDetails: 'array', certificationDetails: 'objects' } as const

test('an error is reduced to its innermost entries, each with the part of the offer it is about', () => {
  const error = {
    code: 'badRequest',
    message: 'The resource is not valid.',
    resourceId: 'listing/7c0e/public/main/default/en-us',
    details: [
      { code: 'schemaValidationError', message: 'The title is too long.' },
      {
        code: 'businessValidationError',
        resourceId: 'virtual-machine-plan-technical-configuration/7c0e/1',
        details: [{ code: 'invalidResource', message: 'The image cannot be read.' }],
      },
    ],
  }
  expect(findingsOf(error)).toEqual([
    { code: 'schemaValidationError', message: 'The title is too long.', section: 'listing' },
    { code: 'invalidResource', message: 'The image cannot be read.', section: 'technical' },
  ])
})

test.each([
  ['details are missing', {}, 'Broken'],
  ['details are an object', { details: {} }, 'Broken'],
  ['details are texts', { details: ['The logo is too small.'] }, 'The logo is too small.'],
  ['details have no message', { details: [{ code: 'invalidState' }] }, 'Broken'],
  ['details are null', { details: null }, 'Broken'],
  ['resource is named by its external id', { resourceId: { externalId: 'fabrikam' } }, 'Broken'],
])('an error is read when its %s', (_, more, message) => {
  expect(findingsOf({ code: 'badRequest', message: 'Broken', ...more }).map((one) => one.message)).toEqual([message])
})

test.each([undefined, null, '', 7, [], {}])('what is no error has no findings: %j', (body) => {
  expect(findingsOf(body)).toEqual([])
})

test('a bare text is its own message', () => {
  expect(findingsOf('ICH50400: denied')).toEqual([{ code: 'unknown', message: 'ICH50400: denied' }])
})

test('the same finding is listed once', () => {
  const one = { code: 'conflict', message: 'Busy', details: [{ code: 'invalidState', message: 'Busy' }] }
  expect(findingsOf([one, one])).toHaveLength(1)
})

test.each(['objects', 'texts'] as const)(
  'a failed certification is recognized, explained in %s',
  (certificationDetails) => {
    const error = onTheWire(certificationFailed('submission/7c0e/1'), { ...form, certificationDetails })
    expect(isCertificationFailure([error])).toBe(true)
    expect(findingsOf(error)).toEqual([
      { code: 'invalidState', message: 'Issues found during Certification.', section: 'offer' },
    ])
    expect(isCertificationFailure([{ code: 'badRequest', message: 'Title missing' }])).toBe(false)
  },
)

test('another submission under way is recognized', () => {
  expect(isBusy(409, [])).toBe(true)
  expect(isBusy(400, [{ code: 'invalidState', message: 'An In Progress submission already exists' }])).toBe(true)
  expect(isBusy(400, [{ code: 'productLocked', message: 'Locked' }])).toBe(true)
  expect(isBusy(400, [{ code: 'invalidId', message: 'Another id' }])).toBe(false)
})

test.each([
  ['https://x.blob.core.windows.net/a.vhd?sv=1&sig=c2VjcmV0%3D&se=2', '&se=2'],
  ['https://y/?to=https%3A%2F%2Fx%2Fa.vhd%3Fsv%3D1%26sig%3Dc2VjcmV0', 'a.vhd'],
  ['https://y/?to=https%253A%252F%252Fx%253Fsig%253Dc2VjcmV0', 'https://y'],
  ['AccountName=x;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net', 'EndpointSuffix'],
  ['token eyJ0eXAi.c2VjcmV0.c2lnbmF0dXJl is invalid', 'is invalid'],
])('what gives access is kept out of messages: %s', (text, kept) => {
  expect(outsideText(text, 1_000)).not.toMatch(/c2VjcmV0|c2lnbmF0dXJl/)
  expect(outsideText(text, 1_000)).toContain(kept)
})

test('a message becomes one line of limited length that every database can store', () => {
  expect(outsideText('one\u0000two\r\n\u001b[31mthree', 100)).toBe('one two [31mthree')
  expect(outsideText('x'.repeat(1_000_000), 100)).toHaveLength(100)
  expect(outsideText('😀'.repeat(10), 3).isWellFormed()).toBe(true)
})

/** As JSON: `{"details":[{"details":[…]}]}`, or arrays alone. */
const deep = (open: string, close: string, depth = 100_000) => JSON.parse(open.repeat(depth) + close.repeat(depth))

test.each([
  ['details in details', () => deep('{"code":"a","message":"b","details":[', ']}')],
  ['arrays in arrays', () => deep('[', ']')],
  [
    'a hundred thousand findings',
    () => Array.from({ length: 100_000 }, (_, index) => ({ code: 'a', message: `${index}` })),
  ],
  ['a prototype', () => JSON.parse('{"__proto__":{"code":"a"},"code":"constructor","message":"b"}')],
  ['types of its own', () => ({ code: { toString: 1 }, message: ['x'], details: { length: 5 } })],
])('an error made to do harm is read without: %s', (_, make) => {
  const error = make()
  expect(findingsOf(error).length).toBeLessThanOrEqual(50)
  expect(isCertificationFailure(error)).toBe(false)
  expect('code' in {}).toBe(false)
})
