import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { ProblemError } from '../problems.ts'
import { accountStore, type Caller } from '../store/accounts.ts'
import { newsStore } from '../store/news.ts'
import type { Deps } from './deps.ts'

export type Env = {
  Variables: {
    caller: Caller
    /** The account of a session that began with this request, whose cookie the browser does not send yet. */
    opened?: string
    /** The scopes whose changes can change the answer; absent when any change can. */
    madeOf?: readonly string[]
  }
}

/** Browsers send a cookie to every port of its host: the cookie's name contains the port, so that two dashboards on one host keep separate sessions. */
function cookieName(c: Context) {
  const { port } = new URL(c.req.url)
  return port ? `session-${port}` : 'session'
}

/** Identifies the caller: a tool by its bearer token, a browser by its session cookie; 401 for anyone else. */
export const authenticate = (deps: Deps) =>
  createMiddleware<Env>(async (c, next) => {
    const accountId = c.get('opened') ?? (await accountOf(c, deps))
    const caller = accountId && (await accountStore(deps.db).caller(accountId))
    if (!caller) throw new ProblemError('Unauthorized', 'Sign in, or send a valid bearer token.')
    c.set('caller', caller)
    await next()
  })

async function accountOf(c: Context, { db, tokens }: Deps): Promise<string | undefined> {
  const authorization = c.req.header('authorization')
  if (authorization !== undefined) {
    const presented = /^Bearer (\S+)$/i.exec(authorization)?.[1]
    return presented && [...tokens].find(([token]) => same(token, presented))?.[1]
  }
  const token = getCookie(c, cookieName(c))
  return token && accountStore(db).sessionAccount(token)
}

function same(expected: string, presented: string) {
  const [a, b] = [Buffer.from(expected), Buffer.from(presented)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * Local mode: a browser without a session is signed in as the demonstration owner, when `mayBegin` says that it comes
 * for the page or asks who it is by itself.
 */
export const signInBrowser = (deps: Deps, mayBegin: (c: Context) => boolean) => async (c: Context<Env>) => {
  const isTool = c.req.header('authorization') !== undefined
  if (isTool || !mayBegin(c) || (await accountOf(c, deps))) return
  await openSession(c, deps, deps.demoAccount)
  c.set('opened', deps.demoAccount)
}

/** A new session in place of the browser's old one. */
export async function openSession(c: Context, { db, now }: Deps, accountId: string) {
  await newsStore(db).begin(accountId, now())
  const token = randomBytes(32).toString('base64url')
  await accountStore(db).openSession(token, accountId, now(), getCookie(c, cookieName(c)))
  setCookie(c, cookieName(c), token, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: new URL(c.req.url).protocol === 'https:',
  })
}
