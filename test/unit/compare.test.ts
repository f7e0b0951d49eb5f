// @vitest-environment node
import { expect, test } from 'vitest'
import type { Definition } from '../../src/contract/offers.ts'
import { sampleDefinition } from '../../src/service/demo/content.ts'
import { changesBetween, isSameAt } from '../../src/service/offerTypes/compare.ts'

const before = sampleDefinition('microsoft-azure-virtualmachines', 'Contoso Mail Relay')
const marketplace = (name: string) => `microsoft-azure-marketplace.${name}`
const withOffer = (properties: Record<string, unknown>): Definition => ({
  ...before,
  offer: { ...before.offer, ...properties },
})
const [plan] = before.plans

test('the same content has no changes, whatever the order of its properties', () => {
  expect(changesBetween(before, structuredClone(before))).toEqual([])
  const reversed = { ...before, offer: Object.fromEntries(Object.entries(before.offer).reverse()) }
  expect(changesBetween(before, reversed)).toEqual([])
})

test('a change names its field and both values; lists read as one text', () => {
  const after = { ...withOffer({ [marketplace('title')]: 'Relay', [marketplace('categories')]: ['compute'] }) }
  expect(changesBetween(before, { ...after, displayText: 'Relay' })).toEqual([
    { target: 'displayText', before: 'Contoso Mail Relay', after: 'Relay' },
    { target: marketplace('title'), before: 'Contoso Mail Relay', after: 'Relay' },
    { target: marketplace('categories'), before: 'analytics, developer-tools', after: 'compute' },
  ])
})

test('what was added has no earlier value, and an empty field is no change', () => {
  const after = withOffer({
    [marketplace('fairfaxSupportUrl')]: 'https://contoso.com/gov',
    [marketplace('videos')]: '',
  })
  expect(changesBetween(before, after)).toEqual([
    { target: marketplace('fairfaxSupportUrl'), after: 'https://contoso.com/gov' },
  ])
  expect(changesBetween(after, before)).toEqual([
    { target: marketplace('fairfaxSupportUrl'), before: 'https://contoso.com/gov' },
  ])
})

test('parts of a field are named, and another order is a change', () => {
  const links = [
    { linkTitle: 'Getting started', linkUrl: 'https://contoso.com/start' },
    { linkTitle: 'Prices', linkUrl: 'https://contoso.com/prices' },
  ]
  const target = marketplace('usefulLinks')
  const after = withOffer({ [target]: links })
  expect(changesBetween(before, after)).toEqual([
    {
      target,
      part: 'Getting started › linkUrl',
      before: 'https://contoso.com/docs/getting-started',
      after: 'https://contoso.com/start',
    },
    { target, part: 'Prices › linkTitle', after: 'Prices' },
    { target, part: 'Prices › linkUrl', after: 'https://contoso.com/prices' },
  ])
  expect(changesBetween(after, withOffer({ [target]: links.toReversed() }))).toEqual([
    { target, before: 'Getting started, Prices', after: 'Prices, Getting started' },
  ])
})

test('a plan is known by its ID: added, removed, or changed in a field', () => {
  const target = 'microsoft-azure-virtualmachines.skuTitle'
  const changed = { ...before, plans: [{ ...plan!, [target]: 'Large' }, { planId: 'small' }] }
  expect(changesBetween(before, changed)).toEqual([
    { target: `plans.${target}`, plan: plan!.planId, before: plan![target], after: 'Large' },
    { target: 'plans', after: 'small' },
  ])
  expect(changesBetween(changed, { ...changed, plans: [{ planId: 'small' }] })).toEqual([
    { target: 'plans', before: plan!.planId },
  ])
})

test('a secret that changed is named without its value', () => {
  const target = marketplace('tableLeadConfiguration')
  const changes = changesBetween(
    before,
    withOffer({ [target]: { connectionString: 'AccountName=a;AccountKey=topsecret' } }),
  )
  expect(changes).toEqual([{ target, part: 'connectionString', isSecret: true }])
  const signed = (signature: string) =>
    withOffer({ [marketplace('privacyURL')]: `https://contoso.com/?sig=${signature}` })
  expect(changesBetween(signed('first'), signed('second'))).toEqual([
    { target: marketplace('privacyURL'), isSecret: true },
  ])
})

test('a place is the same when its values are, in every plan', () => {
  const target = 'plans.microsoft-azure-virtualmachines.skuTitle'
  const after = { ...before, plans: [{ ...plan!, 'microsoft-azure-virtualmachines.skuTitle': 'Large' }] }
  expect(isSameAt(before, after, target)).toBe(false)
  expect(isSameAt(before, after, marketplace('title'))).toBe(true)
  expect(isSameAt(before, after)).toBe(false)
  expect(isSameAt(before, structuredClone(before))).toBe(true)
  expect(isSameAt(before, { ...before, displayText: 'Relay' }, 'displayText')).toBe(false)
  expect(isSameAt(before, { ...before, plans: [] }, 'plans')).toBe(false)
})
