import { testType, type WebhookDelivery } from '../../../contract/webhooks.ts'
import type { Sealing } from '../../sealing.ts'
import type { Database } from '../../store/database.ts'
import { type DeliveryRecord, deliveryStore } from '../../store/deliveries.ts'
import { earlierUntil, type WebhookRecord, webhookStore } from '../../store/webhooks.ts'
import { backOff, type Outcome, queue, tooOldToSend } from '../queue.ts'
import { cloudEvent } from './cloudEvent.ts'
import { disableIfFailing } from './failing.ts'
import { PostError, type PostOptions, post } from './post.ts'
import { signatureOf } from './sign.ts'

type Options = {
  db: Database
  now: () => Date
  home: string
  sealing: Sealing
  privateAddresses: boolean
  lookup?: PostOptions['lookup']
  timeout?: number
  log: (error: Error) => void
}

const patience = 15_000

/**
 * Workers that deliver events to webhooks, so many at a time. One receiver gets one event at a time from this process,
 * and is left alone longer each time it fails, so that a slow one does not keep events from the others.
 */
export function webhookSenders(options: Options, lanes: number) {
  const busy = new Set<string>()
  return Array.from({ length: lanes }, () => webhookSender(options, busy))
}

function webhookSender(options: Options, busy: Set<string>) {
  const { db, now, log } = options
  const store = deliveryStore(db)

  return queue<DeliveryRecord>({
    outbox: {
      due: (time, limit) => store.due(time, limit, busy),
      async claim(delivery, until) {
        if (busy.has(delivery.webhook_id)) return false
        busy.add(delivery.webhook_id)
        const isTaken = await store.claim(delivery, until).catch((error) => {
          busy.delete(delivery.webhook_id)
          throw error
        })
        if (!isTaken) busy.delete(delivery.webhook_id)
        return isTaken
      },
      async settle(delivery, { sentTime, nextTime, error, progress }) {
        await store.settle(delivery, {
          attemptedTime: now(),
          sentTime,
          nextTime,
          error: error === tooOldToSend ? 'tooOld' : error,
          answer: progress,
          pausedUntil: (failures) => new Date(now().getTime() + backOff(failures - 1)),
        })
        if (!sentTime && !nextTime) await disableIfFailing(options, delivery)
        busy.delete(delivery.webhook_id)
      },
    },
    now,
    deliver: (delivery) => attempt(delivery, options),
    onGivenUp: ({ publisher_id, webhook_id, type }, reason) => {
      if (type !== testType) log(new Error(`An event for webhook ${webhook_id} of ${publisher_id} failed: ${reason}`))
    },
  })
}

async function attempt(delivery: DeliveryRecord, options: Options): Promise<Outcome> {
  const webhook = await webhookStore(options.db).one(delivery.publisher_id, delivery.webhook_id)
  if (!webhook) return { state: 'refused', error: 'disabled' }
  // A person looks at how a test ends; a disabled webhook gets only what a person sends.
  const failed = delivery.type === testType || webhook.disabled_time ? 'refused' : 'later'
  try {
    const answer = await send(delivery, webhook, options)
    const progress = JSON.stringify(answer satisfies WebhookDelivery['answer'])
    const isAccepted = answer.status >= 200 && answer.status < 300
    return isAccepted ? { state: 'delivered', progress } : { state: failed, error: 'status', progress }
  } catch (error) {
    if (error instanceof PostError) return { state: failed, error: error.fault }
    throw error
  }
}

function send(delivery: DeliveryRecord, webhook: WebhookRecord, { now, home, ...options }: Options) {
  const body = cloudEvent(delivery, home)
  const id = delivery.message_id
  const timestamp = Math.floor(now().getTime() / 1000)
  return post(
    webhook.address,
    {
      body,
      headers: {
        'content-type': 'application/cloudevents+json; charset=utf-8',
        'user-agent': 'publisher-dashboard',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signatureOf({ id, timestamp, body }, secretsOf(webhook, options.sealing, now())),
      },
    },
    { timeout: patience, ...options },
  )
}

/** The newest first. */
function secretsOf(webhook: WebhookRecord, { open }: Sealing, now: Date): string[] {
  const sealed = [webhook.secret, ...(earlierUntil(webhook, now) ? [webhook.earlier_secret!] : [])]
  try {
    return sealed.map((secret) => open(secret, webhook.id))
  } catch {
    throw new PostError('secret')
  }
}
