import type { Selectable } from 'kysely'
import { expect } from 'vitest'
import type { StepState } from '../../src/service/publishing/submission.ts'
import type { Database } from '../../src/service/store/database.ts'
import type { Schema } from '../../src/service/store/schema.ts'

type Rows = { [Table in keyof Schema]: Selectable<Schema[Table]>[] }

/** The state that must follow from a submission's history. */
function replay(steps: StepState[], events: Rows['audit_event']) {
  let at = -1
  let state = 'unborn'
  const notifications: string[] = []
  for (const { type, details } of events) {
    const { step } = JSON.parse(details)
    const expected: Record<string, boolean> = {
      OfferPublishRequested: state === 'unborn',
      OfferStepCompleted: state === 'running' && steps[at]!.actor !== 'publisher' && step === steps[at]!.id,
      OfferGoLiveRequested: state === 'waitingForPublisherReview',
      OfferStepBlocked: state === 'running' && step === steps[at]!.id,
      OfferPublishCanceled: state === 'waitingForPublisherReview' && step === steps[at]!.id,
      OfferWentLive: state === 'running' && steps[at]!.id === 'live',
    }
    if (!expected[type]) throw new Error(`${type} of ${step} when the submission was ${state} at ${steps[at]?.id}`)
    if (type === 'OfferStepBlocked') {
      state = 'failed'
      notifications.push(`error ${step}`)
    } else if (type === 'OfferPublishCanceled') {
      state = 'canceled'
      notifications.push(`canceled ${step}`)
    } else if (type === 'OfferWentLive') {
      state = 'succeeded'
      notifications.push('live live')
    } else {
      at++
      state = steps[at]!.actor === 'publisher' ? 'waitingForPublisherReview' : 'running'
      if (state !== 'running') notifications.push(`previewReady ${steps[at]!.id}`, `signOffNeeded ${steps[at]!.id}`)
    }
  }
  return { state, notifications, revision: events.length }
}

/** Fails unless history, submissions, lists and outbox agree: each transition once, each notification once. */
export async function expectOneStory(db: Database) {
  const all = <Table extends keyof Schema>(table: Table) =>
    db.selectFrom<keyof Schema>(table).selectAll().execute() as unknown as Promise<Rows[Table]>
  const [offers, submissions, events, notifications] = await Promise.all([
    all('offer'),
    all('submission'),
    all('audit_event'),
    all('notification'),
  ])
  const eventsOf = Map.groupBy(events, ({ submission_id }) => submission_id)
  const notificationsOf = Map.groupBy(notifications, ({ submission_id }) => submission_id)
  for (const { id, steps, state, revision } of submissions) {
    const story = replay(
      JSON.parse(steps),
      (eventsOf.get(id) ?? []).sort((a, b) => a.id - b.id),
    )
    const notified = (notificationsOf.get(id) ?? []).map(({ kind, step_id }) => `${kind} ${step_id}`)
    expect({ id, state, revision, notifications: notified.sort() }).toEqual({
      id,
      ...story,
      notifications: story.notifications.sort(),
    })
  }
  const submissionsOf = Map.groupBy(submissions, ({ publisher_id, offer_id }) => `${publisher_id}/${offer_id}`)
  for (const { publisher_id, id, status } of offers) {
    const own = (submissionsOf.get(`${publisher_id}/${id}`) ?? []).sort(
      (a, b) => a.publishing_version - b.publishing_version,
    )
    expect(own.map(({ publishing_version }) => publishing_version)).toEqual(own.map((_, index) => index + 1))
    expect({ id, status }).toEqual({ id, status: own.at(-1)?.state ?? 'neverPublished' })
    expect(own.slice(0, -1).filter(({ state }) => /running|waiting/.test(state))).toEqual([])
  }
  return { submissions: submissions.length, events: events.length, notifications: notifications.length }
}
