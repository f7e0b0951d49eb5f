// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { sampleDefinition } from '../../src/service/demo/content.ts'
import { offerTypes } from '../../src/service/offerTypes/catalogue.ts'
import { placesOfSecrets, withoutSecrets } from '../../src/service/offerTypes/secrets.ts'
import { definitionOf, formValues, isSame } from '../../src/web/features/editor/values.ts'

describe.each(offerTypes)('$displayText', ({ id, form }) => {
  const sample = sampleDefinition(id, 'Contoso Freight')

  test('an offer that was opened and not changed is saved as it was', () => {
    expect(definitionOf(form, formValues(form, sample))).toEqual(sample)
  })

  test('an offer that was typed in whole is saved as a tool would send it', () => {
    const values = formValues(form, sample)
    const typed = JSON.parse(JSON.stringify(values, (key, value) => (key === 'was' ? {} : value)))
    expect(definitionOf(form, typed)).toEqual({ plans: [], ...withoutEmpty(sample) })
  })

  test('secrets that the service keeps are not sent back, and those typed are', () => {
    const read = withoutSecrets(sample)
    const values = formValues(form, read, placesOfSecrets(sample))
    expect(definitionOf(form, values)).toEqual(read)
    expect(JSON.stringify(values).match(/-kept":true/g)?.length ?? 0).toBe(placesOfSecrets(sample).length)
  })
})

/** An editor writes nothing where nothing was entered. */
const isEntered = (name: string, value: unknown) =>
  value !== false && (name === 'resources' || !(Array.isArray(value) && value.length === 0))
const withoutEmpty = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (name, inner) => (isEntered(name, inner) ? inner : undefined)))

test('content that no field can show stays as it was', () => {
  const { form } = offerTypes.find(({ id }) => id === 'microsoft-azure-virtualmachines')!
  const strange = {
    displayText: 'Contoso',
    offer: {
      'microsoft-azure-marketplace.title': { odd: true },
      'microsoft-azure-marketplace.leadDestination': 'None',
      unknown: 7,
    },
    plans: [{ planId: 'a', 'microsoft-azure-corevm.skuTitle': 'Standard', regions: 'all' }],
  }
  const values = formValues(form, strange)
  expect(definitionOf(form, values)).toEqual(strange)
  values.plans[0]!['microsoft-azure-virtualmachines:skuTitle'] = 'Premium'
  expect(definitionOf(form, values).plans).toEqual([
    { planId: 'a', 'microsoft-azure-corevm.skuTitle': 'Premium', regions: 'all' },
  ])
  expect(isSame(values, formValues(form, strange))).toBe(false)
})

test('pictures and videos that a tool wrote as addresses alone are edited, and stay as they were written', () => {
  const { form } = offerTypes.find(({ id }) => id === 'microsoft-azure-virtualmachines')!
  const name = 'microsoft-azure-marketplace.screenshots'
  const sample = sampleDefinition('microsoft-azure-virtualmachines', 'Contoso')
  const written = {
    ...sample,
    offer: { ...sample.offer, [name]: ['https://contoso.com/a.png', 'https://contoso.com/b.png'] },
  }
  const values = formValues(form, written)
  expect(definitionOf(form, values)).toEqual(written)
  const rows = [values.offer['microsoft-azure-marketplace:screenshots']].flat() as { url: string; title: string }[]
  rows[0]!.url = 'https://contoso.com/c.png'
  rows[1]!.title = 'Overview'
  expect(definitionOf(form, values).offer[name]).toEqual([
    'https://contoso.com/c.png',
    { title: 'Overview', url: 'https://contoso.com/b.png' },
  ])
})
