import type { MiddlewareHandler } from 'hono'
import type { Deps } from './deps.ts'

/** Where browsers report what the content policy stopped. */
export const reportsPath = '/policy-reports'

/** Chromium delivers to a named endpoint, and over TLS only. */
const endpoint = { 'reporting-endpoints': `policy="${reportsPath}"` }

/** The page's content policy: only the page's own files, and only styles with this answer's nonce. */
const contentPolicy = (nonce: string, home: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    `report-uri ${reportsPath}`,
    ...(isEncrypted(home) ? ['report-to policy'] : []),
  ].join('; ')

/** Headers of the page itself; `home` is the dashboard's address. */
export const pageHeaders = (nonce: string, home: string) => ({
  'content-security-policy': contentPolicy(nonce, home),
  ...(isEncrypted(home) && endpoint),
})

const isEncrypted = (home: string) => home.startsWith('https:')

const safe = {
  // For every answer that is not the page: none is a document, and none may be framed.
  'content-security-policy': "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/** Two years: browsers then ask this host and the hosts below it over TLS only. */
const alwaysEncrypted = 'max-age=63072000; includeSubDomains'

/** Headers of every answer, of the page and of the API. */
export function safeHeaders({ mail }: Pick<Deps, 'mail'>): MiddlewareHandler {
  const headers = Object.entries(
    isEncrypted(mail.home) ? { ...safe, 'strict-transport-security': alwaysEncrypted } : safe,
  )
  return async (c, next) => {
    for (const [name, value] of headers) c.header(name, value)
    await next()
  }
}
