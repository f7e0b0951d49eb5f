import { Hono } from 'hono'
import {
  type Notification,
  NotificationQuery,
  type NotificationState,
  type Notifications,
} from '../../../contract/notifications.ts'
import { compose } from '../../outbox/mail/compose.ts'
import type { NotificationDetails } from '../../publishing/notifications.ts'
import { type NotificationRecord, outboxStore } from '../../store/outbox.ts'
import { visiblePublishers } from '../access.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../identity.ts'
import { parse } from '../problems.ts'

/** The mails about offers, sent or not. */
export const notificationRoutes = ({ db, mail }: Deps) => {
  const outbox = outboxStore(db)

  const answer = (row: NotificationRecord): Notification => {
    const { html: _, sender: __, ...readable } = compose(row, mail.home)
    return {
      id: row.id,
      kind: row.kind,
      publisherId: row.publisher_id,
      offerId: row.offer_id,
      offerName: nameIn(row),
      stepId: row.step_id,
      ...readable,
      createdTime: row.created_time,
      state: stateOf(row, mail.sends),
      attempts: row.attempts,
      ...(row.sent_time && { sentTime: row.sent_time }),
      ...(row.next_time && mail.sends && { nextTime: row.next_time }),
      ...(row.error && { error: row.error }),
    }
  }

  return new Hono<Env>().get('/notifications', async (c) => {
    const publishers = await visiblePublishers(c.get('caller'), db)
    const { rows, total } = await outbox.page(publishers, parse(NotificationQuery, c.req.query()))
    return c.json({ items: rows.map(answer), total } satisfies Notifications)
  })
}

function nameIn(row: NotificationRecord): string {
  const { name }: NotificationDetails = JSON.parse(row.details)
  return name
}

/** Without a next time there is no further attempt. A failed one has an error; the demonstration's have none. */
export function stateOf(
  { sent_time, next_time, error }: Pick<NotificationRecord, 'sent_time' | 'next_time' | 'error'>,
  sends: boolean,
): NotificationState {
  if (sent_time) return 'sent'
  if (next_time === null) return error === null ? 'example' : 'failed'
  return sends ? 'waiting' : 'kept'
}
