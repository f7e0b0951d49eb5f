import type { Content } from '../../../contract/content.ts'
import type { Message } from '../../../contract/status.ts'
import { filled, type mailLanguage, oneLine } from './words.ts'

/** Something to correct: what, where in the editor, and the address to read more at. */
export type Finding = { text: string; field?: string; link?: string }

type Words = ReturnType<typeof mailLanguage>['words']

const isLink = (address: string) => /^https?:\/\//i.test(address)

/** A check's message in the reader's language, else in the service's own words. */
export function findingOf({ code = '', values = {}, content = [], target }: Message, words: Words): Finding {
  const link = values.link ?? ''
  return {
    text: filled(words.messages[code], values) ?? plain(content),
    ...(target && { field: words.fields[target] ?? oneLine(target) }),
    ...(isLink(link) && { link: oneLine(link) }),
  }
}

/** What people wrote of a review: their reason, and each issue with its link. */
export function reviewOf(content: Content): { reason: string; issues: Finding[] } {
  return {
    reason: plain(nodesOf('paragraph', content)),
    issues: nodesOf('item', content).map((item) => {
      const [link] = nodesOf('link', [item])
      const href = typeof link === 'object' && link.type === 'link' ? link.href : ''
      return { text: plain([item]), ...(isLink(href) && { link: oneLine(href) }) }
    }),
  }
}

const nodesOf = (type: 'paragraph' | 'item' | 'link', content: Content): Content =>
  content.flatMap((node) =>
    typeof node === 'string' ? [] : node.type === type ? [node] : nodesOf(type, node.children),
  )

const plain = (content: Content): string =>
  oneLine(content.map((node) => (typeof node === 'string' ? node : plain(node.children))).join(''))
