import { emailList } from '../../../contract/publish.ts'
import { signInAddress } from '../../../contract/signIn.ts'
import type { InvitationDetails } from '../../publishing/notifications.ts'
import type { NotificationRecord } from '../../store/outbox.ts'
import type { Mail } from './mail.ts'
import { type Block, toHtml, toText } from './render.ts'
import { filled, mailLanguage } from './words.ts'

/** The mail that asks a person to come. It opens nothing by itself: the person has to sign in with its address. */
export function invitationMail(notification: NotificationRecord, home: string): Mail {
  const { language, words } = mailLanguage(notification.language)
  const { invitation } = words.mail
  const { publisher, inviter, role, expiresTime, signsIn }: InvitationDetails = JSON.parse(notification.details)
  const values = {
    app: words.app,
    publisher,
    inviter,
    role: words.roles[role] ?? role,
    email: notification.recipients,
    time: inUniversalTime(expiresTime, language),
    id: notification.publisher_id,
  }
  const say = (text: string) => filled(text, values) ?? text
  const subject = say(invitation.subject)
  const blocks: Block[] = [
    { text: say(invitation.lead) },
    { text: say(invitation.role) },
    { text: invitation.may[role] },
    { text: say(invitation.how) },
    { text: invitation.open, link: signsIn ? home + signInAddress('/offers') : home },
    { text: say(invitation.expires) },
    { small: [say(words.mail.publisherId), invitation.why] },
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

const inUniversalTime = (time: string, language: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'long', timeZone: 'UTC' }).format(new Date(time))
