import { type Form, tabOf } from '../../contract/forms.ts'
import type { Issue } from '../../contract/operator.ts'
import type { ProblemDetail } from '../../contract/problems.ts'
import type { Message } from '../../contract/status.ts'
import { parseContent } from './parseContent.ts'
import type { StepState } from './submission.ts'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character]!)
const anchor = (title: string, link: string) => `<a href="${escaped(link)}">${escaped(title)}</a>`

const message = (messageHtml: string, level: string, code: string, now: Date): Message => ({
  messageHtml,
  level,
  timestamp: now.toISOString(),
  code,
  content: parseContent(messageHtml),
})

export const plainMessage = (code: string, text: string, now: Date) => message(escaped(text), 'information', code, now)

/** A check's finding as a message of the step that found it. */
export function messageOf({ code, message: text, target, tab, values }: ProblemDetail, now: Date): Message {
  const link = values?.link
  return {
    ...message(link ? `${escaped(text)} ${anchor(link, link)}` : escaped(text), 'error', code, now),
    ...(values && { values }),
    ...(target && { target }),
    ...(tab && { tab }),
  }
}

/** People said no: their reason with a link to each issue, and a message of its own for an issue about a field. */
export function reviewMessages(
  step: StepState,
  { issues, reason, form }: { issues: Issue[]; reason: string | undefined; form: Form },
  now: Date,
): Message[] {
  const located = issues.filter(({ target }) => target !== undefined)
  const others = issues.filter(({ target }) => target === undefined)
  return [
    ...(reason || others.length > 0 || located.length === 0 ? [reviewMessage(step, others, reason, now)] : []),
    ...located.map((issue) => {
      const { target = '' } = issue
      const tab = tabOf(form, target)
      return { ...reviewMessage(step, [issue], undefined, now), target, ...(tab && { tab }) }
    }),
  ]
}

function reviewMessage(step: StepState, issues: Issue[], reason: string | undefined, now: Date): Message {
  const items = issues.map(({ title, link }) => `<li>${anchor(title, link)}</li>`)
  const lead =
    step.id === 'displaycertify' ? 'Certification was not granted.' : `${step.stepName} found a critical issue.`
  const html = [escaped(lead), reason && `<p>${escaped(reason)}</p>`, items.length > 0 && `<ul>${items.join('')}</ul>`]
  return message(
    html.filter(Boolean).join(' '),
    'error',
    step.id === 'displaycertify' ? 'certificationRejected' : 'reviewIssue',
    now,
  )
}
