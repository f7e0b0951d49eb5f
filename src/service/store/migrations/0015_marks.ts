import { type Kysely, sql } from 'kysely'

/**
 * The newest change of each publisher and of each account, numbered in the order of changes. The database itself keeps the
 * numbers, so that no statement can forget to.
 */
export async function up(db: Kysely<unknown>) {
  const postgres = db.getExecutor().adapter.supportsMultipleConnections
  await db.schema
    .createTable('mark')
    .addColumn('scope', postgres ? sql`text collate "C"` : 'text', (c) => c.primaryKey())
    .addColumn('n', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('mark_n').on('mark').column('n').execute()
  // Numbers of transactions: one that is not visible yet has a number that no snapshot before it can rule out.
  if (postgres)
    await sql`create function mark() returns trigger language plpgsql as $$ begin
      insert into mark (scope, n)
        values (
          tg_argv[0] || '/' || ((case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end) ->> tg_argv[1]),
          pg_current_xact_id()::text::bigint)
        on conflict (scope) do update set n = excluded.n;
      return null;
    end $$`.execute(db)

  await marked(db, 'publisher', 'publisher', 'id')
  await marked(db, 'account', 'account', 'id')
  for (const table of ['session', 'membership', 'looked', 'seen_offer', 'watched_offer', 'saved_view', 'used_address'])
    await marked(db, table, 'account', 'account_id')
}

/** From now on, every change of a row of `table` marks the scope that `column` names. */
export async function marked(db: Kysely<unknown>, table: string, scope: 'publisher' | 'account', column: string) {
  if (db.getExecutor().adapter.supportsMultipleConnections) {
    await sql`create trigger mark after insert or update or delete on ${sql.table(table)}
      for each row execute function mark(${sql.lit(scope)}, ${sql.lit(column)})`.execute(db)
    return
  }
  for (const event of ['insert', 'update', 'delete'])
    await sql`create trigger ${sql.ref(`mark_${table}_${event}`)} after ${sql.raw(event)} on ${sql.table(table)} begin
      insert into mark (scope, n)
        values (
          ${sql.lit(`${scope}/`)} || ${sql.ref(`${event === 'delete' ? 'old' : 'new'}.${column}`)},
          (select coalesce(max(n), 0) + 1 from mark))
        on conflict (scope) do update set n = excluded.n;
    end`.execute(db)
}
