import { testType } from '../../../contract/webhooks.ts'
import { system } from '../../publishing/actor.ts'
import { event } from '../../publishing/transition.ts'
import { change } from '../../store/changes.ts'
import type { Database } from '../../store/database.ts'
import type { DeliveryRecord } from '../../store/deliveries.ts'
import { recordEvents } from '../../store/history.ts'
import { disableWebhook, webhookStore } from '../../store/webhooks.ts'
import { subjectOf } from './subject.ts'

/** An event was given up: when the receiver has accepted none since it was queued, the webhook is disabled. */
export async function disableIfFailing(
  { db, now }: { db: Database; now: () => Date },
  { publisher_id, webhook_id, type, created_time }: DeliveryRecord,
) {
  if (type === testType) return
  await change(db, publisher_id, async (open) => {
    const webhook = await webhookStore(open.tx).one(publisher_id, webhook_id)
    if (!webhook || webhook.disabled_time || (webhook.succeeded_time ?? '') > created_time) return
    await disableWebhook(open, webhook, 'failing', now())
    await recordEvents(open, {}, [
      event('WebhookDisabled', system, now(), { ...subjectOf(webhook), webhookFailing: true }),
    ])
  })
}
