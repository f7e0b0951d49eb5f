import type { Database } from '../../store/database.ts'
import { type NotificationRecord, outboxStore } from '../../store/outbox.ts'
import { type Outcome, queue } from '../queue.ts'
import { compose } from './compose.ts'
import type { Mail } from './mail.ts'

/** An address that the mail server did not accept; `temporary` when it may accept it later. */
type Refusal = { address: string; reason: string; temporary: boolean }

/** Gives a mail to the mail server for the recipients `to`; rejects when the server does not accept it at all. */
export type Send = (mail: Mail & { messageId: string; to: string[] }) => Promise<Refusal[]>

/** The recipients that need no further attempt: those reached, and those refused with the reason. */
type Progress = { reached: string[]; refused: Record<string, string> }

type Options = { db: Database; now: () => Date; home: string; send: Send; log: (error: Error) => void }

/** Sends the notifications of the outbox as mails. */
export function mailSender({ db, now, home, send, log }: Options) {
  const reported = reportingFailures(send, log)
  return queue({
    outbox: outboxStore(db),
    now,
    deliver: async (notification) => {
      const mail = compose(notification, home)
      if (mail.recipients.length === 0) throw new Error('There is no valid address.')
      const before = progressOf(notification)
      const to = mail.recipients.filter((address) => !before.reached.includes(address) && !(address in before.refused))
      const refusals = await reported({ ...mail, to, messageId: messageId(notification, home) })
      return outcomeOf(to, before, refusals)
    },
    onGivenUp: ({ publisher_id, offer_id }, reason) =>
      log(new Error(`A mail about ${[publisher_id, offer_id].filter(Boolean).join('/')} failed: ${reason}`)),
  })
}

/** Logs the first of several failures in a row: each mail that waits for a server that is away would fill the log. */
function reportingFailures(send: Send, log: (error: Error) => void): Send {
  let isFailing = false
  return async (mail) => {
    try {
      const refusals = await send(mail)
      isFailing = false
      return refusals
    } catch (error) {
      if (!isFailing)
        log(new Error(`The mail server takes no mail now: ${(error as Error).message}. Mails wait and are sent later.`))
      isFailing = true
      throw error
    }
  }
}

const progressOf = ({ progress }: NotificationRecord): Progress =>
  progress ? JSON.parse(progress) : { reached: [], refused: {} }

function outcomeOf(to: string[], before: Progress, refusals: Refusal[]): Outcome {
  const waiting = refusals.filter(({ temporary }) => temporary)
  const permanent = refusals.filter(({ temporary }) => !temporary)
  const reached = [...before.reached, ...to.filter((one) => !refusals.some(({ address }) => address === one))]
  const refused = {
    ...before.refused,
    ...Object.fromEntries(permanent.map(({ address, reason }) => [address, reason])),
  }
  const said = [
    ...waiting.map(({ address, reason }) => `Not accepted yet: ${address}: ${reason}`),
    ...Object.entries(refused).map(([address, reason]) => `Refused: ${address}: ${reason}`),
  ]
  const rest = {
    error: said.join('; ') || undefined,
    progress: JSON.stringify({ reached, refused } satisfies Progress),
  }
  if (waiting.length > 0) return { state: reached.length > 0 ? 'begun' : 'later', ...rest }
  return { state: reached.length > 0 ? 'delivered' : 'refused', ...rest }
}

/** Always the same for the same mail, so that receivers drop a duplicate that was sent after a crash. */
const messageId = ({ submission_id, kind, step_id }: NotificationRecord, home: string) =>
  `<${submission_id}.${kind}.${step_id || 'offer'}@${new URL(home).hostname}>`
