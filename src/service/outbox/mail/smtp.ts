import { createTransport, type NodemailerError } from 'nodemailer'
import type { Send } from './sender.ts'
import { oneLine } from './words.ts'

/** Milliseconds; an attempt must end well within a sender's lease. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 }

/** Sends through the server at `url`; no error contains its password. */
export function smtp(url: string, from: string, timeouts: Partial<typeof patience> = {}): Send {
  const transport = createTransport({ ...patience, ...timeouts, url, disableFileAccess: true, disableUrlAccess: true })
  const hidden = withoutSecrets(url)
  const reasonOf = ({ response, message }: { response?: string | undefined; message: string }) =>
    hidden(oneLine(response ?? message)).slice(0, 300)
  const isSame = (address: string, other = '') => address.toLowerCase() === other.toLowerCase()
  const refusalsIn = (to: string[], errors: NodemailerError[] = []) =>
    errors.map((error) => ({
      address: to.find((address) => isSame(address, error.recipient)) ?? '',
      reason: reasonOf(error),
      temporary: error.permanent === false,
    }))
  return async ({ sender, recipients, to, language, subject, text, html, messageId }) => {
    try {
      const { rejectedErrors } = await transport.sendMail({
        from: { name: sender, address: from },
        to: recipients.map((address) => ({ name: '', address })),
        envelope: { from, to },
        subject,
        text,
        html,
        messageId,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
      })
      return refusalsIn(to, rejectedErrors)
    } catch (error) {
      const { rejectedErrors, message } = error as NodemailerError
      if (rejectedErrors?.length) return refusalsIn(to, rejectedErrors)
      throw new Error(reasonOf({ message }))
    }
  }
}

/** The default sender: the mailbox that signs in, or a no-reply address of this host. */
export function defaultSender(url: string, home: string): string {
  const user = decodeURIComponent(new URL(url).username)
  return user.includes('@') ? user : `no-reply@${new URL(home).hostname}`
}

function withoutSecrets(url: string) {
  const { username, password } = new URL(url)
  if (!password) return (text: string) => text
  const [user, word] = [decodeURIComponent(username), decodeURIComponent(password)]
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const secrets = [word, password, base64(word), base64(`\0${user}\0${word}`)]
  return (text: string) => secrets.reduce((clean, secret) => clean.replaceAll(secret, '***'), text)
}
