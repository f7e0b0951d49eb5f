// @vitest-environment node
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recount } from '../../src/service/store/migrations/0018_offer_counts.ts'
import { type Service, startService } from '../support/service.ts'

const keptIn = ({ deps }: Service) =>
  deps.db
    .selectFrom('offer_count')
    .selectAll()
    .where('n', '<>', 0)
    .orderBy('publisher_id')
    .orderBy('offer_type_id')
    .orderBy('indicator')
    .orderBy('live')
    .execute()

test('counts kept by change equal a recount, after whatever happened to the offers', async () => {
  const service = await startService({ at: '2026-03-02T09:00:00.000Z' })
  const { db } = service.deps
  const types = ['microsoft-azure-virtualmachines', 'microsoft-consulting-services']
  const offers = await Promise.all(
    ['contoso', 'fabrikam'].flatMap((publisherId) => types.map((type) => service.anOffer({ publisherId, type }))),
  )
  const someOffer = fc.constantFrom(...offers)
  const act = fc.oneof(
    fc.tuple(fc.constantFrom('publish' as const, 'goLive' as const, 'cancel' as const), someOffer),
    fc.tuple(fc.constantFrom('delist' as const, 'relist' as const), someOffer),
    fc.tuple(fc.constant('step' as const), someOffer),
    fc.tuple(fc.constantFrom('create' as const, 'delete' as const), someOffer),
  )
  const perform = {
    publish: service.publish,
    goLive: service.goLive,
    cancel: service.cancel,
    delist: service.operator.delist,
    relist: service.operator.relist,
    step: service.step,
    create: ({ publisherId }: (typeof offers)[number]) => service.anOffer({ publisherId }),
    delete: async () => {
      const drafts = db.selectFrom('offer').select('id').where('indicator', '=', 'none')
      await db.deleteFrom('offer_version').where('offer_id', 'in', drafts).execute()
      await db.deleteFrom('offer').where('indicator', '=', 'none').execute()
    },
  }
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (todo) => {
      // What the service refuses changes nothing.
      for (const [name, offer] of todo) await Promise.resolve(perform[name](offer)).catch(() => {})
      const kept = await keptIn(service)
      await recount(db)
      expect(kept).toEqual(await keptIn(service))
    }),
    { numRuns: 20 },
  )
  await service.close()
})
