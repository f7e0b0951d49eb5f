import type { Selectable } from 'kysely'
import { type DisabledReason, disabledReasons, type Webhook, type WebhookPlan } from '../../contract/webhooks.ts'
import type { Change } from './changes.ts'
import type { Database } from './database.ts'
import type { Schema } from './schema.ts'

export type WebhookRecord = Selectable<Schema['webhook']>

/** For how long a secret that was replaced signs too. */
export const earlierSecretLife = 86_400_000

const typesOf = ({ types }: Pick<WebhookPlan, 'types'>) => (types ? JSON.stringify([...new Set(types)]) : null)

export const webhookStore = (db: Database) => ({
  /** Oldest first. */
  list: (publisherId: string): Promise<WebhookRecord[]> =>
    db
      .selectFrom('webhook')
      .selectAll()
      .where('publisher_id', '=', publisherId)
      .orderBy('created_time')
      .orderBy('id')
      .execute(),

  one: (publisherId: string, id: string): Promise<WebhookRecord | undefined> =>
    db
      .selectFrom('webhook')
      .selectAll()
      .where('publisher_id', '=', publisherId)
      .where('id', '=', id)
      .executeTakeFirst(),
})

type Added = { id: string; plan: WebhookPlan; secret: string }

export async function insertWebhook({ tx, publisherId }: Change, { id, plan, secret }: Added, now: Date) {
  await tx
    .insertInto('webhook')
    .values({
      id,
      publisher_id: publisherId,
      name: plan.name,
      address: plan.address,
      types: typesOf(plan),
      secret,
      earlier_secret: null,
      replaced_time: null,
      created_time: now.toISOString(),
      ...(plan.enabled ? enabled : disabled(now, 'person')),
      failures: 0,
      paused_until: null,
      succeeded_time: null,
    })
    .execute()
}

/** A change begins anew: what failed before says nothing about it. */
export async function updateWebhook({ tx }: Change, { id }: WebhookRecord, plan: WebhookPlan) {
  await tx
    .updateTable('webhook')
    .set({ name: plan.name, address: plan.address, types: typesOf(plan), failures: 0, paused_until: null })
    .where('id', '=', id)
    .execute()
}

export async function replaceSecret({ tx }: Change, { id, secret }: WebhookRecord, newSecret: string, now: Date) {
  await tx
    .updateTable('webhook')
    .set({ secret: newSecret, earlier_secret: secret, replaced_time: now.toISOString() })
    .where('id', '=', id)
    .execute()
}

const enabled = { disabled_time: null, disabled_reason: null }
const disabled = (now: Date, reason: DisabledReason) => ({
  disabled_time: now.toISOString(),
  disabled_reason: reason,
})

export async function enableWebhook({ tx }: Change, { id }: WebhookRecord) {
  await tx.updateTable('webhook').set(enabled).where('id', '=', id).execute()
}

/** What waits is not sent any more, unless a person asks for it. */
export async function disableWebhook(
  { tx }: Change,
  { id }: Pick<WebhookRecord, 'id'>,
  reason: DisabledReason,
  now: Date,
) {
  await tx.updateTable('webhook').set(disabled(now, reason)).where('id', '=', id).execute()
  await tx
    .updateTable('webhook_delivery')
    .set({ next_time: null, error: 'disabled' })
    .where('webhook_id', '=', id)
    .where('next_time', 'is not', null)
    .execute()
}

export async function deleteWebhook({ tx }: Change, { id }: WebhookRecord) {
  await tx.deleteFrom('webhook_delivery').where('webhook_id', '=', id).execute()
  await tx.deleteFrom('webhook').where('id', '=', id).execute()
}

/** When the earlier secret no longer signs; undefined when there is none that does. */
export const earlierUntil = ({ earlier_secret, replaced_time }: WebhookRecord, now: Date) => {
  if (!earlier_secret || !replaced_time) return undefined
  const until = new Date(Date.parse(replaced_time) + earlierSecretLife)
  return until > now ? until : undefined
}

/** As it is answered: without secrets. */
export const toWebhook = (row: WebhookRecord, now: Date): Webhook => ({
  id: row.id,
  name: row.name,
  address: row.address,
  ...(row.types && { types: JSON.parse(row.types) }),
  enabled: row.disabled_time === null,
  createdTime: row.created_time,
  ...(row.disabled_time && {
    disabled: {
      time: row.disabled_time,
      reason: disabledReasons.find((known) => known === row.disabled_reason) ?? 'person',
    },
  }),
  ...(row.succeeded_time && { succeededTime: row.succeeded_time }),
  failures: row.failures,
  ...(earlierUntil(row, now) && { earlierSecretUntil: earlierUntil(row, now)!.toISOString() }),
})
