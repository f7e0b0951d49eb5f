import type { Database } from './database.ts'
import { secretHash } from './secrets.ts'

/** What the answer of the issuer is compared with. `browser` is a secret that only the browser that was sent there has. */
export type SignInAttempt = { state: string; browser: string; nonce: string; verifier: string; returnTo: string }

/** Milliseconds that a person has to sign in at the issuer. */
export const attemptLife = 15 * 60_000

export const signInAttempts = (db: Database) => ({
  async add({ state, browser, nonce, verifier, returnTo }: SignInAttempt, now: Date) {
    await db
      .insertInto('sign_in_attempt')
      .values({
        state,
        browser_hash: secretHash(browser),
        nonce,
        verifier,
        return_to: returnTo,
        created_time: now.toISOString(),
      })
      .execute()
  },

  /** The attempt with this state in this browser. It can be taken once. */
  async take(state: string, browser: string, now: Date): Promise<Omit<SignInAttempt, 'browser'> | undefined> {
    const row = await db
      .deleteFrom('sign_in_attempt')
      .where('state', '=', state)
      .where('browser_hash', '=', secretHash(browser))
      .where('created_time', '>', new Date(now.getTime() - attemptLife).toISOString())
      .returning(['nonce', 'verifier', 'return_to'])
      .executeTakeFirst()
    return row && { state, nonce: row.nonce, verifier: row.verifier, returnTo: row.return_to }
  },
})
