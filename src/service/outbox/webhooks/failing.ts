import { emailList } from '../../../contract/publish.ts'
import { testType } from '../../../contract/webhooks.ts'
import { system } from '../../publishing/actor.ts'
import type { WebhookDetails } from '../../publishing/notifications.ts'
import { event } from '../../publishing/transition.ts'
import { accountStore } from '../../store/accounts.ts'
import { type Change, change } from '../../store/changes.ts'
import type { Database } from '../../store/database.ts'
import type { DeliveryRecord } from '../../store/deliveries.ts'
import { recordEvents } from '../../store/history.ts'
import { enqueueMail } from '../../store/outbox.ts'
import { publisherStore } from '../../store/publishers.ts'
import { disableWebhook, type WebhookRecord, webhookStore } from '../../store/webhooks.ts'
import { subjectOf } from './subject.ts'

/** An event was given up: when the receiver has accepted none since it was queued, the webhook is disabled and its owners get a mail. */
export async function disableIfFailing(
  { db, now }: { db: Database; now: () => Date },
  { publisher_id, webhook_id, type, created_time }: DeliveryRecord,
) {
  if (type === testType) return
  await change(db, publisher_id, async (open) => {
    const webhook = await webhookStore(open.tx).one(publisher_id, webhook_id)
    if (!webhook || webhook.disabled_time || (webhook.succeeded_time ?? '') > created_time) return
    await disableWebhook(open, webhook, 'failing', now())
    await tellOwners(open, webhook, now())
    await recordEvents(open, {}, [
      event('WebhookDisabled', system, now(), { ...subjectOf(webhook), webhookFailing: true }),
    ])
  })
}

/** One mail per language. */
async function tellOwners(open: Change, webhook: WebhookRecord, now: Date) {
  const { tx, publisherId } = open
  const details: WebhookDetails = {
    publisher: await publisherStore(tx).displayText(publisherId),
    ...subjectOf(webhook),
  }
  const owners = (await accountStore(tx).owners(publisherId)).filter(({ email }) => emailList(email)?.length)
  const groups = Map.groupBy(owners, ({ mail_language }) => mail_language ?? 'en-US')
  let number = now.getTime()
  for (const [language, group] of groups) {
    const recipients = group.map(({ email }) => email).join(', ')
    await enqueueMail(
      open,
      { id: webhook.id, kind: 'webhookDisabled', number: number++, details, recipients, language },
      now,
    )
  }
}
