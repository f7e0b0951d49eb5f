// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseEstimate } from '../../src/contract/estimates.ts'
import { Definition } from '../../src/contract/offers.ts'
import * as content from '../../src/service/demo/content.ts'
import { offerTypeById, offerTypes } from '../../src/service/offerTypes/catalogue.ts'
import { type OfferType, problemsIn, stepsOf } from '../../src/service/offerTypes/offerType.ts'

const sample = (id: string) => content.sampleDefinition(id, 'Contoso Freight')
const typeOf = (id: string) => offerTypeById(id)!

/** Each step that finds a fault, with the codes of its faults. */
const blockedSteps = (offerType: OfferType, definition: Definition) =>
  stepsOf(offerType, definition)
    .map(({ id, check }) => [id, check?.(definition).map(({ code }) => code) ?? []] as const)
    .filter(([, codes]) => codes.length > 0)

test('the New offer menu’s ten offer types exist', () => {
  expect(offerTypes).toHaveLength(10)
  expect(new Set(offerTypes.map(({ id }) => id)).size).toBe(10)
  expect(offerTypeById('microsoft-azure-toaster')).toBeUndefined()
})

describe.each(offerTypes)('$displayText', (offerType) => {
  const definition = sample(offerType.id)

  test('publishes its sample without a fault', () => {
    expect(Definition.parse(definition)).toEqual(definition)
    expect(problemsIn(offerType, definition)).toEqual([])
    expect(blockedSteps(offerType, definition)).toEqual([])
  })

  test('begins with the prerequisites, is signed off once and ends with Live', () => {
    const ids = offerType.steps.map(({ id }) => id)
    expect([ids[0], ids.at(-1)]).toEqual(['displaydummycertify', 'live'])
    expect(new Set(ids).size).toBe(ids.length)
    expect(offerType.steps.filter(({ actor }) => actor === 'publisher').map(({ id }) => id)).toEqual([
      'publisher-signoff',
    ])
  })

  test('has estimates that can be parsed', () => {
    for (const { estimatedTimeFrame } of offerType.steps) {
      if (estimatedTimeFrame) expect(parseEstimate(estimatedTimeFrame), estimatedTimeFrame).toBeDefined()
    }
  })

  test('reports each missing field of an empty draft once', () => {
    const targets = problemsIn(offerType, content.incomplete(definition)).map(({ target }) => target)
    expect(targets).toEqual(['microsoft-azure-marketplace.summary', 'microsoft-azure-marketplace.supportContactEmail'])
    const nothing = problemsIn(offerType, { displayText: 'Contoso', offer: {}, plans: [] })
    expect(new Set(nothing.map(({ target }) => target)).size).toBe(nothing.length)
  })
})

const idsOf = (offerTypeId: string, definition = sample(offerTypeId)) =>
  stepsOf(typeOf(offerTypeId), definition).map(({ id }) => id)

test('a virtual machine matches the documented sample of the status API', () => {
  const steps = stepsOf(typeOf('microsoft-azure-virtualmachines'), sample('microsoft-azure-virtualmachines'))
  expect(
    steps.map(({ id, stepName, description, estimatedTimeFrame }) => [id, stepName, description, estimatedTimeFrame]),
  ).toEqual([
    ['displaydummycertify', 'Validate Pre-Requisites', 'Offer settings provided are validated.', '< 15 min'],
    ['displaycertify', 'Certification', 'Your offer is analyzed by our certification systems for issues.', '~2-3 days'],
    [
      'displayprovision',
      'Provisioning',
      'Your virtual machine is being replicated in our production systems.',
      '< 1 day',
    ],
    [
      'displaypackage',
      'Packaging and Lead Generation Registration',
      'Your virtual machine is being packaged for customers. Additionally, lead systems are being configured and set up.',
      '< 1 hour',
    ],
    [
      'publisher-signoff',
      'Publisher signoff',
      'Offer is available to preview. Ensure that everything looks good before making your offer live.',
      '< 1 hour',
    ],
    ['live', 'Live', 'Offer is publicly visible and is available for purchase.', '~2-5 days'],
  ])
})

test('Microsoft reviews an Azure application after sign-off and a consulting service before it', () => {
  const after = idsOf('microsoft-azure-applications')
  const before = idsOf('microsoft-consulting-services')
  expect(after.indexOf('microsoft-review')).toBeGreaterThan(after.indexOf('publisher-signoff'))
  expect(before.indexOf('microsoft-review')).toBeLessThan(before.indexOf('publisher-signoff'))
})

test.each([
  ['microsoft-azure-virtualmachines', 1],
  ['microsoft-azure-applications', 3],
  ['microsoft-dynamics365-businesscentral', 2],
])('%s validates a Test Drive only when the offer opts in', (id, position) => {
  const definition = sample(id)
  expect(idsOf(id)).not.toContain('display-testdrive')
  const enabled = { ...definition.offer, 'microsoft-azure-marketplace-testdrive.enabled': true }
  expect(idsOf(id, { ...definition, offer: enabled })[position]).toBe('display-testdrive')
})

test.each([
  ['microsoft-consulting-services', content.withoutLeadDestination, 'display-lead-registration', ['leadConfigMissing']],
  ['microsoft-azure-saas', content.withoutLeadDestination, 'displaypackage', ['leadConfigMissing']],
  ['microsoft-azure-virtualmachines', content.withoutImage, 'displaycertify', ['noVmImage']],
  [
    'microsoft-azure-virtualmachines',
    content.withBrokenSas,
    'displaycertify',
    ['sasPeriodMissing', 'sasNotAuthorized'],
  ],
  [
    'microsoft-azure-applications',
    content.withoutUsageAttribution,
    'display-influenced-revenue',
    ['usageTrackingMissing'],
  ],
  [
    'microsoft-dynamics365-businesscentral',
    content.withAppJsonMismatch,
    'display-automated-app-validation',
    ['appJsonMismatch'],
  ],
] as const)('%s can start publishing and is then blocked (%#)', (id, fault, step, codes) => {
  const definition = fault(sample(id))
  expect(problemsIn(typeOf(id), definition)).toEqual([])
  expect(blockedSteps(typeOf(id), definition)).toEqual([[step, codes]])
})

test('a virtual machine needs no lead destination', () => {
  const definition = content.withoutLeadDestination(sample('microsoft-azure-virtualmachines'))
  expect(blockedSteps(typeOf('microsoft-azure-virtualmachines'), definition)).toEqual([])
})

test.each([
  ['contoso-freight', true, true],
  ['contoso_freight', false, true],
  ['contoso-', false, false],
  ['Contoso', false, false],
  ['', false, false],
  ['a'.repeat(50), true, true],
  ['a'.repeat(51), false, false],
])('the offer ID %j is valid for a virtual machine: %s, for a consulting service: %s', (id, machine, consulting) => {
  expect(typeOf('microsoft-azure-virtualmachines').offerId.test(id)).toBe(machine)
  expect(typeOf('microsoft-consulting-services').offerId.test(id)).toBe(consulting)
})

test('a sample of a type that does not exist is refused', () => {
  expect(() => sample('microsoft-azure-toaster')).toThrow('microsoft-azure-toaster')
})

test('an offer type is one short file', () => {
  const folder = 'src/service/offerTypes'
  const files = [...readFileSync(`${folder}/catalogue.ts`, 'utf8').matchAll(/from '\.\/(\w+\.ts)'/g)].map(
    ([, file]) => file,
  )
  expect(files).toHaveLength(11)
  for (const file of files) expect(readFileSync(`${folder}/${file}`, 'utf8').split('\n').length).toBeLessThan(100)
})
