// @vitest-environment node
import { expect, test } from 'vitest'
import { classify } from '../../src/service/marketplace/partnerCenter/classify.ts'
import { ProblemError } from '../../src/service/problems.ts'
import type { Trouble } from '../support/partnerCenter/fake.ts'
import { startRemoteService } from '../support/remoteService.ts'

/** The same sequence in every run with the same seed, from 0 to 1. */
function randomFrom(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const types = ['softwareAsAService', 'azureVirtualMachine', 'azureContainer']
const stages = ['draft', 'live', 'previewReady', 'liveAndPreviewReady'] as const

test.each(Array.from({ length: 6 }, (_, seed) => seed + 1))(
  'through hours of bad weather nothing is doubled or lost: seed %i',
  async (seed) => {
    const random = randomFrom(seed)
    const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!
    await using service = await startRemoteService({
      replicas: 2,
      switches: {
        afterGoLive: one(['replaces', 'duplicates']),
        canceledRow: one(['vanishes', 'failed']),
        refusals: one(['atOnce', 'inJob']),
        treeOrder: 'shuffled',
        retryAfter: random() < 0.5,
      },
      durations: { publish: 1_200, goLive: 900, stopSelling: 600, rowDelay: 240 },
    })
    const { fake } = service
    const products = Array.from({ length: 10 }, (_, index) =>
      fake.account.add({ externalId: `offer-${index}`, type: one(types), alias: `Offer ${index}` }, one(stages)),
    )
    await service.discover()

    const troubles: Trouble[] = [
      { status: 502, applied: true },
      { status: 500 },
      { applied: true },
      {},
      { status: 429, retryAfter: 60 },
    ]
    fake.setWeather(() => (random() < 0.08 ? one(troubles) : undefined))
    for (let minute = 0; minute < 240; minute += 2) {
      const product = one(products)
      if (random() < 0.5)
        fake.account.script(product, random() < 0.3 ? { fails: 'certification' } : { seconds: 300 + 1_500 * random() })
      const act = one([
        service.publishRemote,
        service.publishRemote,
        service.goLiveRemote,
        service.goLiveRemote,
        service.cancelRemote,
      ])
      await act(product.externalId).catch((error) => {
        if (!(error instanceof ProblemError)) throw error
      })
      await service.pass(2)
    }
    fake.setWeather(() => undefined)
    await service.pass(120)

    const pushes = await service.deps.db.selectFrom('remote_push').selectAll().execute()
    expect(service.posts()).toBeLessThanOrEqual(pushes.length)
    expect(pushes.filter(({ over_time }) => over_time === null)).toEqual([])
    expect(service.posts()).toBeGreaterThan(20)
    expect(service.logged).toEqual([])

    const events = await service.deps.db
      .selectFrom('audit_event')
      .select(['submission_id', 'type'])
      .where('type', 'in', ['OfferPublishRequested', 'OfferWentLive', 'OfferPublishCanceled'])
      .execute()
    const doubled = [...Map.groupBy(events, ({ submission_id, type }) => `${submission_id} ${type}`).values()]
    expect(doubled.filter((same) => same.length > 1)).toEqual([])

    for (const product of products) {
      const { indicator } = (await service.status(product.externalId)).offer
      const rows = fake.account.rows(product).map((row) => ({ lifecycleState: 'generallyAvailable', ...row }))
      const expected = classify(rows)?.indicator
      // A publish that was canceled, or that never began, leaves no row.
      const without =
        ['canceled', 'failed'].includes(indicator) &&
        ['none', 'live', 'awaitingSignoff', 'failed'].includes(expected ?? '')
      if (!without) expect([product.externalId, indicator]).toEqual([product.externalId, expected])
    }

    const minutes = Map.groupBy(fake.calls, ({ time }) => Math.floor(time / 60_000))
    const busiest = Math.max(...[...minutes.values()].map((calls) => calls.length))
    expect(busiest).toBeLessThanOrEqual(60)
  },
)
