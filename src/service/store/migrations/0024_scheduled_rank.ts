import { type Kysely, sql } from 'kysely'

/** An offer that goes live by itself does not wait for its publisher. */
export async function up(db: Kysely<unknown>) {
  await sql`update offer set action_rank = 1 where go_live_time is not null and action_rank = 0`.execute(db)
}
