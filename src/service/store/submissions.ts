import type { Selectable } from 'kysely'
import { languages } from '../../contract/languages.ts'
import type { Submission } from '../publishing/submission.ts'
import type { Change } from './changes.ts'
import type { Database } from './database.ts'
import type { Schema } from './schema.ts'

const states = ['running', 'waitingForPublisherReview', 'succeeded', 'canceled', 'failed'] as const

const toSubmission = (row: Selectable<Schema['submission']>): Submission => ({
  id: row.id,
  publisherId: row.publisher_id,
  offerId: row.offer_id,
  offerTypeId: row.offer_type_id,
  offerVersion: row.offer_version,
  publishingVersion: row.publishing_version,
  state: states.find((state) => state === row.state)!,
  steps: JSON.parse(row.steps),
  ...(row.due_time && { dueTime: row.due_time }),
  notificationEmails: row.notification_emails,
  language: languages.find((language) => language === row.language) ?? 'en-US',
  ...(row.cancellation && { cancellation: JSON.parse(row.cancellation) }),
  ...(row.cancel_request && { cancelRequest: JSON.parse(row.cancel_request) }),
  createdTime: row.created_time,
  changedTime: row.changed_time,
  revision: row.revision,
})

export const submissionStore = (db: Database) => {
  const ofOffer = (publisherId: string, offerId: string) =>
    db
      .selectFrom('submission')
      .selectAll()
      .where('publisher_id', '=', publisherId)
      .where('offer_id', '=', offerId)
      .orderBy('publishing_version', 'desc')
  return {
    async latest(publisherId: string, offerId: string) {
      const row = await ofOffer(publisherId, offerId).limit(1).executeTakeFirst()
      return row && toSubmission(row)
    },
    /** Of each of these offers that has one. */
    async latestOfSome(publisherId: string, offerIds: readonly string[]) {
      const rows = await db
        .selectFrom('submission')
        .selectAll()
        .where('publisher_id', '=', publisherId)
        .where('offer_id', 'in', offerIds)
        .where(({ eb, selectFrom }) =>
          eb(
            'publishing_version',
            '=',
            selectFrom('submission as other')
              .select((eb) => eb.fn.max('publishing_version').as('newest'))
              .whereRef('other.publisher_id', '=', 'submission.publisher_id')
              .whereRef('other.offer_id', '=', 'submission.offer_id'),
          ),
        )
        .execute()
      return rows.map(toSubmission)
    },
    /** Newest first. */
    async list(publisherId: string, offerId: string, limit?: number) {
      const rows = await ofOffer(publisherId, offerId)
        .$if(limit !== undefined, (select) => select.limit(limit!))
        .execute()
      return rows.map(toSubmission)
    },
    /** The submissions of an offer type that changed last, of all publishers. */
    async latestOfType(offerTypeId: string, limit: number) {
      const rows = await db
        .selectFrom('submission')
        .selectAll()
        .where('offer_type_id', '=', offerTypeId)
        .orderBy('changed_time', 'desc')
        .limit(limit)
        .execute()
      return rows.map(toSubmission)
    },
    async byId(id: string) {
      const row = await db.selectFrom('submission').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toSubmission(row)
    },
    /** The offers whose submissions time may move, longest due first; with `publisherId`, those of one publisher. */
    due: (now: Date, limit: number, publisherId?: string) =>
      db
        .selectFrom('submission')
        .select(['publisher_id as publisherId', 'offer_id as offerId'])
        .where('due_time', '<=', now.toISOString())
        .$if(publisherId !== undefined, (select) => select.where('publisher_id', '=', publisherId!))
        .orderBy('due_time')
        .limit(limit)
        .execute(),
  }
}

export const insertSubmission = async ({ tx }: Change, submission: Submission) => {
  await tx
    .insertInto('submission')
    .values({
      id: submission.id,
      publisher_id: submission.publisherId,
      offer_id: submission.offerId,
      offer_type_id: submission.offerTypeId,
      offer_version: submission.offerVersion,
      publishing_version: submission.publishingVersion,
      notification_emails: submission.notificationEmails,
      language: submission.language,
      created_time: submission.createdTime,
      ...movingColumns(submission),
    })
    .execute()
}

export const updateSubmission = async ({ tx }: Change, submission: Submission) => {
  await tx.updateTable('submission').set(movingColumns(submission)).where('id', '=', submission.id).execute()
}

/** What transitions change. */
const movingColumns = (submission: Submission) => ({
  state: submission.state,
  steps: JSON.stringify(submission.steps),
  due_time: submission.dueTime ?? null,
  revision: submission.revision,
  cancellation: submission.cancellation ? JSON.stringify(submission.cancellation) : null,
  cancel_request: submission.cancelRequest ? JSON.stringify(submission.cancelRequest) : null,
  changed_time: submission.changedTime,
})
