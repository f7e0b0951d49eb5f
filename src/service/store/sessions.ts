import { randomUUID } from 'node:crypto'
import type { Caller } from './accounts.ts'
import type { Database } from './database.ts'
import { newSecret, secretHash } from './secrets.ts'

/** Milliseconds until a session ends: without use by a person, and at the latest. */
export type SessionLife = { idle: number; absolute: number }

export type Session = {
  id: string
  accountId: string
  rights: string
  device: string
  createdTime: Date
  usedTime: Date
}

type NewSession = { caller: Caller; device: string; issuerSession?: string | undefined }

/** Milliseconds for which a replaced token is still accepted: requests that were under way carry it. */
const handover = 60_000

export const rightsOf = ({ operator, roles }: Pick<Caller, 'operator' | 'roles'>) =>
  JSON.stringify([operator, ...roles])

export const endOf = ({ createdTime, usedTime }: Session, { idle, absolute }: SessionLife) =>
  Math.min(createdTime.getTime() + absolute, usedTime.getTime() + idle)

export const sessionStore = (db: Database, life: SessionLife) => ({
  async byToken(token: string, now: Date): Promise<Session | undefined> {
    const hash = secretHash(token)
    const row = await db
      .selectFrom('session')
      .selectAll()
      .where((eb) =>
        eb.or([
          eb('token_hash', '=', hash),
          eb.and([
            eb('previous_hash', '=', hash),
            eb('replaced_time', '>', new Date(now.getTime() - handover).toISOString()),
          ]),
        ]),
      )
      .executeTakeFirst()
    const session = row && toSession(row)
    return session && endOf(session, life) > now.getTime() ? session : undefined
  },

  /** A new session; the browser's earlier one ends. Returns its token, which only the browser gets. */
  async open({ caller, device, issuerSession }: NewSession, now: Date, earlier = '') {
    const token = newSecret()
    const time = now.toISOString()
    const row = {
      id: randomUUID(),
      account_id: caller.accountId,
      token_hash: secretHash(token),
      previous_hash: null,
      replaced_time: null,
      rights: rightsOf(caller),
      device: device.slice(0, 300),
      issuer_session: issuerSession ?? null,
      created_time: time,
      used_time: time,
    }
    await db.transaction().execute(async (tx) => {
      await tx.deleteFrom('session').where('token_hash', '=', secretHash(earlier)).execute()
      await tx.insertInto('session').values(row).execute()
    })
    return { token, session: toSession(row) }
  },

  async use({ id }: Session, now: Date) {
    await db.updateTable('session').set({ used_time: now.toISOString() }).where('id', '=', id).execute()
  },

  /** A new token for new rights; undefined when another request replaced it first. */
  async replaceToken({ id, rights }: Session, caller: Caller, now: Date): Promise<string | undefined> {
    const token = newSecret()
    const { numUpdatedRows } = await db
      .updateTable('session')
      .set((eb) => ({
        previous_hash: eb.ref('token_hash'),
        token_hash: secretHash(token),
        replaced_time: now.toISOString(),
        rights: rightsOf(caller),
      }))
      .where('id', '=', id)
      .where('rights', '=', rights)
      .executeTakeFirst()
    return numUpdatedRows ? token : undefined
  },

  async list(accountId: string, now: Date): Promise<Session[]> {
    const rows = await db
      .selectFrom('session')
      .selectAll()
      .where('account_id', '=', accountId)
      .orderBy('used_time', 'desc')
      .orderBy('id')
      .execute()
    return rows.map(toSession).filter((session) => endOf(session, life) > now.getTime())
  },

  /** Ends one session of the account, or all of them; returns whether there was one. */
  async end(accountId: string, id?: string): Promise<boolean> {
    const own = db.deleteFrom('session').where('account_id', '=', accountId)
    const { numDeletedRows } = await (id === undefined ? own : own.where('id', '=', id)).executeTakeFirstOrThrow()
    return numDeletedRows > 0
  },

  /** The issuer says that its session has ended, or all sessions of a person. */
  async endByIssuer({ issuer, session, subject }: { issuer: string; session?: string; subject?: string }) {
    const own = db
      .selectFrom('identity')
      .select('account_id')
      .where('issuer', '=', issuer)
      .$if(subject !== undefined, (query) => query.where('subject', '=', subject!))
    const ended = db.deleteFrom('session').where('account_id', 'in', own)
    await (session === undefined ? ended : ended.where('issuer_session', '=', session)).execute()
  },
})

type Row = {
  id: string
  account_id: string
  rights: string
  device: string
  created_time: string
  used_time: string
}

const toSession = ({ id, account_id, rights, device, created_time, used_time }: Row): Session => ({
  id,
  accountId: account_id,
  rights,
  device,
  createdTime: new Date(created_time),
  usedTime: new Date(used_time),
})
