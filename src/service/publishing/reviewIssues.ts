import type { ReviewIssue } from '../../contract/attempts.ts'
import type { Content } from '../../contract/content.ts'
import type { Definition } from '../../contract/offers.ts'
import { isSameAt } from '../offerTypes/compare.ts'
import type { Submission } from './submission.ts'

/** What reviewers wrote, and the submission in which they wrote it last. */
type Reported = { title: string; link: string; target: string | undefined; submission: Submission }

/** The issues that reviewers reported since the offer went live last, each once: an issue is known by its link. */
export function reportedIssues(newestFirst: readonly Submission[]): Reported[] {
  const live = newestFirst.findIndex(({ state }) => state === 'succeeded')
  const since = newestFirst.slice(0, live < 0 ? undefined : live)
  const issues = new Map<string, Reported>()
  for (const submission of since.toReversed())
    for (const { status, messages } of submission.cancellation?.steps ?? submission.steps)
      if (status === 'rejected')
        for (const { content = [], target } of messages)
          for (const { title, link } of linksOf(content)) issues.set(link, { title, link, target, submission })
  return [...issues.values()]
}

/**
 * How far an issue is, by the content that reviewers saw. `contents`: those that are kept here, by version; of an offer
 * that is edited elsewhere there are none, and only a later attempt says something.
 */
export function reviewIssue(
  { title, link, target, submission }: Reported,
  {
    latest,
    draftVersion,
    contents,
  }: { latest: Submission; draftVersion: number; contents: ReadonlyMap<number, Definition> },
): ReviewIssue {
  const { offerVersion, publishingVersion } = submission
  const reviewed = contents.get(offerVersion)
  const isCorrectedIn = (version: number) => {
    const content = contents.get(version)
    return reviewed && content && !isSameAt(reviewed, content, target)
  }
  const isSentAgain = latest.id !== submission.id && (isCorrectedIn(latest.offerVersion) ?? true)
  const state = isSentAgain ? 'sentAgain' : isCorrectedIn(draftVersion) ? 'corrected' : 'open'
  return { title, link, publishingVersion, state }
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
