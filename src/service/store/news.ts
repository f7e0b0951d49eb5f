import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { News } from '../../contract/news.ts'
import type { Database } from './database.ts'
import type { OfferRecord } from './offers.ts'
import type { Schema } from './schema.ts'

/** An account, and up to which revision of each publisher it has seen everything. */
export type Looker = { accountId: string; looked: ReadonlyMap<string, number> }

/** More are told as this many and more. */
const mostCounted = 100

/** Offers whose status has changed since the account saw it. */
const isNews =
  ({ accountId, looked }: Looker): Where =>
  (eb) =>
    eb.and([
      eb.or(
        [...looked].map(([publisherId, revision]) =>
          eb.and([eb('offer.publisher_id', '=', publisherId), eb('offer.status_revision', '>', revision)]),
        ),
      ),
      eb.not(
        eb.exists(
          eb
            .selectFrom('seen_offer')
            .select('seen_offer.offer_id')
            .where('seen_offer.account_id', '=', accountId)
            .whereRef('seen_offer.publisher_id', '=', 'offer.publisher_id')
            .whereRef('seen_offer.offer_id', '=', 'offer.id')
            .whereRef('seen_offer.revision', '>=', 'offer.status_revision'),
        ),
      ),
    ])

/** More than this are found by looking at every offer instead of by the index of news. */
const fewNews = 1_000

type Where = (eb: ExpressionBuilder<Schema, 'offer'>) => Expression<SqlBool>

/** The same for a list that is filtered and sorted by other columns. */
export async function unseenBy(db: Database, looker: Looker | undefined): Promise<Where> {
  if (!looker) return (eb) => eb.lit(false)
  const changed = db.selectFrom('offer').select(['offer.publisher_id', 'offer.id']).where(isNews(looker))
  const some = await changed.limit(fewNews + 1).execute()
  if (some.length > fewNews) return isNews(looker)
  return (eb) => eb(eb.refTuple('publisher_id', 'id'), 'in', changed.$asTuple('publisher_id', 'id'))
}

type Key = Pick<OfferRecord, 'publisher_id' | 'id'>
export const nameOf = ({ publisher_id, id }: Key) => `${publisher_id}/${id}`

