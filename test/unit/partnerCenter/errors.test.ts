// @vitest-environment node
import { expect, test } from 'vitest'
import {
  findingsOf,
  isBusy,
  isCertificationFailure,
  withoutSignatures,
} from '../../../src/service/marketplace/partnerCenter/errors.ts'
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

test.each([undefined, null, '', 7, [], {}])('what is no error says nothing: %j', (body) => {
  expect(findingsOf(body)).toEqual([])
})

test('a bare text is its own message', () => {
  expect(findingsOf('ICH50400: denied')).toEqual([{ code: 'unknown', message: 'ICH50400: denied' }])
})

test('the same finding is told once', () => {
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

test('signatures of addresses are kept out of messages', () => {
  const text = withoutSignatures('https://x.blob.core.windows.net/a.vhd?sv=1&sig=c2VjcmV0%3D&se=2 and sig%3Dc2VjcmV0')
  expect(text).not.toContain('c2VjcmV0')
  expect(text).toContain('&se=2')
})
