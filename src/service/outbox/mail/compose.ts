import type { ActorKind } from '../../../contract/actors.ts'
import type { Language } from '../../../contract/languages.ts'
import { type NotificationKind, notificationKinds } from '../../../contract/notifications.ts'
import { emailList } from '../../../contract/publish.ts'
import type { NotificationDetails } from '../../publishing/notifications.ts'
import type { NotificationRecord } from '../../store/outbox.ts'
import { type Finding, findingOf, issueOf } from './findings.ts'
import { invitationMail } from './invitation.ts'
import type { Mail } from './mail.ts'
import { type Block, toHtml, toText } from './render.ts'
import { webhookMail } from './webhook.ts'
import { filled, mailLanguage, oneLine } from './words.ts'

/** The mail of a notification. `home`: the dashboard's address, without a slash at the end. */
export const compose = (notification: NotificationRecord, home: string): Mail =>
  (mailsOfPublishers[notification.kind] ?? offerMail)(notification, home)

const mailsOfPublishers: Record<string, typeof offerMail> = { invitation: invitationMail, webhookDisabled: webhookMail }

function offerMail(notification: NotificationRecord, home: string): Mail {
  const { language, words } = mailLanguage(notification.language)
  const { mail } = words
  const details: NotificationDetails = JSON.parse(notification.details)
  const kind = notificationKinds.find((one) => one === notification.kind) ?? 'error'
  const { name, step, cancellation, goLive } = details
  const values = {
    offer: name,
    step: (step && words.steps[step.code]) ?? step?.name ?? '',
    actor: goLive?.actor ?? cancellation?.by.name ?? '',
    time: goLive ? timeIn(goLive, language) : '',
  }
  const say = (text: string, more: Record<string, string> = {}) => filled(text, { ...values, ...more }) ?? text

  const { reason, issues, findings } = contentOf(kind, details, words)
  const subject = say(mail.subject[kind])
  const [publisherId = '', offerId = ''] = [notification.publisher_id, notification.offer_id].map(encodeURIComponent)
  const page = `${home}/publishers/${publisherId}/offers/${offerId}`
  const blocks: Block[] = [
    { text: say(kind === 'canceled' ? mail.canceledBy[canceler(cancellation?.by.kind)] : mail.lead[kind]) },
    ...(kind === 'goLiveUnscheduled' ? [{ text: say(mail.unscheduled[goLive?.unscheduled ?? 'person']) }] : []),
    ...listed(findings, say, mail.field, `${page}/editor`),
    ...(reason ? [{ text: say(mail.reason, { reason }) }] : []),
    ...(issues.length > 0 ? [{ heading: mail.issues }, ...listed(issues, say, mail.field, `${page}/editor`)] : []),
    { text: mail.todo[kind] },
    { text: mail.status, link: `${page}/status` },
    {
      small: [
        say(mail.offerId, { id: notification.offer_id }),
        say(mail.publisherId, { id: notification.publisher_id }),
        say(mail.version, { version: String(details.version) }),
        mail.why,
      ],
    },
  ]
  return {
    sender: words.app,
    recipients: emailList(notification.recipients) ?? [],
    language,
    subject,
    text: toText(blocks),
    html: toHtml(blocks, subject, language),
  }
}

/** As the clocks of the zone show it where it was chosen. */
const timeIn = ({ time, zone }: { time: string; zone: string }, language: Language) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'long', timeZone: zone }).format(new Date(time))

const canceler = (kind: ActorKind = 'person') => (kind === 'microsoft' || kind === 'system' ? kind : 'publisher')

type Words = ReturnType<typeof mailLanguage>['words']

/** The content besides the sentences of the kind. */
function contentOf(kind: NotificationKind, { messages, review, cancellation }: NotificationDetails, words: Words) {
  if (kind === 'canceled') return { reason: oneLine(cancellation?.reason ?? ''), issues: [], findings: [] }
  if (kind !== 'error' && kind !== 'reviewIssue') return { reason: '', issues: [], findings: [] }
  return {
    reason: oneLine(review?.reason ?? ''),
    issues: (review?.issues ?? []).map(issueOf),
    findings: kind === 'error' ? messages.map((message) => findingOf(message, words)) : [],
  }
}

const listed = (
  findings: Finding[],
  say: (text: string, values: Record<string, string>) => string,
  where: string,
  editor: string,
): Block[] =>
  findings.length === 0
    ? []
    : [
        {
          items: findings.map(({ text, field, search, link }) => ({
            text,
            ...(field && { note: say(where, { field }) }),
            ...(search && { noteLink: editor + search }),
            ...(link && { link }),
          })),
        },
      ]
