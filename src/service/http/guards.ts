import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { ProblemError } from '../problems.ts'
import type { Deps } from './deps.ts'
import { hostName } from './forwarded.ts'
import type { Env } from './identity.ts'

/** Refuses an attacker's host name that resolves to this machine. */
export const knownHost = ({ hosts, proxies }: Pick<Deps, 'hosts' | 'proxies'>) =>
  createMiddleware(async (c, next) => {
    if (!hosts.includes(hostName(c, proxies)))
      throw new ProblemError('Forbidden', 'The dashboard is not served under this name.')
    await next()
  })

/** Characters of an address: no page and no documented request comes near. */
const longestAddress = 8_000

/** No name contains U+0000, and PostgreSQL refuses a text that does. */
export const readableAddress = createMiddleware(async (c, next) => {
  if (c.req.url.length > longestAddress)
    throw new ProblemError('AddressTooLong', `The address has more than ${longestAddress} characters.`)
  if (c.req.url.includes('%00')) throw new ProblemError('InvalidInput', 'The address holds the character U+0000.')
  await next()
})

/** A browser's writing request must come from this site or carry a header that other sites cannot set. */
export const refuseForgery = createMiddleware(async (c, next) => {
  const safe = ['GET', 'HEAD', 'OPTIONS'].includes(c.req.method) || c.req.header('authorization')
  const site = c.req.header('sec-fetch-site')
  const ours = site ? site === 'same-origin' : c.req.header('x-requested-with')
  if (!safe && !ours) throw new ProblemError('Forbidden', 'The request comes from another site.')
  await next()
})

/** The body of a browser's request must be JSON, which no form of another site can send. Tools may send other types. */
export const jsonFromBrowsers = createMiddleware(async (c, next) => {
  const isTool = c.req.header('authorization') !== undefined
  if (!isTool && c.req.raw.body && !isJson.test(c.req.header('content-type') ?? ''))
    throw new ProblemError('UnsupportedMediaType', 'The body must be JSON: send Content-Type: application/json.')
  await next()
})
const isJson = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i

/** What the caller changes is counted. A tool that reads is not slowed down: unchanged answers cost next to nothing. */
export const limitWrites = ({ limits }: Pick<Deps, 'limits'>) =>
  createMiddleware<Env>(async (c, next) => {
    if (!['GET', 'HEAD'].includes(c.req.method)) limits.writes.count(c.get('caller').accountId)
    await next()
  })

/**
 * The page's own request or a typed address, not caused by another site. A browser too old for Sec-Fetch-Site proves it by
 * the page's own header, which other sites cannot set.
 */
export const isFromHere = (c: Context) => {
  const site = c.req.header('sec-fetch-site')
  return site ? ['none', 'same-origin'].includes(site) : c.req.header('x-requested-with') !== undefined
}

/** A visit to the page: another site may link to it, but neither embed nor fetch it. */
export const isVisit = (c: Context) =>
  isFromHere(c) || (c.req.header('sec-fetch-mode') === 'navigate' && c.req.header('sec-fetch-dest') === 'document')
