import type { Content } from '../../contract/content.ts'

/** The host of a link, shown beside it; undefined for an address that this page does not link to. */
export function hostOf(href: string): string | undefined {
  const url = URL.canParse(href) ? new URL(href) : undefined
  if (url?.protocol === 'mailto:') return url.pathname
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.host : undefined
}

/** Azure DevOps is where Microsoft's reviewers keep their findings (D16). */
export function isReviewItem(href: string) {
  const host = hostOf(href)
  return host === 'dev.azure.com' || Boolean(host?.endsWith('.visualstudio.com'))
}

/** All addresses in a message. */
export const linksIn = (content: Content = []): string[] =>
  content.flatMap((node) =>
    typeof node === 'string' ? [] : [...(node.type === 'link' ? [node.href] : []), ...linksIn(node.children)],
  )

export const textOf = (content: Content): string =>
  content.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('')
