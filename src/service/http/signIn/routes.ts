import { type Context, Hono } from 'hono'
import { type SignInFailure, signInPaths } from '../../../contract/signIn.ts'
import { ProblemError } from '../../problems.ts'
import { newSecret } from '../../store/secrets.ts'
import { sessionStore } from '../../store/sessions.ts'
import { signInAttempts } from '../../store/signInAttempts.ts'
import type { Deps } from '../deps.ts'
import { callerAddress } from '../forwarded.ts'
import { limitBody } from '../limitBody.ts'
import { giveCookie, openSession, readCookie } from '../sessions.ts'
import { admit } from './claims.ts'
import { ProviderAway, reasonOf } from './provider.ts'
import { safeReturn } from './returnTo.ts'
import type { SignIn } from './signIn.ts'

/** The cookie that ties an attempt to its browser, so that nobody can be signed in as another person by a link. */
const browserCookie = 'sign-in'

/** The browser's way to the issuer and back, and what the issuer says by itself. */
export function signInRoutes(deps: Deps, signIn: SignIn) {
  const { db, now, log } = deps
  const { home, provider } = signIn
  const attempts = signInAttempts(db)

  const fail = (c: Context, failure: SignInFailure, returnTo = '/') =>
    c.redirect(`${signInPaths.failed}?${new URLSearchParams({ reason: failure, returnTo })}`)

  /** Turns a fault of the issuer's into a page that says so; the log gets its reason, and no token. */
  const orFail = async (c: Context, returnTo: string, work: () => Promise<Response>) => {
    try {
      return await work()
    } catch (error) {
      if (error instanceof ProblemError || !(error instanceof Error)) throw error
      const isAway = error instanceof ProviderAway
      const isRefused = 'error' in error && error.error === 'access_denied'
      if (!isRefused) log(isAway ? error : new Error(`A sign-in was refused: ${reasonOf(error)}`))
      return fail(c, isAway ? 'issuerAway' : isRefused ? 'refused' : 'invalid', returnTo)
    }
  }

  return new Hono()
    .use(async (c, next) => {
      deps.limits.entries.count(callerAddress(c, deps.proxies))
      await next()
      c.header('cache-control', 'no-store')
    })
    .get('/', (c) => {
      const returnTo = safeReturn(c.req.query('returnTo'), home)
      return orFail(c, returnTo, async () => {
        const { address, ...expected } = await provider.begin(c.req.query('prompt') === 'login')
        const known = readCookie(c, deps, browserCookie)
        const browser = known && /^[\w-]{43}$/.test(known) ? known : newSecret()
        await attempts.add({ ...expected, browser, returnTo }, now())
        giveCookie(c, deps, browserCookie, browser)
        return c.redirect(address)
      })
    })
    .get('/callback', async (c) => {
      const browser = readCookie(c, deps, browserCookie) ?? ''
      const attempt = await attempts.take(c.req.query('state') ?? '', browser, now())
      if (!attempt) return fail(c, 'expired')
      return orFail(c, attempt.returnTo, async () => {
        const claims = await provider.finish(new URL(c.req.url).search, attempt)
        const caller = await admit(db, signIn, claims, now())
        if (!caller) return fail(c, 'noAccess', attempt.returnTo)
        await openSession(c, deps, caller, typeof claims.sid === 'string' ? claims.sid : undefined)
        return c.redirect(attempt.returnTo)
      })
    })
    .post('/logout', limitBody(), async (c) => {
      const token = new URLSearchParams(await c.req.text()).get('logout_token') ?? ''
      const ended = await provider.loggedOut(token, now()).catch((error: Error) => {
        log(error)
        throw new ProblemError('Unavailable', 'The keys of the issuer cannot be read now: try again.')
      })
      if (!ended) throw new ProblemError('InvalidInput', 'This is no logout token of the issuer for this service.')
      await sessionStore(db, deps.sessionLife).endByIssuer({ issuer: provider.issuer, ...ended })
      return c.body(null, 200)
    })
}
