// @vitest-environment node
import { expect, test } from 'vitest'
import { fieldPath } from '../../src/web/paths.ts'

const offer = { publisherId: 'contoso', offerId: 'server' }
const vmImages = 'plans.microsoft-azure-virtualmachines.vmImages'

test('a fault leads to its field in the Editor, of the plan and the version that it names', () => {
  expect(fieldPath(offer, { target: vmImages, values: { plan: 'a & b', version: '1.0.0', link: 'x' } })).toBe(
    `/publishers/contoso/offers/server/editor?field=${vmImages}&plan=a%20%26%20b&version=1.0.0`,
  )
})

test.each([undefined, 'partnerCenter.listing'])('a fault of %j has no field in the Editor', (target) => {
  expect(fieldPath(offer, { target })).toBeUndefined()
})
