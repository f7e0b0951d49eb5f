import { emailList } from '../../../contract/publish.ts'
import type { WebhookDetails } from '../../publishing/notifications.ts'
import type { NotificationRecord } from '../../store/outbox.ts'
import type { Mail } from './mail.ts'
import { toHtml, toText } from './render.ts'
import { filled, mailLanguage } from './words.ts'

/** The mail that tells owners that a webhook was disabled. */
export function webhookMail(notification: NotificationRecord, home: string): Mail {
  const { language, words } = mailLanguage(notification.language)
  const { webhook } = words.mail
  const details: WebhookDetails = JSON.parse(notification.details)
  const say = (text: string) => filled(text, { ...details, id: notification.publisher_id }) ?? text
  const subject = say(webhook.subject)
  const page = `${home}/publishers/${encodeURIComponent(notification.publisher_id)}/webhooks`
  const blocks = [
    { text: say(webhook.lead) },
    { text: say(webhook.host) },
    { text: webhook.todo },
    { text: webhook.open, link: page },
    { small: [say(words.mail.publisherId), webhook.why] },
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
