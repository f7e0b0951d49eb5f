import { signInPaths } from '../../../contract/signIn.ts'

const longest = 2_000

/** An address of a page of this site; anything else leads to the start page. */
export function safeReturn(asked: string | undefined, home: string): string {
  if (!asked?.startsWith('/') || asked.length > longest) return '/'
  const address = URL.parse(asked, home)
  if (!address || address.origin !== new URL(home).origin) return '/'
  const isPage = !/^\/+(?:api|assets|sign-in)(?:\/|$)/.test(address.pathname) && address.pathname !== signInPaths.failed
  // Two slashes would name a host again.
  return isPage ? `${address.pathname.replace(/^\/+/, '/')}${address.search}${address.hash}` : '/'
}
