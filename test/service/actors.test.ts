// @vitest-environment node
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { up as giveActorsKinds } from '../../src/service/store/migrations/0005_actors.ts'
import { type OfferKey, type Service, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

let service: Service
let tool: ReturnType<typeof toolOf>
let offer: OfferKey
beforeEach(async () => {
  service = await startService()
  tool = toolOf(service)
  offer = await service.anOffer({ name: 'Server', type: 'microsoft-azure-applications' })
})
afterEach(() => service.close())

const status = () => tool.statusOf(offer.offerId)
const events = async () => (await tool.get('/api/portal/history?offer=server')).json.items

test.each(['microsoft', 'marketplace', 'system'])('an account whose e-mail is %s is just a person', async (email) => {
  await service.deps.db.updateTable('account').set({ email }).where('id', '=', 'camille').execute()
  await tool.publish(offer.offerId, { as: 'camille' })
  const early = await tool.post('/server/cancel', undefined, { as: 'camille' })
  expect([early.status, early.json.error.details[0].code]).toEqual([409, 'notYet'])
  await service.settle()
  expect((await tool.post('/server/cancel', { metadata: { reason: 'Later' } }, { as: 'camille' })).status).toBe(200)
  const { steps, cancellation } = await status()
  expect(new Set(steps.map((step: { status: string }) => step.status))).toEqual(new Set(['notStarted']))
  expect(cancellation).toMatchObject({ actor: email, actorKind: 'person', reason: 'Later' })
  expect((await events())[0]).toMatchObject({ type: 'OfferPublishCanceled', actor: email, actorKind: 'person' })
})

test('history and cancellations of older versions keep who acted', async () => {
  await service.publish(offer)
  await service.settle()
  await service.operator.cancel({ ...offer, reason: 'We edit the title.' })
  await service.publish(offer)
  await service.settle()
  await service.cancel(offer, 'Later')
  const now = [await status(), await events(), (await tool.get('/api/portal/notifications')).json]
  expect(new Set((await events()).map(({ actorKind }: { actorKind: string }) => actorKind))).toEqual(
    new Set(['person', 'marketplace', 'microsoft']),
  )

  // What version 0004 wrote: actors by name alone.
  const { db } = service.deps
  await sql`alter table audit_event drop column actor_kind`.execute(db)
  const older = (text: string) => {
    const { by, ...others } = JSON.parse(text)
    return { actor: by.name, ...others }
  }
  for (const { id, cancellation } of await db.selectFrom('submission').selectAll().execute())
    await db
      .updateTable('submission')
      .set({ cancellation: JSON.stringify(older(cancellation!)) })
      .where('id', '=', id)
      .execute()
  for (const { id, details } of await db
    .selectFrom('notification')
    .selectAll()
    .where('kind', '=', 'canceled')
    .execute()) {
    const { cancellation, ...others } = JSON.parse(details)
    const told = JSON.stringify({ ...others, cancellation: older(JSON.stringify(cancellation)) })
    await db.updateTable('notification').set({ details: told }).where('id', '=', id).execute()
  }

  await giveActorsKinds(db.withTables())
  expect([await status(), await events(), (await tool.get('/api/portal/notifications')).json]).toEqual(now)
})
