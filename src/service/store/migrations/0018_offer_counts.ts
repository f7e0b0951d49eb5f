import { type Kysely, type QueryExecutorProvider, sql } from 'kysely'

const key = sql.raw('publisher_id, offer_type_id, indicator, live')
const kind = (row = '') =>
  sql.raw(
    `${row}publisher_id, ${row}offer_type_id, ${row}indicator, case when ${row}live_version is null then 0 else 1 end`,
  )

/** How many offers each publisher has of each kind, kept by the database with every change of an offer. */
export async function up(db: Kysely<unknown>) {
  const postgres = db.getExecutor().adapter.supportsMultipleConnections
  const text = postgres ? sql`text collate "C"` : 'text'
  await db.schema
    .createTable('offer_count')
    .addColumn('publisher_id', text, (c) => c.notNull())
    .addColumn('offer_type_id', text, (c) => c.notNull())
    .addColumn('indicator', text, (c) => c.notNull())
    .addColumn('live', 'integer', (c) => c.notNull())
    .addColumn('n', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('offer_count_pk', ['publisher_id', 'offer_type_id', 'indicator', 'live'])
    .$call((table) => (postgres ? table : table.modifyEnd(sql`without rowid`)))
    .execute()
  await db.schema
    .createIndex('offer_count_status')
    .on('offer_count')
    .columns(['indicator', 'publisher_id', 'offer_type_id', 'live', 'n'])
    .execute()

  const more = sql`insert into offer_count (${key}, n) values (${kind('new.')}, 1)
    on conflict (${key}) do update set n = offer_count.n + 1`
  const fewer = sql`update offer_count set n = n - 1 where (${key}) = (${kind('old.')})`
  const differ = sql`(${kind('old.')}) <> (${kind('new.')})`
  const of = sql.raw('of offer_type_id, indicator, live_version')
  if (postgres) {
    await sql`create function count_offer() returns trigger language plpgsql as $$ begin
      if tg_op <> 'INSERT' then ${fewer}; end if;
      if tg_op <> 'DELETE' then ${more}; end if;
      return null;
    end $$`.execute(db)
    await sql`create trigger count_insert_delete after insert or delete on offer
      for each row execute function count_offer()`.execute(db)
    await sql`create trigger count_update after update ${of} on offer
      for each row when (${differ}) execute function count_offer()`.execute(db)
  } else {
    await sql`create trigger count_insert after insert on offer begin ${more}; end`.execute(db)
    await sql`create trigger count_delete after delete on offer begin ${fewer}; end`.execute(db)
    await sql`create trigger count_update after update ${of} on offer when ${differ} begin ${fewer}; ${more}; end`.execute(
      db,
    )
  }
  await recount(db)

  // Holds all that lists filter and sort by: few offers of a publisher are found and sorted without reading their rows.
  await db.schema
    .createIndex('offer_by_publisher')
    .on('offer')
    .columns([
      'publisher_id',
      'indicator',
      'offer_type_id',
      'step_overdue_time',
      'live_version',
      'action_rank',
      'changed_time',
      'name_key',
      'id',
    ])
    .execute()
  const sorted = (name: string, [by, ...filtered]: [[string, string], ...string[]]) =>
    db.schema
      .createIndex(name)
      .on('offer')
      .columns([...by, 'publisher_id', 'id', 'live_version', ...filtered])
      .execute()
  await sorted('offer_by_status_name', [['indicator', 'name_key'], 'offer_type_id'])
  await sorted('offer_by_status_changed', [['indicator', 'changed_time'], 'offer_type_id', 'name_key'])
  await sorted('offer_by_type_changed', [['offer_type_id', 'changed_time'], 'indicator', 'name_key'])
  // PostgreSQL reads an index in the order of its nulls, SQLite in both.
  if (postgres)
    await sql`create index offer_by_overdue_last on offer
      (step_overdue_time desc nulls last, publisher_id desc, id desc)`.execute(db)
}

/** Counts anew: for offers that were written without triggers. */
export async function recount(db: QueryExecutorProvider) {
  await sql`delete from offer_count`.execute(db)
  await sql`insert into offer_count (${key}, n) select ${kind()}, count(*) from offer group by 1, 2, 3, 4`.execute(db)
}
