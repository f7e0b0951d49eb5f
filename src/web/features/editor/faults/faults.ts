import { indicatorShown } from '../../../../contract/indicators.ts'
import type { ProblemDetail } from '../../../../contract/problems.ts'
import type { PublishCheck } from '../../../../contract/publishCheck.ts'
import type { Message, OfferStatus } from '../../../../contract/status.ts'
import { textOf } from '../../../words/outside.ts'
import type { Fault } from '../context.ts'

/** What checks find in the saved draft, and what made the last attempt fail and is corrected since. */
export function faultsIn(check: PublishCheck | undefined, status: OfferStatus | undefined): Fault[] {
  const found = check
    ? [
        ...check.problems,
        ...(check.unfixed?.messages ?? []).map(detailOf),
        ...check.foreseen.flatMap(({ problems }) => problems),
      ].filter(({ target }) => target)
    : []
  const known = new Set(found.map(nameOf))
  const reported = status && indicatorShown(status) === 'failed' ? reportedIn(status) : []
  const corrected = check ? reported.filter((fault) => !known.has(nameOf(fault))) : []
  return [...found, ...corrected.map((fault) => ({ ...fault, isCorrected: true }))]
}

const reportedIn = ({ steps }: OfferStatus) =>
  steps
    .flatMap(({ messages }) => messages)
    .filter(({ level, target }) => level === 'error' && target)
    .map(detailOf)

const detailOf = ({ code = '', content = [], target, tab, values }: Message): ProblemDetail => ({
  code,
  message: textOf(content),
  target,
  tab,
  values,
})

/** One fault in two answers. */
const nameOf = ({ code, target, values }: ProblemDetail) =>
  [code, target, values?.plan, values?.version, values?.field].join('\n')
