/** Longer addresses are cut or refused by mail programs and servers. */
const longestBody = 1500

/** The address of a support request with its subject and text filled in; undefined for an address of another kind. */
export function supportRequest(address: string, { subject, body }: { subject: string; body: string }) {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url?.protocol !== 'mailto:' && url?.protocol !== 'https:') return undefined
  const fields = { subject, body: body.length > longestBody ? `${body.slice(0, longestBody)}…` : body }
  // Mail programs show a plus sign as it is, so blanks are written as %20.
  const filled = Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  url.search = [url.search.slice(1), ...filled].filter(Boolean).join('&')
  return url.href
}
