import type { ElementContent, Root, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { sanitize } from 'hast-util-sanitize'
import type { Content } from '../../contract/content.ts'

const kinds: Record<string, 'list' | 'item' | 'emphasis' | 'code' | 'paragraph'> = {
  ul: 'list',
  ol: 'list',
  li: 'item',
  em: 'emphasis',
  strong: 'emphasis',
  b: 'emphasis',
  i: 'emphasis',
  code: 'code',
  p: 'paragraph',
}

/** Reads a message's HTML into the few things the page can draw; whatever else it holds is left out (D15). */
export function parseContent(html: string): Content {
  try {
    return nodes((sanitize(fromHtml(html, { fragment: true }), allowed) as Root).children)
  } catch (error) {
    // Thousands of tags inside each other: then only the words.
    if (error instanceof RangeError) return [html.replace(/<[^>]*>/g, ' ')]
    throw error
  }
}

const allowed = {
  tagNames: ['a', ...Object.keys(kinds)],
  attributes: { a: ['href'] },
  protocols: { href: ['http', 'https', 'mailto'] },
  strip: ['script', 'style'],
}

function nodes(children: (RootContent | ElementContent)[]): Content {
  return children.flatMap((child): Content => {
    if (child.type === 'text') return [child.value]
    if (child.type !== 'element') return []
    const inner = nodes(child.children)
    const { href } = child.properties
    if (child.tagName === 'a')
      return typeof href === 'string' && /^(https?|mailto):/i.test(href)
        ? [{ type: 'link', href, children: inner }]
        : inner
    return [{ type: kinds[child.tagName]!, children: inner }]
  })
}
