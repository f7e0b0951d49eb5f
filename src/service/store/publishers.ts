import { languages } from '../../contract/languages.ts'
import type { Publisher } from '../../contract/offers.ts'
import { emailList } from '../../contract/publish.ts'
import type { ProfileChange, PublisherProfile } from '../../contract/publisherProfile.ts'
import type { Database } from './database.ts'

export const publisherStore = (db: Database) => ({
  async list(ids: string[]): Promise<Publisher[]> {
    const rows = await db.selectFrom('publisher').selectAll().where('id', 'in', ids).orderBy('id').execute()
    return rows.map(({ id, version, display_text, seller_id }) => ({
      id,
      version,
      definition: {
        displayText: display_text,
        offerTypeCategories: ['AzureMarketplace', 'AppSource'],
        sellerId: seller_id,
      },
    }))
  },

  async ids(): Promise<string[]> {
    const rows = await db.selectFrom('publisher').select('id').orderBy('id').execute()
    return rows.map(({ id }) => id)
  },

  async profile(id: string): Promise<PublisherProfile> {
    const row = await db.selectFrom('publisher').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    return {
      id,
      name: row.display_text,
      contacts: emailList(row.contacts) ?? [],
      language: languages.find((known) => known === row.language) ?? 'en-US',
      version: row.version,
    }
  },

  async setProfile(id: string, { name, contacts, language, version }: ProfileChange) {
    await db
      .updateTable('publisher')
      .set({ display_text: name, contacts: contacts.join(', '), language, version })
      .where('id', '=', id)
      .execute()
  },

  async displayText(id: string): Promise<string> {
    const { display_text } = await db
      .selectFrom('publisher')
      .select('display_text')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return display_text
  },

  /** Returns whether it was added: false when it is there already. */
  async add({ id, displayText, sellerId }: { id: string; displayText: string; sellerId: number }, now: Date) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('publisher')
      .values({ id, display_text: displayText, seller_id: sellerId, version: 1, revision: firstRevision(now) })
      .onConflict((c) => c.doNothing())
      .executeTakeFirstOrThrow()
    return Boolean(numInsertedOrUpdatedRows)
  },
})

/** Seconds since 1970, so that an open page does not treat the answers of a new database as older. */
const firstRevision = (now: Date) => Math.floor(now.getTime() / 1000)
