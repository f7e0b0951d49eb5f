import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { ProblemError } from '../problems.ts'
import { accountStore, type Caller } from '../store/accounts.ts'
import type { Deps } from './deps.ts'

/** `opened`: the account of a session that began with this very request, whose cookie the browser does not send yet. */
export type Env = { Variables: { caller: Caller; opened?: string } }

const cookieName = 'session'

/** Whose request it is: a tool by its bearer token, a browser by its session cookie; 401 for anybody else. */
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
  if (authorization) {
    const presented = /^Bearer (\S+)$/i.exec(authorization)?.[1]
    return presented && [...tokens].find(([token]) => same(token, presented))?.[1]
  }
  const token = getCookie(c, cookieName)
  return token && accountStore(db).sessionAccount(token)
}

function same(expected: string, presented: string) {
  const [a, b] = [Buffer.from(expected), Buffer.from(presented)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Local mode: a browser that comes for the page, or asks who it is, is signed in as the demonstration owner. */
export const signInBrowser = (deps: Deps) =>
  createMiddleware<Env>(async (c, next) => {
    const signedIn = c.req.header('authorization') ? 'tool' : await accountOf(c, deps)
    if (!signedIn) {
      await openSession(c, deps, deps.demoAccount)
      c.set('opened', deps.demoAccount)
    }
    await next()
  })

/** A new session in place of the browser's old one. */
export async function openSession(c: Context, { db, now }: Deps, accountId: string) {
  const token = randomBytes(32).toString('base64url')
  await accountStore(db).openSession(token, accountId, now(), getCookie(c, cookieName))
  setCookie(c, cookieName, token, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: new URL(c.req.url).protocol === 'https:',
  })
}
