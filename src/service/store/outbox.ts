import type { Selectable } from 'kysely'
import type { NotificationQuery } from '../../contract/notifications.ts'
import { pageSize } from '../../contract/offerList.ts'
import { detailsOf } from '../publishing/notifications.ts'
import type { Transition } from '../publishing/transition.ts'
import type { Change } from './changes.ts'
import type { Database } from './database.ts'
import type { OfferRecord } from './offers.ts'
import type { Schema } from './schema.ts'

export type NotificationRecord = Selectable<Schema['notification']>

/** Writes the notifications of a transition, to be delivered once what they tell is committed; each at most once. */
export async function enqueue(
  { tx, publisherId }: Change,
  offer: OfferRecord,
  { submission, notifications }: Pick<Transition, 'submission' | 'notifications'>,
) {
  if (notifications.length === 0) return
  await tx
    .insertInto('notification')
    .values(
      notifications.map((notification) => ({
        submission_id: submission.id,
        publisher_id: publisherId,
        offer_id: offer.id,
        kind: notification.kind,
        step_id: notification.stepId,
        details: JSON.stringify(detailsOf(offer.name, submission, notification)),
        recipients: submission.notificationEmails,
        language: submission.language,
        created_time: submission.changedTime,
        attempts: 0,
        next_time: submission.changedTime,
      })),
    )
    .onConflict((c) => c.columns(['submission_id', 'kind', 'step_id']).doNothing())
    .execute()
}

/** A mail about a publisher and none of its offers; `number` distinguishes those with the same id. */
export type PublisherMail = {
  id: string
  kind: string
  number: number
  details: object
  recipients: string
  language: string
}

/** Writes a mail that is delivered once the change is committed. */
export async function enqueueMail({ tx, publisherId }: Change, mail: PublisherMail, now: Date) {
  const { id, kind, number, details, recipients, language } = mail
  const time = now.toISOString()
  await tx
    .insertInto('notification')
    .values({
      submission_id: id,
      publisher_id: publisherId,
      offer_id: '',
      kind,
      step_id: String(number),
      details: JSON.stringify(details),
      recipients,
      language,
      created_time: time,
      attempts: 0,
      next_time: time,
    })
    .execute()
}

/** Removes the mails with this id that were not sent. */
export const dropUnsent = ({ tx }: Change, id: string) =>
  tx.deleteFrom('notification').where('submission_id', '=', id).where('sent_time', 'is', null).execute()

/** How many mails of a kind were written to an address since then, about any publisher. */
export async function mailsTo({ tx }: Change, kind: string, recipient: string, since: Date): Promise<number> {
  const { count } = await tx
    .selectFrom('notification')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('kind', '=', kind)
    .where((eb) => eb(eb.fn('lower', ['recipients']), '=', recipient.toLowerCase()))
    .where('created_time', '>', since.toISOString())
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Marks every notification as an example that is never delivered. */
export const keepAsExamples = async (db: Database) => {
  await db.updateTable('notification').set({ next_time: null }).execute()
}

type Ending = {
  sentTime?: Date | undefined
  nextTime?: Date | undefined
  error?: string | undefined
  progress?: string | undefined
}

/** Notifications, kept together with what they tell until they are delivered, and read long after. */
export const outboxStore = (db: Database) => ({
  /** The last mail of each of these ids. */
  async last(ids: string[]): Promise<Map<string, NotificationRecord>> {
    const rows = await db
      .selectFrom('notification')
      .selectAll()
      .where('submission_id', 'in', ids)
      .orderBy('id')
      .execute()
    return new Map(rows.map((row) => [row.submission_id, row]))
  },

  /** Those about offers. */
  async page(publisherIds: string[], { publisher, offer, page = 1 }: NotificationQuery) {
    const matching = db
      .selectFrom('notification')
      .where('offer_id', '!=', '')
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

  /** Those that are due, longest due first. */
  due: (now: Date, limit: number) =>
    db
      .selectFrom('notification')
      .selectAll()
      .where('next_time', '<=', now.toISOString())
      .orderBy('next_time')
      .orderBy('id')
      .limit(limit)
      .execute(),

  /** Takes a notification for one attempt, until `until`; false when another process has taken it since it was read. */
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
  async settle(
    { id, attempts, sent_time, progress: before }: NotificationRecord,
    { sentTime, nextTime, error, progress }: Ending,
  ) {
    await db
      .updateTable('notification')
      .set({
        sent_time: sentTime?.toISOString() ?? sent_time,
        next_time: nextTime?.toISOString() ?? null,
        error: error ?? null,
        progress: progress ?? before,
      })
      .where('id', '=', id)
      .where('attempts', '=', attempts + 1)
      .execute()
  },
})
