// @vitest-environment node
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Service, startService } from '../support/service.ts'

let service: Service
beforeEach(async () => {
  service = await startService()
  await service.anOffer({ name: 'Server' })
})
afterEach(() => service.close())

const paths = [
  '/api/portal/offers',
  '/api/portal/approvals',
  '/api/portal/session',
  '/api/publishers/contoso/offers/server/status?api-version=2017-10-31',
]
const epochs = async (of = service, as: 'avery' | 'camille' = 'avery') =>
  Promise.all(paths.map(async (path) => (await (await of.request(path, { as })).json()).epoch))

test('lists, session and status carry the same epoch, whatever is published', async () => {
  const before = await epochs()
  expect(before).toEqual(paths.map(() => expect.stringMatching(/^[\w-]{16}$/)))
  expect(new Set(before).size).toBe(1)
  await service.publish({ publisherId: 'contoso', offerId: 'server' })
  expect(await epochs()).toEqual(before)
})

test('whoever loses a role gets another epoch, so that a lower revision is not taken for an older one', async () => {
  const answer = async () => (await service.request('/api/portal/offers')).json()
  const before = await answer()
  await service.deps.db
    .deleteFrom('membership')
    .where('account_id', '=', 'avery')
    .where('publisher_id', '=', 'fabrikam')
    .execute()
  const after = await answer()
  expect(after.revision).toBeLessThan(before.revision)
  expect(after.epoch).not.toBe(before.epoch)
})

test('another database has another epoch', async () => {
  const other = await startService()
  await other.anOffer({ name: 'Server' })
  expect((await epochs(other))[0]).not.toBe((await epochs())[0])
  await other.close()
})
