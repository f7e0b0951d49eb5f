import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Caller } from '../store/accounts.ts'
import { newsStore } from '../store/news.ts'
import { rightsOf, type Session, sessionStore } from '../store/sessions.ts'
import type { Deps } from './deps.ts'

/** `__Host-` is for encrypted addresses only. */
const isEncrypted = (c: Context, { signIn }: Deps) => new URL(signIn?.home ?? c.req.url).protocol === 'https:'

/**
 * Browsers send a cookie to every port of its host: without encryption the name contains the port, so that two dashboards
 * on one host keep separate sessions.
 */
function cookieName(c: Context, deps: Deps, name: string) {
  if (isEncrypted(c, deps)) return `__Host-${name}`
  const { port } = new URL(c.req.url)
  return port ? `${name}-${port}` : name
}

export const giveCookie = (c: Context, deps: Deps, name: string, value: string) =>
  setCookie(c, cookieName(c, deps, name), value, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: isEncrypted(c, deps),
  })

export const readCookie = (c: Context, deps: Deps, name: string) => getCookie(c, cookieName(c, deps, name))

export async function sessionOf(c: Context, deps: Deps): Promise<Session | undefined> {
  const token = readCookie(c, deps, 'session')
  return token ? sessionStore(deps.db, deps.sessionLife).byToken(token, deps.now()) : undefined
}

/** A new session in place of the browser's old one. */
export async function openSession(c: Context, deps: Deps, caller: Caller, issuerSession?: string) {
  await newsStore(deps.db).begin(caller.accountId, deps.now())
  const device = c.req.header('user-agent') ?? ''
  const sessions = sessionStore(deps.db, deps.sessionLife)
  const earlier = readCookie(c, deps, 'session')
  const { token, session } = await sessions.open({ caller, device, issuerSession }, deps.now(), earlier)
  giveCookie(c, deps, 'session', token)
  return session
}

export function forgetSession(c: Context, deps: Deps) {
  deleteCookie(c, cookieName(c, deps, 'session'), { path: '/', secure: isEncrypted(c, deps) })
}

/** When the rights of the caller have changed, the session goes on with another token: returns it for the answer. */
export async function renewRights(deps: Deps, session: Session, caller: Caller): Promise<string | undefined> {
  if (session.rights === rightsOf(caller)) return undefined
  return sessionStore(deps.db, deps.sessionLife).replaceToken(session, caller, deps.now())
}
