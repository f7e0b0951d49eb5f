import type { Content } from '../../../contract/content.ts'
import { fieldSearch } from '../../../contract/fieldAddress.ts'
import { isolated } from '../../../contract/isolated.ts'
import type { Issue } from '../../../contract/operator.ts'
import type { Message } from '../../../contract/status.ts'
import { filled, type mailLanguage, oneLine } from './words.ts'

/** Something to correct: the text, the field, the query that opens it in the Editor, and the address for more information. */
export type Finding = { text: string; field?: string; search?: string; link?: string }

type Words = ReturnType<typeof mailLanguage>['words']

const isLink = (address: string) => /^https?:\/\//i.test(address)

/** A check's message in the reader's language, else in the service's own words. */
export function findingOf({ code = '', values = {}, content = [], target, tab }: Message, words: Words): Finding {
  const link = values.link ?? ''
  const search = tab && fieldSearch({ target, values })
  return {
    text: filled(words.messages[code], values) ?? isolated(plain(content)),
    ...(target && { field: placeOf(target, tab, words.fields) }),
    ...(search && { search }),
    ...(isLink(link) && { link: oneLine(link) }),
  }
}

/** Where the Editor has a field. The list of plans is a tab itself. */
function placeOf(target: string, tab: string | undefined, words: Record<string, string>) {
  const label = words[target] ?? isolated(oneLine(target))
  const tabName = words[`tab.${tab}`]
  return (tabName && target !== 'plans' && filled(words.place, { tab: tabName, label })) || label
}

/** One issue of a review as people wrote it. */
export const issueOf = ({ title, link = '' }: Issue): Finding => ({
  text: isolated(oneLine(title)),
  ...(isLink(link) && { link: oneLine(link) }),
})

const plain = (content: Content): string =>
  oneLine(content.map((node) => (typeof node === 'string' ? node : plain(node.children))).join(''))
