import { type Kysely, sql } from 'kysely'

type Tables = {
  offer: {
    publisher_id: string
    id: string
    step_code: string | null
    step_actor: string | null
    step_overdue_time: string | null
    step_number: number | null
    step_count: number | null
    step_estimate: string | null
    step_ended_time: string | null
    reason: string | null
  }
  submission: { publisher_id: string; offer_id: string; publishing_version: number; state: string; steps: string }
}

type Step = {
  code: string
  status: string
  estimatedTimeFrame?: string
  endedTime?: string
  messages: { level: string; code?: string }[]
}

/** Where each attempt stands among its steps, and why it failed, for the lists. */
export async function up(db: Kysely<Tables>) {
  const text = db.getExecutor().adapter.supportsMultipleConnections ? sql`text collate "C"` : 'text'
  for (const column of ['step_number', 'step_count'])
    await db.schema.alterTable('offer').addColumn(column, 'integer').execute()
  for (const column of ['step_estimate', 'step_ended_time', 'reason'])
    await db.schema.alterTable('offer').addColumn(column, text).execute()
  await db.schema
    .createIndex('offer_by_overdue')
    .on('offer')
    .columns(['step_overdue_time', 'publisher_id', 'id', 'indicator', 'offer_type_id', 'live_version', 'name_key'])
    .execute()

  await db.updateTable('offer').set({ step_overdue_time: null }).where('step_actor', '=', 'publisher').execute()
  for (let rows = await stopped(db, '', ''); rows.length > 0; ) {
    for (const row of rows) await explain(db, row)
    const last = rows.at(-1)!
    rows = await stopped(db, last.publisher_id, last.id)
  }
}

const stopped = (db: Kysely<Tables>, publisherId: string, id: string) =>
  db
    .selectFrom('offer')
    .select(['publisher_id', 'id', 'step_code'])
    .where('step_code', 'is not', null)
    .where((eb) => eb(eb.refTuple('publisher_id', 'id'), '>', eb.tuple(publisherId, id)))
    .orderBy('publisher_id')
    .orderBy('id')
    .limit(500)
    .execute()

async function explain(
  db: Kysely<Tables>,
  { publisher_id, id, step_code }: Awaited<ReturnType<typeof stopped>>[number],
) {
  const submission = await db
    .selectFrom('submission')
    .select(['state', 'steps'])
    .where('publisher_id', '=', publisher_id)
    .where('offer_id', '=', id)
    .orderBy('publishing_version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const steps: Step[] = JSON.parse(submission.steps)
  const index = steps.findIndex(({ code, status }) => code === step_code && status !== 'complete')
  const step = steps[index]
  if (!step) return
  const failed = submission.state === 'failed'
  const code = failed && step.messages.find(({ level }) => level === 'error')?.code
  await db
    .updateTable('offer')
    .set({
      step_number: index + 1,
      step_count: steps.length,
      step_estimate: failed ? null : (step.estimatedTimeFrame ?? null),
      step_ended_time: step.endedTime ?? null,
      reason: code ? JSON.stringify({ code }) : null,
    })
    .where('publisher_id', '=', publisher_id)
    .where('id', '=', id)
    .execute()
}
