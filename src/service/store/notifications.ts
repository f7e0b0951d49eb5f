import type { Selectable } from 'kysely'
import type { NotificationQuery } from '../../contract/notifications.ts'
import { pageSize } from '../../contract/offerList.ts'
import type { Message } from '../../contract/status.ts'
import type { Submission } from '../publishing/submission.ts'
import type { Database } from './database.ts'
import type { Schema } from './schema.ts'

/** What `details` of a notification holds. */
export type NoticeDetails = {
  name: string
  version: number
  step?: { code: string; name: string }
  messages: Message[]
  cancellation?: Submission['cancellation']
}

export type NotificationRecord = Selectable<Schema['notification']>

/** The outbox: mails are written into it together with what they tell, and sent from it. */
export const notificationStore = (db: Database) => ({
  async page(publisherIds: string[], { publisher, offer, page = 1 }: NotificationQuery) {
    const matching = db
      .selectFrom('notification')
      .where(
        'publisher_id',
        'in',
        publisherIds.filter((id) => !publisher || id === publisher),
      )
      .$if(offer !== undefined, (select) => select.where('offer_id', '=', offer!))
    const { total } = await matching.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const rows = await matching
      .selectAll()
      .orderBy('created_time', 'desc')
      .orderBy('id', 'desc')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute()
    return { rows, total }
  },

  /** Those whose time has come, longest due first. */
  due: (now: Date, limit: number) =>
    db
      .selectFrom('notification')
      .selectAll()
      .where('next_time', '<=', now.toISOString())
      .orderBy('next_time')
      .orderBy('id')
      .limit(limit)
      .execute(),

  /** Takes a mail for one attempt, until `until`; false when another sender has taken it since it was read. */
  async claim({ id, attempts }: NotificationRecord, until: Date): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('notification')
      .set({ attempts: attempts + 1, next_time: until.toISOString() })
      .where('id', '=', id)
      .where('attempts', '=', attempts)
      .where('next_time', 'is not', null)
      .executeTakeFirst()
    return numUpdatedRows === 1n
  },

  /** Ends the attempt that `claim` began. Without `nextTime` there will be no other. */
  settle: (
    { id, attempts }: NotificationRecord,
    { sentTime, nextTime, error }: { sentTime?: Date; nextTime?: Date | undefined; error?: string | undefined },
  ) =>
    db
      .updateTable('notification')
      .set({
        sent_time: sentTime?.toISOString() ?? null,
        next_time: nextTime?.toISOString() ?? null,
        error: error ?? null,
      })
      .where('id', '=', id)
      .where('attempts', '=', attempts + 1)
      .execute(),
})
