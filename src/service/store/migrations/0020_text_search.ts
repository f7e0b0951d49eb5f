import { type Kysely, type QueryExecutorProvider, sql } from 'kysely'

/** Ends in line breaks, so that every character begins a gram of three. */
const key = (row = '') => sql.raw(`${row}name_key || '\n' || ${row}id || '\n\n'`)

/**
 * The name and the id of each offer, indexed by their grams: every three characters in a row. It is a table of its own, because
 * an offer's row changes with each of its steps. PostgreSQL's own grams leave out Chinese and Korean in some locales.
 */
export async function up(db: Kysely<unknown>) {
  await (db.getExecutor().adapter.supportsMultipleConnections ? inPostgres(db) : inSqlite(db))
}

async function inSqlite(db: Kysely<unknown>) {
  await sql`create table offer_text (
    n integer primary key, publisher text not null, offer text not null, key text not null, unique (publisher, offer))`.execute(
    db,
  )
  await sql`create virtual table offer_gram using fts5(
    key, content = 'offer_text', content_rowid = 'n', tokenize = 'trigram case_sensitive 1', detail = none, columnsize = 0)`.execute(
    db,
  )
  await sql`create virtual table gram using fts5vocab(offer_gram, row)`.execute(db)
  const of = (row: string) => sql.raw(`publisher = ${row}.publisher_id and offer = ${row}.id`)
  const trigger = (name: string, event: string, table: string, work: string) =>
    sql`create trigger ${sql.raw(`${name} after ${event} on ${table}`)} begin ${sql.raw(work)} end`.execute(db)
  await sql`create trigger text_insert after insert on offer begin
    insert into offer_text (publisher, offer, key) values (new.publisher_id, new.id, ${key('new.')}); end`.execute(db)
  await sql`create trigger text_update after update of name_key on offer when old.name_key <> new.name_key begin
    update offer_text set key = ${key('new.')} where ${of('new')}; end`.execute(db)
  await sql`create trigger text_delete after delete on offer begin
    delete from offer_text where ${of('old')}; end`.execute(db)
  const add = 'insert into offer_gram (rowid, key) values (new.n, new.key);'
  const remove = `insert into offer_gram (offer_gram, rowid, key) values ('delete', old.n, old.key);`
  await trigger('gram_insert', 'insert', 'offer_text', add)
  await trigger('gram_update', 'update', 'offer_text', remove + add)
  await trigger('gram_delete', 'delete', 'offer_text', remove)
  await indexTexts(db)
}

async function inPostgres(db: Kysely<unknown>) {
  await sql`create table offer_text (
    publisher text collate "C" not null, offer text collate "C" not null, key text collate "C" not null,
    primary key (publisher, offer))`.execute(db)
  // Words of Chinese and Korean are often one or two characters long; so short, other texts match too many names.
  await sql`create function grams(key text) returns text[] language plpgsql immutable strict parallel safe as $$
    declare
      c text[] := string_to_array(key, null);
      found text[] := '{}';
    begin
      for i in 1 .. array_length(c, 1) - 2 loop
        found := found || (c[i] || c[i + 1] || c[i + 2]);
        if ascii(c[i]) > 127 then found := found || c[i]; end if;
        if ascii(c[i]) > 127 or ascii(c[i + 1]) > 127 then found := found || (c[i] || c[i + 1]); end if;
      end loop;
      return found;
    end $$`.execute(db)
  await sql`create function text_of_offer() returns trigger language plpgsql as $$ begin
    if tg_op <> 'INSERT' then delete from offer_text where publisher = old.publisher_id and offer = old.id; end if;
    if tg_op <> 'DELETE' then
      insert into offer_text (publisher, offer, key) values (new.publisher_id, new.id, ${key('new.')});
    end if;
    return null;
  end $$`.execute(db)
  await sql`create trigger text_insert_delete after insert or delete on offer
    for each row execute function text_of_offer()`.execute(db)
  await sql`create trigger text_update after update of name_key on offer
    for each row when (old.name_key <> new.name_key) execute function text_of_offer()`.execute(db)
  await indexTexts(db)
  await sql`create index offer_gram on offer_text using gin (grams(key))`.execute(db)
}

/** Fills the table with the offers that it does not have: those that were written without triggers. */
export const indexTexts = (db: QueryExecutorProvider) =>
  sql`insert into offer_text (publisher, offer, key) select publisher_id, id, ${key()} from offer
    where true on conflict (publisher, offer) do nothing`.execute(db)
