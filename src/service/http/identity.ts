import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { ProblemError } from '../problems.ts'
import { accountStore, type Caller } from '../store/accounts.ts'
import { endOf, type Session, sessionStore } from '../store/sessions.ts'
import { bearer, type Lasts } from './bearer.ts'
import type { Deps } from './deps.ts'
import { callerAddress } from './forwarded.ts'
import { giveCookie, openSession, renewRights, sessionOf } from './sessions.ts'

export type Env = {
  Variables: {
    caller: Caller
    /** The browser's own, which may have begun with this request. */
    session?: Session
    lasts: Lasts
    /** The scopes whose changes can change the answer; absent when any change can. */
    madeOf?: readonly string[]
  }
}

/** The page's request is one that it sends by itself, with nobody at the machine: it keeps no session alive. */
export const isUnattended = (c: Context) => c.req.raw.headers.has('unattended')

/** Identifies the caller: a tool by its bearer token, a browser by its session cookie; 401 for anyone else. */
export function authenticate(deps: Deps) {
  const { sessionLife } = deps
  const sessions = sessionStore(deps.db, sessionLife)
  const tool = bearer(deps)

  /** Notes that a person uses the session: seldom, because every write makes all remembered answers worthless. */
  async function noteUse(c: Context, session: Session) {
    const due = session.usedTime.getTime() + sessionLife.idle / 24
    const now = deps.now()
    if (now.getTime() < due || isUnattended(c)) return due
    await sessions.use(session, now)
    session.usedTime = now
    return now.getTime() + sessionLife.idle / 24
  }

  return createMiddleware<Env>(async (c, next) => {
    const authorization = c.req.header('authorization')
    if (authorization !== undefined) {
      const address = callerAddress(c, deps.proxies)
      deps.limits.entries.check(address)
      const known = await tool(authorization)
      if (!known) {
        deps.limits.entries.count(address)
        throw unknown()
      }
      c.set('caller', known.caller)
      c.set('lasts', known.lasts)
      return next()
    }
    const session = c.get('session') ?? (await sessionOf(c, deps))
    const caller = session && (await accountStore(deps.db).caller(session.accountId))
    if (!caller) throw unknown()
    const token = await renewRights(deps, session, caller)
    const noted = await noteUse(c, session)
    c.set('caller', caller)
    c.set('session', session)
    c.set('lasts', { ends: endOf(session, sessionLife), noted })
    await next()
    if (token) giveCookie(c, deps, 'session', token)
  })
}

const unknown = () => new ProblemError('Unauthorized', 'Sign in, or send a valid bearer token.')

/**
 * Local mode: a browser without a session is signed in as the demonstration owner, when `mayBegin` says that it comes
 * for the page or asks who it is by itself.
 */
export const signInBrowser = (deps: Deps, mayBegin: (c: Context) => boolean) => async (c: Context<Env>) => {
  const isTool = c.req.header('authorization') !== undefined
  if (!deps.demoAccount || isTool || !mayBegin(c) || (await sessionOf(c, deps))) return
  const caller = await accountStore(deps.db).caller(deps.demoAccount)
  if (caller) c.set('session', await openSession(c, deps, caller))
}
