import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import { invitationDays, type NewInvitation } from '../../contract/invitations.ts'
import type { Change } from './changes.ts'
import type { Database } from './database.ts'
import type { Schema } from './schema.ts'

export type InvitationRecord = Selectable<Schema['invitation']>

/** Addresses are compared without regard to case. */
export const emailKey = (email: string) => email.trim().toLowerCase()

const expiryAfter = (now: Date) => new Date(now.getTime() + invitationDays * 86_400_000).toISOString()

export const invitationStore = (db: Database) => ({
  ofPublisher: (publisherId: string): Promise<InvitationRecord[]> =>
    db.selectFrom('invitation').selectAll().where('publisher_id', '=', publisherId).orderBy('email_key').execute(),

  one: (publisherId: string, id: string): Promise<InvitationRecord | undefined> =>
    db
      .selectFrom('invitation')
      .selectAll()
      .where('publisher_id', '=', publisherId)
      .where('id', '=', id)
      .executeTakeFirst(),

  /** Those that a person with this address can follow now, in the order in which publishers are locked. */
  openFor: (email: string, now: Date): Promise<InvitationRecord[]> =>
    db
      .selectFrom('invitation')
      .selectAll()
      .where('email_key', '=', emailKey(email))
      .where('expires_time', '>', now.toISOString())
      .orderBy('publisher_id')
      .execute(),

  /** In place of an earlier one to the same address. */
  async add({ publisherId }: Change, { email, role, language }: NewInvitation, invitedBy: string, now: Date) {
    const row: InvitationRecord = {
      id: randomUUID(),
      publisher_id: publisherId,
      email,
      email_key: emailKey(email),
      role,
      language,
      invited_by: invitedBy,
      sent_time: now.toISOString(),
      expires_time: expiryAfter(now),
      sends: 1,
    }
    await db
      .deleteFrom('invitation')
      .where('publisher_id', '=', publisherId)
      .where('email_key', '=', row.email_key)
      .execute()
    await db.insertInto('invitation').values(row).execute()
    return row
  },

  async renew({ id, sends, ...row }: InvitationRecord, now: Date): Promise<InvitationRecord> {
    const renewed = { sends: sends + 1, sent_time: now.toISOString(), expires_time: expiryAfter(now) }
    await db.updateTable('invitation').set(renewed).where('id', '=', id).execute()
    return { ...row, id, ...renewed }
  },

  async remove({ id }: Pick<InvitationRecord, 'id'>) {
    await db.deleteFrom('invitation').where('id', '=', id).execute()
  },
})
