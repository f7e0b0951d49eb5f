import type { Database } from '../../store/database.ts'
import { type NotificationRecord, outboxStore } from '../../store/outbox.ts'
import { queue } from '../queue.ts'
import { compose, type Mail } from './compose.ts'

/** Hands a mail to the mail server; rejects when none of its receivers was accepted. Answers those that were refused. */
export type Send = (mail: Mail & { messageId: string }) => Promise<string[]>

type Options = { db: Database; now: () => Date; home: string; send: Send; log: (error: Error) => void }

/** Sends the notifications of the outbox as mails. */
export const mailSender = ({ db, now, home, send, log }: Options) =>
  queue({
    outbox: outboxStore(db),
    now,
    deliver: async (notification) => {
      const mail = compose(notification, home)
      if (mail.recipients.length === 0) throw new Error('There is no valid address.')
      const refused = await send({ ...mail, messageId: messageId(notification, home) })
      return refused.length > 0 ? `Refused: ${refused.join(', ')}` : undefined
    },
    onGivenUp: ({ publisher_id, offer_id }, reason) =>
      log(new Error(`A mail about ${publisher_id}/${offer_id} failed: ${reason}`)),
  })

/** Always the same for the same mail: a receiver drops the second of two, sent when a crash hid that the first was. */
const messageId = ({ submission_id, kind, step_id }: NotificationRecord, home: string) =>
  `<${submission_id}.${kind}.${step_id || 'offer'}@${new URL(home).hostname}>`
