import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { mailSender } from '../../src/service/outbox/mail/sender.ts'
import { smtp } from '../../src/service/outbox/mail/smtp.ts'
import { startMailServer } from '../support/mailServer.ts'
import { type Service, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

type Done = () => void

/** A mail server that accepts connections and commands, and leaves one of them without an answer while it hangs. */
async function hangingServer(at: 'onConnect' | 'onMailFrom') {
  let hangs = true
  const waiting: Done[] = []
  const answer = (done: Done) => void (hangs ? waiting.push(done) : done())
  const server = await startMailServer(
    undefined,
    at === 'onConnect' ? { onConnect: (_, done) => answer(done) } : { onMailFrom: (_, __, done) => answer(done) },
  )
  const goOn = () => {
    hangs = false
    for (const done of waiting.splice(0)) done()
  }
  return { ...server, waiting, goOn }
}

describe.each([
  {
    name: 'a mail server that accepts a connection and says nothing',
    at: 'onConnect',
    timeout: 'greetingTimeout',
    cause: 'Greeting never received',
  },
  {
    name: 'a mail server that falls silent in the middle of a mail',
    at: 'onMailFrom',
    timeout: 'socketTimeout',
    cause: 'Timeout',
  },
] as const)('$name', ({ at, timeout, cause }) => {
  let service: Service
  let server: Awaited<ReturnType<typeof hangingServer>>
  let readiness: number
  let acted: number
  const logged: string[] = []
  const outbox = () => service.deps.db.selectFrom('notification').selectAll().orderBy('id').execute()

  beforeAll(async () => {
    service = await startService({ at: '2026-03-02T08:00:00Z' })
    server = await hangingServer(at)
    const log = ({ message }: Error) => void logged.push(message)
    const senderWith = (timeouts: { greetingTimeout?: number; socketTimeout?: number } = {}) => {
      const send = smtp(`smtp://${server.host}`, 'portal@contoso.com', timeouts)
      return mailSender({ db: service.deps.db, now: service.clock.now, home: 'https://contoso.com', send, log })
    }
    const offer = await service.anOffer()
    await service.publish(offer)
    await service.settle()
    const hasty = senderWith({ [timeout]: 50 })
    while ((await hasty()) > 0);

    service.clock.advance(60_000)
    server.waiting.splice(0)
    const sender = senderWith()
    let ended = false
    const attempt = sender().finally(() => {
      ended = true
    })
    await vi.waitUntil(() => server.waiting.length > 0)
    readiness = (await service.request('/readyz')).status
    acted = (await toolOf(service).post(`/${offer.offerId}/golive`)).status
    await service.settle()
    expect(ended, 'the attempt has waited for its answer all the time').toBe(false)
    server.goOn()
    await attempt
    while ((await sender()) > 0);
  })
  afterAll(async () => {
    await server.close()
    await service.close()
  })

  test('no request waits for it, and /readyz goes on saying yes: mail is not needed to serve', () => {
    expect([readiness, acted]).toEqual([200, 202])
  })
  test('the log names the cause once, not for each mail that waits', () => {
    expect(logged).toEqual([`The mail server takes no mail now: ${cause}. Mails wait and are sent later.`])
  })
  test('every mail goes out once when the server answers again, those that were written meanwhile too', async () => {
    expect(server.received.map(({ headers }) => headers.get('subject')?.replace(/Offer \d+/, 'Offer'))).toEqual([
      'Offer: the preview is ready',
      'Offer: your sign-off is needed',
      'Offer is live',
    ])
    expect((await outbox()).filter(({ sent_time, error }) => !sent_time || error)).toEqual([])
  })
})
