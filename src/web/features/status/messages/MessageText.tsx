import { useTranslation } from 'react-i18next'
import type { Message } from '../../../../contract/status.ts'
import { shortTime } from '../../../i18n/format.ts'
import { useWords } from '../../../words/lookup.ts'
import { ContentTree } from './ContentTree.tsx'

/**
 * A message of the marketplace: in the reader's language when its code is known, with what people added (reasons,
 * links) below; else in its own words, marked as English.
 */
export function MessageText({ message }: { message: Message }) {
  const words = useWords()
  const { i18n } = useTranslation()
  const { code, values, content, messageHtml } = message
  const since = values?.since && { since: shortTime(values.since, i18n.language) }
  const known = code && words('messages', code, { ...values, ...since })
  const added = content?.filter((node) => typeof node !== 'string') ?? []
  if (!known) return <div lang="en">{content ? <ContentTree content={content} /> : messageHtml}</div>
  return (
    <>
      <div>{known}</div>
      {added.length > 0 && (
        <div lang="en">
          <ContentTree content={added} />
        </div>
      )}
    </>
  )
}
