import { type Context, Hono } from 'hono'
import {
  type Webhook,
  type WebhookDeliveries,
  type WebhookDelivery,
  WebhookDeliveryQuery,
  WebhookPlan,
  type Webhooks,
  type WebhookWithSecret,
} from '../../../contract/webhooks.ts'
import { webhooksOf } from '../../outbox/webhooks/manage.ts'
import { found } from '../../problems.ts'
import { person } from '../../publishing/actor.ts'
import { deliveryStore } from '../../store/deliveries.ts'
import { toWebhook, webhookStore } from '../../store/webhooks.ts'
import { mustOwn } from '../access.ts'
import { jsonBody } from '../body.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../identity.ts'
import { parse } from '../problems.ts'

const all = '/publishers/:publisherId/webhooks'
const one = `${all}/:webhookId`

/** The addresses that are told of a publisher's events: an owner's matter, because they see everything that happens. */
export const webhookRoutes = (deps: Deps) => {
  const { db, now, webhooks } = deps
  const store = webhookStore(db)
  const deliveries = deliveryStore(db)
  const params = (c: Context<Env>) => {
    const { publisherId = '', webhookId = '', deliveryId = '' } = c.req.param()
    mustOwn(c.get('caller'), publisherId)
    return { publisherId, webhookId, deliveryId: /^\d{1,15}$/.test(deliveryId) ? Number(deliveryId) : 0 }
  }
  const acts = (c: Context<Env>) =>
    webhooksOf({ db, now, ...webhooks }, params(c).publisherId, person(c.get('caller').email))

  return new Hono<Env>()
    .get(all, async (c) => {
      const rows = await store.list(params(c).publisherId)
      return c.json({
        items: rows.map((row) => toWebhook(row, now())),
        available: webhooks.sealing !== undefined,
      } satisfies Webhooks)
    })
    .post(all, async (c) => {
      const owner = acts(c)
      return c.json((await owner.add(parse(WebhookPlan, await jsonBody(c)))) satisfies WebhookWithSecret, 201)
    })
    .put(one, async (c) => {
      const owner = acts(c)
      const plan = parse(WebhookPlan, await jsonBody(c))
      return c.json((await owner.change(params(c).webhookId, plan)) satisfies Webhook)
    })
    .delete(one, async (c) => {
      await acts(c).remove(params(c).webhookId)
      return c.body(null, 204)
    })
    .post(`${one}/secret`, async (c) =>
      c.json((await acts(c).replaceSecret(params(c).webhookId)) satisfies WebhookWithSecret),
    )
    .post(`${one}/test`, async (c) => c.json((await acts(c).test(params(c).webhookId)) satisfies WebhookDelivery))
    .get(`${one}/deliveries`, async (c) => {
      const { publisherId, webhookId } = params(c)
      const { page } = parse(WebhookDeliveryQuery, c.req.query())
      found(await store.one(publisherId, webhookId), `Webhook ${webhookId}`)
      return c.json((await deliveries.page(webhookId, page)) satisfies WebhookDeliveries)
    })
    .post(`${one}/deliveries/:deliveryId/resend`, async (c) => {
      const { webhookId, deliveryId } = params(c)
      return c.json((await acts(c).resend(webhookId, deliveryId)) satisfies WebhookDelivery)
    })
}
