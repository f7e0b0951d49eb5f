// @vitest-environment node
import { expect, test } from 'vitest'
import { follower } from '../../src/service/offers/follow.ts'
import { startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

test('a hundred offers that cannot be followed do not hold up the others, and go on when they can', async () => {
  const logged: Error[] = []
  const service = await startService({
    at: '2026-03-02T08:00:00Z',
    deps: () => ({ log: (error) => void logged.push(error) }),
  })
  const { db } = service.deps
  const follow = follower({ ...service.deps, atOnce: true })
  for (let count = 0; count < 101; count++) await service.publish(await service.anOffer({ name: `Stuck ${count}` }))
  const whole = await db.selectFrom('offer_version').selectAll().executeTakeFirstOrThrow()
  await db.updateTable('offer_version').set({ definition: '{' }).execute()
  service.clock.advance(1_000)
  const healthy = await service.anOffer({ name: 'Healthy' })
  await service.publish(healthy)

  const tool = toolOf(service)
  const firstStep = async (offerId: string) => (await tool.statusOf(offerId)).steps[0].status
  service.clock.advance(60_000)
  for (let looks = 0; looks < 10; looks++) await follow()
  expect(await firstStep(healthy.offerId)).toBe('complete')
  expect(logged.length).toBeLessThanOrEqual(101 * 4)

  await db.updateTable('offer_version').set({ definition: whole.definition }).execute()
  service.clock.advance(3_600_000)
  await follow()
  expect(await firstStep('stuck-7')).toBe('complete')
  await service.close()
})
