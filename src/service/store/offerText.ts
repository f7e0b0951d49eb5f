import { type RawBuilder, sql } from 'kysely'
import type { Database } from './database.ts'
import type { Schema } from './schema.ts'
import { patternOf, searchKey } from './searchKey.ts'

export const allOffers = sql<Schema['offer']>`offer`.as('offer')

/** So many grams tell a long text from others. */
const enough = 24

/** The texts of offers that have the grams of `text`; undefined for one or two characters of ASCII, which no index holds. */
function textsWith(db: Database, text: string) {
  const key = searchKey(text.trim())
  const characters = [...key]
  if (characters.length < 3 && isAscii(key)) return undefined
  const grams = characters.slice(2).map((_, from) => characters.slice(from, from + 3).join(''))
  const some = [...new Set(grams)].slice(0, enough)
  return isPostgres(db) ? inPostgres(some, key) : inSqlite(some, key)
}

/** The offers to compare with a text: those that have its grams or, for a text too short for the index, all. */
export function offersWith(db: Database, text: string) {
  const texts = textsWith(db, text)
  if (!texts) return allOffers
  const isIts = sql`offer.publisher_id = publisher and offer.id = offer_text.offer`
  // PostgreSQL must not look among all offers first, because it takes a text for rarer than it is.
  const offers = isPostgres(db)
    ? sql`select offer.* from ${texts} cross join lateral (select * from offer where ${isIts} offset 0) offer`
    : sql`select offer.* from ${texts} cross join offer where ${isIts}`
  return sql<Schema['offer']>`(${offers})`.as('offer')
}

/** Whether more offers than `most` have the text, without a look at the offers themselves; undefined when no index helps. */
export async function moreThan(db: Database, most: number, text: string, publisherIds: string[]) {
  const texts = textsWith(db, text)
  if (!texts) return undefined
  if (publisherIds.length === 0) return false
  const has = sql`offer_text.key like ${patternOf(text)} escape '\\' and publisher in (${sql.join(publisherIds)})`
  const reach = async (from: RawBuilder<unknown>) => {
    const some = sql<{
      n: number
    }>`select count(*) as n from (select 1 from ${from} where ${has} limit ${most + 1}) as found`
    const { rows } = await some.execute(db)
    return rows[0]!.n > most
  }
  // PostgreSQL finds all texts with the grams before it compares the first: of a frequent text, few show enough.
  const isFrequent = isPostgres(db) && (await reach(sql`(select * from offer_text limit ${10 * most}) offer_text`))
  return isFrequent || reach(texts)
}

const isPostgres = (db: Database) => db.getExecutor().adapter.supportsMultipleConnections
const isAscii = (text: string) => [...text].every((character) => character < '\u0080')

const inPostgres = (grams: string[], short: string) => {
  const wanted = grams.length > 0 ? grams : [short]
  return sql`(select * from offer_text where grams(key) @> array[${sql.join(wanted)}]::text[]) offer_text`
}

/** `cross join` keeps the order: SQLite would read every offer first. */
const inSqlite = (grams: string[], short: string) => {
  const quoted = grams.map((gram) => `"${gram.replaceAll('"', '""')}"`).join(' AND ')
  // The grams that begin with the text; without any, a phrase that matches nothing.
  const beginning = sql`(select coalesce(group_concat('"' || replace(term, '"', '""') || '"', ' OR '), '"-"')
    from gram where term >= ${short} and term < ${`${short}\u{10ffff}`})`
  return sql`offer_gram cross join offer_text on offer_text.n = offer_gram.rowid
    and offer_gram match ${quoted ? sql.val(quoted) : beginning}`
}
