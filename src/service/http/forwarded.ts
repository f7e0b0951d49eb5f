import type { Context } from 'hono'

/**
 * What the outermost of our own proxies saw. Every proxy adds its part at the end of a list, so parts further ahead can be
 * made up by the caller; without proxies the header is not read at all.
 */
function forwarded(c: Context, name: string, proxies: number): string | undefined {
  const parts = c.req.header(name)?.split(',') ?? []
  return proxies > 0 ? parts.at(-Math.min(proxies, parts.length))?.trim() || undefined : undefined
}

/** The network address of the caller. */
export function callerAddress(c: Context, proxies: number): string {
  const connection: { incoming?: { socket?: { remoteAddress?: string } } } | undefined = c.env
  return forwarded(c, 'x-forwarded-for', proxies) ?? connection?.incoming?.socket?.remoteAddress ?? 'unknown'
}

/** The host name that the browser asked for, without the port. */
export function hostName(c: Context, proxies: number): string {
  const named = forwarded(c, 'x-forwarded-host', proxies)
  return (named && URL.parse(`http://${named}`)?.hostname) ?? new URL(c.req.url).hostname
}
