// @vitest-environment node
import { expect, test } from 'vitest'
import { readJob, readProducts, readRows, readTree } from '../../../src/service/marketplace/partnerCenter/answers.ts'
import { classify } from '../../../src/service/marketplace/partnerCenter/classify.ts'
import { readSteps } from '../../../src/service/marketplace/partnerCenter/olderApi.ts'
import { digestOf } from '../../../src/service/marketplace/partnerCenter/trees.ts'
import { offerTypeIdOf } from '../../../src/service/marketplace/partnerCenter/types.ts'

const product = {
  id: 'product/7c0e2b3a-5d41-4f86-9a17-2b6c8de0f511',
  identity: { externalId: 'fabrikam-notes' },
  type: 'softwareAsAService',
  alias: 'Fabrikam Notes',
}
const row = { id: 'submission/7c0e/1152921515690012345', target: { targetType: 'preview' }, status: 'running' }
const products = (...items: unknown[]) => readProducts({ value: items })!.items
const rows = (...items: unknown[]) => readRows({ value: items })!.items

test.each([
  ['an ID that leads elsewhere', { id: 'product/..%2f..%2fconfigure?x=' }],
  ['an offer ID that leads elsewhere', { identity: { externalId: '../../status' } }],
  ['an offer ID of another type', { identity: { externalId: { toString: 'x' } } }],
  ['an offer ID without end', { identity: { externalId: 'a'.repeat(1_000_000) } }],
  ['no identity', { identity: null }],
  ['another type', { type: 7 }],
])('a product with %s is left out, and the others stay', (_, more) => {
  expect(products({ ...product, ...more }, product)).toHaveLength(1)
})

test('a product’s name becomes a line that can be stored; without one its offer ID is shown', () => {
  expect(products({ ...product, alias: `a\u0000b\n${'x'.repeat(10_000)}` })[0]!.alias).toMatch(/^a b x{196}$/)
  expect(products({ ...product, alias: '\u0000' })[0]!.alias).toBe('fabrikam-notes')
})

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('the type %s is unknown', (type) => {
  expect(offerTypeIdOf(products({ ...product, type })[0]!)).toBeUndefined()
  expect(readSteps([{ workflowSteps: [{ name: 'Publish', state: type }] }])).toEqual([
    { name: 'Publish', state: 'blocked' },
  ])
})

test.each([
  ['a number', 7],
  ['a text', 'a long time ago'],
  ['an object', {}],
])('a row whose creation time is %s is read without it', (_, created) => {
  const read = rows({ ...row, created })
  expect(read).toEqual([expect.objectContaining({ n: '1152921515690012345', status: 'running' })])
  expect(read[0]).not.toHaveProperty('created')
})

test.each([
  ['a number that is an address', { id: 'submission/7c0e/1?x=..' }],
  ['no target', { target: [] }],
  ['a status that is no word', { status: null }],
  ['an unknown word', { status: 'paused' }],
])('with a row that has %s, the state of the offer is unknown, not none', (_, more) => {
  expect(classify(rows({ ...row, ...more }))).toBeUndefined()
})

test('rows are ordered by time, however precisely each is given', () => {
  const at = (n: string, created: string) => ({
    n,
    target: 'preview',
    status: 'running',
    result: 'pending',
    lifecycleState: '',
    created,
  })
  const picture = classify([at('2', '2026-05-11T13:02:55Z'), at('1', '2026-05-11T13:02:55.1220588Z')])
  expect(picture && 'row' in picture && picture.row?.n).toBe('1')
})

test.each([undefined, null, 7, 'text', [], [[]], { value: 7 }, { value: [null, 7, [], 'x'] }, { jobId: '' }])(
  'an answer that is no answer is read as none: %j',
  (body) => {
    expect(readProducts(body)?.items ?? []).toEqual([])
    expect(classify(readRows(body)?.items ?? [])?.indicator ?? 'unknown').toMatch(/none|unknown/)
    expect(readJob(body)).toBeUndefined()
    expect(readTree(body)).toBeUndefined()
    expect(readSteps(body)).toEqual([])
  },
)

test('a tree that is deeper than any resource is compared all the same', () => {
  const deep = JSON.parse(`${'{"a":['.repeat(50_000)}${']}'.repeat(50_000)}`)
  expect(digestOf([deep])).toMatch(/^[0-9a-f]{64}$/)
})
