import type { ReviewIssue } from '../../contract/attempts.ts'
import type { Content } from '../../contract/content.ts'
import type { Submission } from './submission.ts'

/** The issues that reviewers reported since the offer went live last, each once: an issue is known by its link. */
export function reviewIssues(newestFirst: readonly Submission[], draftSavedTime: string | undefined): ReviewIssue[] {
  const live = newestFirst.findIndex(({ state }) => state === 'succeeded')
  const since = newestFirst.slice(0, live < 0 ? undefined : live)
  const latest = since[0]?.publishingVersion
  const issues = new Map<string, ReviewIssue>()
  for (const { publishingVersion, steps, cancellation } of since.toReversed())
    for (const { status, endedTime = '', messages } of cancellation?.steps ?? steps)
      if (status === 'rejected')
        for (const { title, link } of messages.flatMap(({ content = [] }) => linksOf(content))) {
          const corrected = draftSavedTime !== undefined && draftSavedTime > endedTime
          const state = publishingVersion !== latest ? 'sentAgain' : corrected ? 'corrected' : 'open'
          issues.set(link, { title, link, publishingVersion, state })
        }
  return [...issues.values()]
}

const textOf = (content: Content): string =>
  content.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('')

const linksOf = (content: Content): Pick<ReviewIssue, 'title' | 'link'>[] =>
  content.flatMap((node) =>
    typeof node === 'string'
      ? []
      : node.type === 'link'
        ? [{ title: textOf(node.children), link: node.href }]
        : linksOf(node.children),
  )
