import { type MigrationProvider, Migrator } from 'kysely/migration'
import type { Database, Engine } from './database.ts'
import * as offers from './migrations/0001_offers.ts'
import * as history from './migrations/0002_history.ts'
import * as reviews from './migrations/0003_reviews.ts'
import * as progress from './migrations/0004_progress.ts'
import * as actors from './migrations/0005_actors.ts'
import * as usualTimes from './migrations/0006_usualTimes.ts'
import * as partnerCenter from './migrations/0007_partner_center.ts'
import * as repeated from './migrations/0008_repeated.ts'
import * as reasons from './migrations/0009_reasons.ts'
import * as historyFilters from './migrations/0010_history_filters.ts'
import * as remoteAccount from './migrations/0011_remote_account.ts'
import * as views from './migrations/0012_views.ts'
import * as news from './migrations/0013_news.ts'
import * as addresses from './migrations/0014_addresses.ts'
import * as marks from './migrations/0015_marks.ts'
import * as goLive from './migrations/0016_go_live.ts'
import * as signIn from './migrations/0016_sign_in.ts'
import * as personalTokens from './migrations/0017_personal_tokens.ts'
import * as offerCounts from './migrations/0018_offer_counts.ts'
import * as cancelRequest from './migrations/0019_cancel_request.ts'
import * as textSearch from './migrations/0020_text_search.ts'
import * as members from './migrations/0021_members.ts'
import * as webhooks from './migrations/0022_webhooks.ts'
import * as dueTogether from './migrations/0023_due_together.ts'
import * as scheduledRank from './migrations/0024_scheduled_rank.ts'

/** Every change of the tables, in its order. */
export const provider: MigrationProvider = {
  getMigrations: async () => ({
    '0001_offers': offers,
    '0002_history': history,
    '0003_reviews': reviews,
    '0004_progress': progress,
    '0005_actors': actors,
    '0006_usualTimes': usualTimes,
    '0007_partner_center': partnerCenter,
    '0008_repeated': repeated,
    '0009_reasons': reasons,
    '0010_history_filters': historyFilters,
    '0011_remote_account': remoteAccount,
    '0012_views': views,
    '0013_news': news,
    '0014_addresses': addresses,
    '0015_marks': marks,
    '0016_go_live': goLive,
    '0016_sign_in': signIn,
    '0017_personal_tokens': personalTokens,
    '0018_offer_counts': offerCounts,
    '0019_cancel_request': cancelRequest,
    '0020_text_search': textSearch,
    '0021_members': members,
    '0022_webhooks': webhooks,
    '0023_due_together': dueTogether,
    '0024_scheduled_rank': scheduledRank,
  }),
}

/** Creates or changes the tables until they are those of this version of the program. */
export async function migrate(db: Database, { migrateAtOnce }: Engine) {
  const { error } = await migrateAtOnce((db) => new Migrator({ db, provider }).migrateToLatest(), db)
  if (error) throw isOfNewerVersion(error) ? new NewerDatabaseError() : error
}

/** Kysely finds a migration in the database that this version of the program does not have. */
const isOfNewerVersion = (error: unknown) => /previously executed migration .* is missing/.test(String(error))

class NewerDatabaseError extends Error {
  readonly code = 'NewerDatabase'
  constructor() {
    super('the database was written by a newer version of the dashboard')
  }
}