/** What is new to an account: by offer, and in its notifications. */
export const newsStore = (db: Database) => {
  const lookedOf = (accountId: string, publisherIds: string[]) =>
    db
      .selectFrom('looked')
      .select(['publisher_id', 'revision', 'time'])
      .where('account_id', '=', accountId)
      .where('publisher_id', 'in', publisherIds)
      .execute()

  async function looker(accountId: string, publisherIds: string[]): Promise<Looker> {
    const rows = await lookedOf(accountId, publisherIds)
    return { accountId, looked: new Map(rows.map(({ publisher_id, revision }) => [publisher_id, revision])) }
  }

  return {
    looker,

    /** Which of these offers are news, by `nameOf`. */
    async among(looker: Looker, offers: readonly OfferRecord[]): Promise<ReadonlySet<string>> {
      const changed = offers.filter(
        ({ publisher_id, status_revision }) => status_revision > (looker.looked.get(publisher_id) ?? Infinity),
      )
      if (changed.length === 0) return new Set()
      const rows = await db
        .selectFrom('offer')
        .select(['publisher_id', 'id'])
        .where((eb) =>
          eb(
            eb.refTuple('offer.publisher_id', 'offer.id'),
            'in',
            changed.map(({ publisher_id, id }) => eb.tuple(publisher_id, id)),
          ),
        )
        .where(isNews(looker))
        .execute()
      return new Set(rows.map(nameOf))
    },

    async read(accountId: string, publisherIds: string[]): Promise<News> {
      const rows = await lookedOf(accountId, publisherIds)
      const who = { accountId, looked: new Map(rows.map(({ publisher_id, revision }) => [publisher_id, revision])) }
      const changed = await db
        .selectFrom('offer')
        .select('id')
        .where(isNews(who))
        .limit(mostCounted + 1)
        .execute()
      const unread = await db
        .selectFrom('notification')
        .select('id')
        .where('offer_id', '!=', '')
        .where('publisher_id', 'in', publisherIds)
        .where('id', '>', (eb) =>
          eb
            .selectFrom('account')
            .select(sql<number>`coalesce(read_notification, 0)`.as('read'))
            .where('id', '=', accountId),
        )
        .orderBy('id', 'desc')
        .limit(mostCounted + 1)
        .execute()
      const watched = await db
        .selectFrom('watched_offer')
        .innerJoin('offer', (join) =>
          join
            .onRef('offer.publisher_id', '=', 'watched_offer.publisher_id')
            .onRef('offer.id', '=', 'watched_offer.offer_id'),
        )
        .select(['offer.publisher_id', 'offer.id', 'offer.name', 'offer.indicator', 'offer.revision'])
        .where('watched_offer.account_id', '=', accountId)
        .where('offer.publisher_id', 'in', publisherIds)
        .orderBy('offer.publisher_id')
        .orderBy('offer.id')
        .execute()
      const publishers = await db
        .selectFrom('publisher')
        .select(['id', 'revision'])
        .where('id', 'in', publisherIds)
        .orderBy('id')
        .execute()
      const since = rows.map(({ time }) => time).sort()[0]
      return {
        ...(since && { since }),
        changed: Math.min(changed.length, mostCounted),
        unread: Math.min(unread.length, mostCounted),
        ...(unread[0] && { newest: unread[0].id }),
        hasMore: { changed: changed.length > mostCounted, unread: unread.length > mostCounted },
        upTo: Object.fromEntries(publishers.map(({ id, revision }) => [id, revision])),
        watched: watched.map(({ publisher_id, id, ...offer }) => ({
          ...offer,
          publisherId: publisher_id,
          offerId: id,
        })),
      }
    },

    /** From its first session on, an account is told what changes. */
    async begin(accountId: string, now: Date) {
      await sql`insert into looked (account_id, publisher_id, revision, time)
        select account_id, publisher_id, revision, ${now.toISOString()} from membership
        join publisher on publisher.id = membership.publisher_id where account_id = ${accountId}
        on conflict do nothing`.execute(db)
      await sql`update account set read_notification = (select coalesce(max(id), 0) from notification)
        where id = ${accountId} and read_notification is null`.execute(db)
    },

    /** Everything up to these revisions is seen. What is newer than the account was told of stays news. */
    async seeAll(accountId: string, upTo: ReadonlyMap<string, number>, now: Date) {
      await db.transaction().execute(async (tx) => {
        for (const [publisher_id, revision] of upTo) {
          await tx
            .insertInto('looked')
            .values({ account_id: accountId, publisher_id, revision, time: now.toISOString() })
            .onConflict((c) =>
              c
                .columns(['account_id', 'publisher_id'])
                .doUpdateSet({ revision, time: now.toISOString() })
                .where('looked.revision', '<=', revision),
            )
            .execute()
          await tx
            .deleteFrom('seen_offer')
            .where('account_id', '=', accountId)
            .where('publisher_id', '=', publisher_id)
            .where('revision', '<=', revision)
            .execute()
        }
      })
    },

    /** The account has seen the offer as it was at this revision. Writes nothing when that was no news. */
    async see(accountId: string, offer: OfferRecord, revision: number) {
      const who = await looker(accountId, [offer.publisher_id])
      const news = await db
        .selectFrom('offer')
        .select('id')
        .where('publisher_id', '=', offer.publisher_id)
        .where('id', '=', offer.id)
        .where(isNews(who))
        .executeTakeFirst()
      if (!news) return
      await db
        .insertInto('seen_offer')
        .values({ account_id: accountId, publisher_id: offer.publisher_id, offer_id: offer.id, revision })
        .onConflict((c) =>
          c
            .columns(['account_id', 'publisher_id', 'offer_id'])
            .doUpdateSet({ revision })
            .where('seen_offer.revision', '<', revision),
        )
        .execute()
    },

    async watch(accountId: string, { publisher_id, id }: Key, watching: boolean) {
      const key = { account_id: accountId, publisher_id, offer_id: id }
      if (watching)
        await db
          .insertInto('watched_offer')
          .values(key)
          .onConflict((c) => c.doNothing())
          .execute()
      else
        await db
          .deleteFrom('watched_offer')
          .where('account_id', '=', accountId)
          .where('publisher_id', '=', publisher_id)
          .where('offer_id', '=', id)
          .execute()
    },

    readUpTo: (accountId: string, notificationId: number) =>
      db
        .updateTable('account')
        .set({ read_notification: notificationId })
        .where('id', '=', accountId)
        .where((eb) => eb.or([eb('read_notification', 'is', null), eb('read_notification', '<', notificationId)]))
        .execute(),
  }
}
