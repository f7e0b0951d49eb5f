// @vitest-environment node
import { expect, test } from 'vitest'
import type { Definition } from '../../src/contract/offers.ts'
import { changesOf, differencesOf, merged } from '../../src/web/features/editor/conflict/merge.ts'

const base: Definition = {
  displayText: 'Contoso',
  offer: { title: 'Contoso', summary: 'Old', links: [{ a: 1 }] },
  plans: [
    { planId: 'basic', skuTitle: 'Basic' },
    { planId: 'old', skuTitle: 'Old' },
  ],
}
const mine: Definition = {
  displayText: 'Contoso',
  offer: { title: 'My title', summary: 'Mine', links: [{ a: 1 }] },
  plans: [
    { planId: 'new', skuTitle: 'New' },
    { planId: 'basic', skuTitle: 'Basic' },
  ],
}
const theirs: Definition = {
  displayText: 'Contoso',
  offer: { title: 'Contoso', summary: 'Theirs', links: [{ a: 2 }] },
  plans: [
    { planId: 'basic', skuTitle: 'Basic for all' },
    { planId: 'old', skuTitle: 'Old' },
  ],
}

test('what one of two people changed is combined; what both changed is chosen', () => {
  expect(changesOf(base, theirs)).toEqual([
    { target: 'summary' },
    { target: 'links' },
    { target: 'plans.skuTitle', plan: 'basic' },
  ])
  expect(differencesOf(base, mine, theirs)).toEqual([{ target: 'summary', mine: 'Mine', theirs: 'Theirs' }])
  const plans = [
    { planId: 'new', skuTitle: 'New' },
    { planId: 'basic', skuTitle: 'Basic for all' },
  ]
  const offer = { title: 'My title', links: [{ a: 2 }] }
  expect(merged(base, mine, theirs, () => true)).toEqual({
    displayText: 'Contoso',
    offer: { ...offer, summary: 'Mine' },
    plans,
  })
  expect(merged(base, mine, theirs, () => false).offer).toEqual({ ...offer, summary: 'Theirs' })
})

test('two people who changed nothing alike, or the same in the same way, have no difference', () => {
  expect(differencesOf(base, mine, base)).toEqual([])
  expect(differencesOf(base, mine, mine)).toEqual([])
  expect(merged(base, mine, mine, () => false)).toEqual(mine)
})
