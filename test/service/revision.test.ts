// @vitest-environment node
import { expect, test } from 'vitest'
import { OfferList } from '../../src/contract/offerList.ts'
import { startService } from '../support/service.ts'

test('a page that stays open while the database is replaced accepts the new answers as newer', async () => {
  const revisionAt = async (at: string) => {
    const service = await startService({ at })
    return OfferList.parse(await (await service.request('/api/portal/offers')).json()).revision
  }
  expect(await revisionAt('2026-11-20T12:00:05Z')).toBeGreaterThan(await revisionAt('2026-11-20T12:00:00Z'))
})
