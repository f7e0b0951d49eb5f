import type { Selectable } from 'kysely'
import { indicatorOf } from '../../contract/indicators.ts'
import { languages } from '../../contract/languages.ts'
import { overdueTime } from '../publishing/schedule.ts'
import { currentStep, isRunning, type Submission, type SubmissionState, signOffId } from '../publishing/submission.ts'
import type { Transition } from '../publishing/transition.ts'
import type { Change } from './changes.ts'
import type { Database } from './database.ts'
import type { OfferRecord } from './offers.ts'
import { enqueue } from './outbox.ts'
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
    async list(publisherId: string, offerId: string) {
      return (await ofOffer(publisherId, offerId).execute()).map(toSubmission)
    },
    async byId(id: string) {
      const row = await db.selectFrom('submission').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toSubmission(row)
    },
    /** Those that time may move, longest due first. */
    async due(now: Date, limit: number) {
      const rows = await db
        .selectFrom('submission')
        .selectAll()
        .where('due_time', '<=', now.toISOString())
        .orderBy('due_time')
        .limit(limit)
        .execute()
      return rows.map(toSubmission)
    },
  }
}

/**
 * Writes a transition with all that follows from it: the submission, the offer's line in the lists, history and
 * notifications. False when another process has moved the submission since it was read: then nothing is written.
 */
export async function recordTransition(change: Change, offer: OfferRecord, transition: Transition): Promise<boolean> {
  const { tx, publisherId, revision } = change
  const { submission, events } = transition
  const row = {
    state: submission.state,
    steps: JSON.stringify(submission.steps),
    due_time: submission.dueTime ?? null,
    revision: submission.revision,
    cancellation: submission.cancellation ? JSON.stringify(submission.cancellation) : null,
    changed_time: submission.changedTime,
  }
  const written =
    submission.revision === 1
      ? await tx
          .insertInto('submission')
          .values({
            id: submission.id,
            publisher_id: publisherId,
            offer_id: submission.offerId,
            offer_type_id: submission.offerTypeId,
            offer_version: submission.offerVersion,
            publishing_version: submission.publishingVersion,
            notification_emails: submission.notificationEmails,
            language: submission.language,
            created_time: submission.createdTime,
            ...row,
          })
          .executeTakeFirst()
      : await tx
          .updateTable('submission')
          .set(row)
          .where('id', '=', submission.id)
          .where('revision', '=', submission.revision - 1)
          .executeTakeFirst()
  const count = 'numUpdatedRows' in written ? written.numUpdatedRows : written.numInsertedOrUpdatedRows
  if (count !== 1n) return false

  await tx
    .updateTable('offer')
    .set({ ...lineOf(offer, submission), revision })
    .where('publisher_id', '=', publisherId)
    .where('id', '=', offer.id)
    .execute()
  const about = { submission_id: submission.id, publisher_id: publisherId, offer_id: offer.id }
  if (events.length)
    await tx
      .insertInto('audit_event')
      .values(
        events.map(({ type, actor, details }) => ({
          ...about,
          time: submission.changedTime,
          type,
          actor,
          details: JSON.stringify(details),
        })),
      )
      .execute()
  await enqueue(change, offer, transition)
  return true
}

const rank: Record<SubmissionState, number> = {
  waitingForPublisherReview: 0,
  failed: 0,
  running: 1,
  succeeded: 2,
  canceled: 2,
}

/** What the lists show of an offer whose latest submission is this one. */
export function lineOf(offer: Pick<OfferRecord, 'delisted_time'>, submission: Submission) {
  const { state } = submission
  const step = isRunning(submission) || state === 'failed' ? currentStep(submission) : undefined
  const outlived = offer.delisted_time !== null && submission.createdTime <= offer.delisted_time
  // A version on its way may need its publisher, whatever became of the one before.
  const delisted = outlived && !isRunning(submission)
  const atSignOff = submission.steps.some(
    ({ id, status }) => id === signOffId && status === 'waitingForPublisherReview',
  )
  return {
    status: state,
    indicator: delisted ? 'delisted' : indicatorOf({ status: state, steps: [] }),
    action_rank: delisted ? 2 : rank[state],
    changed_time: submission.changedTime,
    step_code: step?.code ?? null,
    step_name: step?.stepName ?? null,
    step_actor: step?.actor ?? null,
    step_started_time: step?.startedTime ?? null,
    step_overdue_time: (step && isRunning(submission) && overdueTime(step)) || null,
    ...(atSignOff && { preview_version: submission.offerVersion }),
    // A delisted offer comes back with the version that went live last, be it meanwhile.
    ...(state === 'succeeded' && { live_version: submission.offerVersion, ...(!delisted && { delisted_time: null }) }),
  }
}
