import { type Language, languages } from '../../contract/languages.ts'
import type { Change } from './changes.ts'
import type { Database } from './database.ts'

/** As many addresses of an account are remembered. */
const mostRemembered = 10

/** The addresses that an account had notifications sent to, newest first, and the language it chose last. */
export async function usedAddresses(db: Database, accountId: string) {
  const rows = await db
    .selectFrom('used_address')
    .select(['address', 'used_time'])
    .where('account_id', '=', accountId)
    .orderBy('used_time', 'desc')
    .orderBy('address')
    .execute()
  const account = await db.selectFrom('account').select('mail_language').where('id', '=', accountId).executeTakeFirst()
  return {
    addresses: rows.map(({ address }) => address),
    /** Those of the last time. */
    last: rows.filter(({ used_time }) => used_time === rows[0]?.used_time).map(({ address }) => address),
    language: languages.find((language) => language === account?.mail_language),
  }
}

export async function rememberAddresses(
  { tx }: Change,
  { accountId, addresses, language }: { accountId: string; addresses: readonly string[]; language: Language },
  now: Date,
) {
  const used_time = now.toISOString()
  for (const address of addresses)
    await tx
      .insertInto('used_address')
      .values({ account_id: accountId, address, used_time })
      .onConflict((c) => c.columns(['account_id', 'address']).doUpdateSet({ used_time }))
      .execute()
  const kept = tx
    .selectFrom('used_address')
    .select('address')
    .where('account_id', '=', accountId)
    .orderBy('used_time', 'desc')
    .orderBy('address')
    .limit(mostRemembered)
  await tx.deleteFrom('used_address').where('account_id', '=', accountId).where('address', 'not in', kept).execute()
  await tx.updateTable('account').set({ mail_language: language }).where('id', '=', accountId).execute()
}
