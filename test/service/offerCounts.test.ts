// @vitest-environment node
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { change } from '../../src/service/store/changes.ts'
import { recount } from '../../src/service/store/migrations/0018_offer_counts.ts'
import { type OfferKey, type Service, startService } from '../support/service.ts'

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

const countsOf = async ({ request }: Service, search: string) => {
  const { total, counts, attention, items } = await (await request(`/api/portal/offers${search}`)).json()
  return { total, counts, attention, items }
}

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
    create: ({ publisherId }: OfferKey) => service.anOffer({ publisherId }),
    delete: ({ publisherId }: OfferKey) =>
      change(db, publisherId, async ({ tx }) => {
        const drafts = tx
          .selectFrom('offer')
          .select('id')
          .where('publisher_id', '=', publisherId)
          .where('indicator', '=', 'none')
        await tx
          .deleteFrom('offer_version')
          .where('publisher_id', '=', publisherId)
          .where('offer_id', 'in', drafts)
          .execute()
        await tx.deleteFrom('offer').where('publisher_id', '=', publisherId).where('indicator', '=', 'none').execute()
      }),
  }
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (todo) => {
      // What the service refuses changes nothing.
      for (const [name, offer] of todo) await Promise.resolve(perform[name](offer)).catch(() => {})
      const kept = await keptIn(service)
      // Every name has this word: a search counts one by one what the database counts by change.
      expect(await countsOf(service, '?q=offer')).toEqual(await countsOf(service, ''))
      await recount(db)
      expect(kept).toEqual(await keptIn(service))
    }),
    { numRuns: 20 },
  )
  await service.close()
})
