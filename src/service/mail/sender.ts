import type { Database } from '../store/database.ts'
import { type NotificationRecord, notificationStore } from '../store/notifications.ts'
import { compose, type Mail } from './compose.ts'

/** Hands a mail to the mail server; rejects when none of its receivers was accepted. Answers those that were refused. */
export type Send = (mail: Mail & { messageId: string }) => Promise<string[]>

const minute = 60_000
/** Longer than any attempt takes: then a sender that took a mail and was killed is counted as gone. */
const lease = 10 * minute
const patience = 3 * 24 * 60 * minute
const longestWait = 60 * minute
/** Milliseconds until the next attempt, after so many: 30 seconds, 1 minute, 2 minutes, up to an hour. */
const backoff = (attempts: number) => Math.min(longestWait, 0.5 * minute * 2 ** Math.min(attempts, 20))

type Options = { db: Database; now: () => Date; home: string; send: Send; log: (error: Error) => void }

/** Empties the outbox, from several replicas at once if need be: who claims a mail first sends it. */
export function mailSender({ db, now, home, send, log }: Options) {
  const outbox = notificationStore(db)

  /** Whether this sender, and no other, made an attempt. */
  async function attempt(notification: NotificationRecord): Promise<boolean> {
    const time = now()
    if (!(await outbox.claim(notification, new Date(time.getTime() + lease)))) return false
    const last = Date.parse(notification.created_time) + patience
    if (time.getTime() > last) {
      await outbox.settle(notification, { error: notification.error ?? 'It was too old to be sent.' })
      return true
    }
    try {
      const mail = compose(notification, home)
      if (mail.recipients.length === 0) throw new Error('There is no valid address.')
      const refused = await send({ ...mail, messageId: messageId(notification, home) })
      const error = refused.length > 0 ? `Refused: ${refused.join(', ')}` : undefined
      await outbox.settle(notification, { sentTime: now(), error })
    } catch (error) {
      const nextTime = new Date(now().getTime() + backoff(notification.attempts))
      const over = nextTime.getTime() > last
      const { message } = error as Error
      await outbox.settle(notification, { nextTime: over ? undefined : nextTime, error: message })
      if (over) log(new Error(`A mail about ${notification.publisher_id}/${notification.offer_id} failed: ${message}`))
    }
    return true
  }

  return {
    /** Tries to send the mail that is due first, past those that other senders have taken; answers how many it tried. */
    async advance(): Promise<number> {
      for (const notification of await outbox.due(now(), 20)) if (await attempt(notification)) return 1
      return 0
    },
  }
}

/** Always the same for the same mail: a receiver drops the second of two, sent when a crash hid that the first was. */
const messageId = ({ submission_id, kind, step_id }: NotificationRecord, home: string) =>
  `<${submission_id}.${kind}.${step_id || 'offer'}@${new URL(home).hostname}>`
