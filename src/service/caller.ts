import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { Role } from '../contract/session.ts'
import type { Deps } from './deps.ts'
import { ProblemError } from './problems.ts'
import { accountStore, type Caller } from './store/accounts.ts'

export type Env = { Variables: { caller: Caller } }

const cookieName = 'session'

/** Whose request it is: a tool by its bearer token, a browser by its session cookie; 401 for anybody else. */
export const authenticate = (deps: Deps) =>
  createMiddleware<Env>(async (c, next) => {
    const accountId = await accountOf(c, deps)
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
  createMiddleware(async (c, next) => {
    const signedIn = c.req.header('authorization') ? 'tool' : await accountOf(c, deps)
    if (!signedIn) {
      const token = await openSession(c, deps, deps.demoAccount)
      c.req.raw.headers.append('cookie', `${cookieName}=${token}`)
    }
    await next()
  })

/** A new session in place of the browser's old one. */
export async function openSession(c: Context, { db, now }: Deps, accountId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await accountStore(db).openSession(token, accountId, now(), getCookie(c, cookieName))
  setCookie(c, cookieName, token, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: new URL(c.req.url).protocol === 'https:',
  })
  return token
}

/** Other sites cannot send what this asks of a browser's writing requests: same origin, or a header that needs leave. */
export const refuseForgery = createMiddleware(async (c, next) => {
  const safe = ['GET', 'HEAD', 'OPTIONS'].includes(c.req.method) || c.req.header('authorization')
  const site = c.req.header('sec-fetch-site')
  const ours = site ? site === 'same-origin' : c.req.header('x-requested-with')
  if (!safe && !ours) throw new ProblemError('Forbidden', 'The request comes from another site.')
  await next()
})

/** The publisher in the address, as far as the caller may see it; every other is not there (D14). */
export function roleIn(caller: Caller, publisherId: string): Role {
  const role = caller.roles.get(publisherId)
  if (!role) throw new ProblemError('NotFound', `Publisher ${publisherId} does not exist.`)
  return role
}

export function mustWrite(caller: Caller, publisherId: string) {
  if (roleIn(caller, publisherId) === 'reader')
    throw new ProblemError('Forbidden', `A reader of ${publisherId} may look only.`)
}
