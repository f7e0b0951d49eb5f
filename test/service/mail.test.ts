// @vitest-environment node
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Language } from '../../src/contract/languages.ts'
import { Notifications } from '../../src/contract/notifications.ts'
import { openService } from '../../src/service/boot.ts'
import { withBrokenSas } from '../../src/service/demo/content.ts'
import { publish as submit } from '../../src/service/offers/publish.ts'
import { mailSender, type Send } from '../../src/service/outbox/mail/sender.ts'
import { smtp } from '../../src/service/outbox/mail/smtp.ts'
import { person } from '../../src/service/publishing/actor.ts'
import { readSettings } from '../../src/service/settings.ts'
import { up as separateReviews } from '../../src/service/store/migrations/0003_reviews.ts'
import { openStore } from '../../src/service/store/open.ts'
import { databaseAt } from '../support/database.ts'
import { later, startMailServer } from '../support/mailServer.ts'
import { type OfferKey, type Service, startService } from '../support/service.ts'

const home = 'https://dashboard.contoso.com'
const hour = 3_600_000
let service: Service
let directory: string
let mailServer: Awaited<ReturnType<typeof startMailServer>>
let logged: Error[]
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'mail-'))
  logged = []
  service = await startService({
    place: join(directory, 'dashboard.db'),
    at: '2026-03-02T08:00:00Z',
    deps: () => ({ mail: { home, sends: true } }),
  })
  mailServer = await startMailServer()
})
afterEach(async () => {
  await mailServer.close()
  await service.close()
  rmSync(directory, { recursive: true })
})

const from = 'portal@contoso.com'
const log = (error: Error) => void logged.push(error)
const senderOver = (db = service.deps.db, send: Send = smtp(`smtp://${mailServer.host}`, from)) =>
  mailSender({ db, now: service.clock.now, home, send, log })

async function deliverAll(sender = senderOver()) {
  while ((await sender()) > 0);
}

const publish = (offer: OfferKey, language: Language = 'en-US', notificationEmails = 'avery@contoso.com') =>
  service.publish(offer, { notificationEmails, language })

async function atSignOff({ name = 'Contoso Relay', language = 'en-US' as Language, to = 'avery@contoso.com' } = {}) {
  const offer = await service.anOffer({ name, offerId: 'relay' })
  await publish(offer, language, to)
  await service.settle()
  return offer
}

const outbox = () => service.deps.db.selectFrom('notification').selectAll().orderBy('id').execute()

describe('a publisher is notified', () => {
  test('that the preview is ready, that a sign-off is needed, and that the offer is live', async () => {
    const offer = await atSignOff({ to: 'avery@contoso.com, camille@contoso.com' })
    await deliverAll()
    await service.goLive(offer)
    await service.settle()
    await deliverAll()
    expect(mailServer.received.map(({ headers }) => headers.get('subject'))).toEqual([
      'Contoso Relay: the preview is ready',
      'Contoso Relay: your sign-off is needed',
      'Contoso Relay is live',
    ])
    for (const { to, headers, text, html } of mailServer.received) {
      expect(to).toEqual(['avery@contoso.com', 'camille@contoso.com'])
      expect(headers.get('from')).toContain('<portal@contoso.com>')
      expect(headers.get('auto-submitted')).toBe('auto-generated')
      expect(text).toContain(
        'Open the Status tab\nhttps://dashboard.contoso.com/publishers/contoso/offers/relay/status',
      )
      expect(html).toContain('<a href="https://dashboard.contoso.com/publishers/contoso/offers/relay/status">')
    }
  })

  test('of what a check found and where to fix it, in the publisher’s language', async () => {
    const offer = await service.anOffer({ name: 'Contoso Relay', content: withBrokenSas })
    await publish(offer, 'fr-FR')
    await service.settle()
    await deliverAll()
    const [{ headers, text }, ...more] = mailServer.received as [(typeof mailServer.received)[0]]
    expect(more).toEqual([])
    expect(headers.get('subject')).toBe('Contoso Relay\u00a0: la publication est arrêtée')
    expect(text).toContain('s’est arrêtée à l’étape «\u00a0Certification\u00a0».')
    expect(text).toContain('n’a pas pu être copiée\u00a0: l’URL SAS')
    expect(text).toContain('Où corriger\u00a0: ')
    expect(text).not.toMatch(/could not|publish again/)
  })

  test.each([
    ['en-US', 'Cloud Partner Portal'],
    ['zh-CN', '云合作伙伴门户'],
    ['fr-FR', 'Portail Cloud Partner'],
    ['ko-KR', 'Cloud 파트너 포털'],
  ] as const)('in %s by the sender %s', async (language, name) => {
    await atSignOff({ language })
    await deliverAll()
    for (const { headers } of mailServer.received) expect(headers.get('from')).toContain(name)
    expect(mailServer.received).not.toEqual([])
  })

  test('of every issue of a review, with its link', async () => {
    const offer = await service.anOffer({ type: 'microsoft-consulting-services', name: 'Assessment' })
    await publish(offer, 'ko-KR')
    await vi.waitUntil(async () => {
      await service.step()
      const { step_actor } = await service.deps.db.selectFrom('offer').select('step_actor').executeTakeFirstOrThrow()
      return step_actor === 'microsoft'
    })
    const issues = [
      { title: 'Price <b>missing</b>', link: 'https://dev.azure.com/items/1?a=1&b=2' },
      { title: 'Logo blurred', link: 'https://dev.azure.com/items/2' },
    ]
    await service.operator.reject({ ...offer, reason: 'Two points.', issues })
    await deliverAll()
    const [{ headers, text, html }] = mailServer.received as [(typeof mailServer.received)[0]]
    expect(headers.get('subject')).toBe('Assessment: 수정할 검토 문제가 있습니다')
    expect(text).toContain('사유: Two points.')
    expect(text).toContain('- Price <b>missing</b>\n  https://dev.azure.com/items/1?a=1&b=2\n- Logo blurred\n')
    expect(html).toContain('<a href="https://dev.azure.com/items/1?a=1&amp;b=2">Price &lt;b&gt;missing&lt;/b&gt;</a>')
  })

  test('of the reason and issues of a review that an earlier version of the dashboard recorded', async () => {
    await atSignOff()
    const link = { type: 'link', href: 'https://dev.azure.com/42', children: ['Pull request 42'] }
    const content = [
      'Microsoft review found a critical issue. ',
      { type: 'paragraph', children: ['The logo is blurred.'] },
      {
        type: 'list',
        children: [
          { type: 'item', children: [link] },
          { type: 'item', children: ['No price'] },
        ],
      },
    ]
    const step = { code: 'microsoft-review', name: 'Microsoft review' }
    const details = JSON.stringify({ name: 'Relay', version: 1, step, messages: [{ level: 'error', content }] })
    const { db } = service.deps
    await db.deleteFrom('notification').where('kind', '=', 'previewReady').execute()
    await db.updateTable('notification').set({ kind: 'reviewIssue', details }).execute()
    await separateReviews(db)
    await deliverAll()
    const { text } = mailServer.received[0]!
    expect(text).toContain('Reason: The logo is blurred.')
    expect(text).toContain('Review issues\n\n- Pull request 42\n  https://dev.azure.com/42\n- No price\n')
  })

  test('of who canceled and why', async () => {
    const offer = await atSignOff({ language: 'zh-CN' })
    await service.operator.cancel({ ...offer, reason: '标题需要修改。' })
    await deliverAll()
    const { headers, text } = mailServer.received.at(-1)!
    expect(headers.get('subject')).toBe('Contoso Relay：发布已取消')
    expect(text).toContain('Microsoft 取消了“Contoso Relay”的发布。\n\n原因：标题需要修改。')
  })

  test('once when a step of the marketplace takes longer than estimated', async () => {
    const offer = await service.anOffer({ name: 'Contoso Relay', type: 'microsoft-azure-container' })
    await publish(offer)
    await service.operator.hold(offer)
    for (let days = 0; days < 30; days++) {
      service.clock.advance(24 * hour)
      await service.tick()
    }
    const overdue = (await outbox()).filter(({ kind }) => kind === 'stillWaiting')
    expect(overdue.length).toBeGreaterThan(0)
    expect(new Set(overdue.map(({ step_id }) => step_id)).size).toBe(overdue.length)
  })

  test('but not that a step is late which waits for the publisher (D20)', async () => {
    await atSignOff()
    service.clock.advance(60 * 24 * hour)
    await service.tick()
    expect((await outbox()).map(({ kind }) => kind)).not.toContain('stillWaiting')
  })
})

describe('a mail', () => {
  test('that the server rejects at first is sent later, once', async () => {
    await atSignOff()
    const failing = await startMailServer((attempt) => (attempt <= 3 ? later() : undefined))
    const sender = senderOver(service.deps.db, smtp(`smtp://${failing.host}`, from))
    await deliverAll(sender)
    const [first] = await outbox()
    expect(first).toMatchObject({ attempts: 1, sent_time: null })
    expect(first?.error).toContain('Try again later')
    await deliverAll(sender)
    expect((await outbox())[0]?.attempts).toBe(1)

    for (let hours = 0; hours < 6; hours++) {
      service.clock.advance(hour)
      await deliverAll(sender)
    }
    expect(failing.received).toHaveLength(2)
    expect(new Set(failing.received.map(({ headers }) => headers.get('message-id'))).size).toBe(2)
    for (const row of await outbox()) expect(row).toMatchObject({ error: null, next_time: null })
    await failing.close()
  })

  test('is retried at growing intervals and given up after three days, with the reason', async () => {
    await service.cancel(await atSignOff())
    const times: number[] = []
    const sender = senderOver(service.deps.db, () => {
      times.push(service.clock.now().getTime())
      return Promise.reject(new Error('550 No such mailbox'))
    })
    await service.deps.db.deleteFrom('notification').where('kind', '!=', 'canceled').execute()
    for (let halfMinutes = 0; halfMinutes < 4 * 24 * 120; halfMinutes++) {
      await sender()
      service.clock.advance(30_000)
    }
    const waits = times.slice(1).map((time, index) => time - times[index]!)
    expect(waits.slice(0, 4)).toEqual([30_000, 60_000, 120_000, 240_000])
    expect(Math.max(...waits)).toBe(hour)
    expect(times.at(-1)! - times[0]!).toBeGreaterThan(70 * hour)
    expect(times.at(-1)! - times[0]!).toBeLessThan(73 * hour)
    expect((await outbox())[0]).toMatchObject({ sent_time: null, next_time: null, error: '550 No such mailbox' })
    expect(logged.map(({ message }) => message)).toEqual([
      'The mail server takes no mail now: 550 No such mailbox. Mails wait and are sent later.',
      'A mail about contoso/relay failed: 550 No such mailbox',
    ])
  }, 30_000)

  test('written before a mail server was configured is not sent when it is too old', async () => {
    await atSignOff()
    service.clock.advance(4 * 24 * hour)
    await deliverAll()
    expect(mailServer.received).toEqual([])
    expect((await outbox())[0]).toMatchObject({ next_time: null, sent_time: null })
  })

  test('is sent by only one of two senders on one database', async () => {
    for (let offers = 0; offers < 12; offers++) await publish(await service.anOffer())
    await service.settle()
    const other = await openStore(await databaseAt(join(directory, 'dashboard.db')))
    await Promise.all([service.deps.db, other.db, service.deps.db, other.db].map((db) => deliverAll(senderOver(db))))
    await deliverAll()
    await other.close()
    const ids = mailServer.received.map(({ headers }) => headers.get('message-id'))
    expect(ids).toHaveLength(24)
    expect(new Set(ids).size).toBe(24)
    expect((await outbox()).every(({ sent_time, attempts }) => sent_time && attempts === 1)).toBe(true)
  })

  test('has the same Message-ID when it is sent again after a sender was killed', async () => {
    await atSignOff()
    const send = smtp(`smtp://${mailServer.host}`, from)
    const killed = senderOver(service.deps.db, async (mail) => {
      await send(mail)
      return new Promise(() => {})
    })
    void killed()
    await vi.waitUntil(() => mailServer.received.length === 1)
    await deliverAll()
    expect(mailServer.received).toHaveLength(2)
    service.clock.advance(hour)
    await deliverAll()
    const ids = mailServer.received.map(({ headers }) => headers.get('message-id'))
    expect(ids).toHaveLength(3)
    expect(ids[2]).toBe(ids[0])
    expect(ids[0]).toMatch(/^<[0-9a-f-]{36}\.previewReady\.publisher-signoff@dashboard\.contoso\.com>$/)
  })

  test.each([
    'Relay\r\nBcc: victim@evil.example',
    'Relay\nX-Evil: yes\n\nOther text',
    'Relay\u2028Bcc: victim@evil.example',
    '<img src=x onerror=alert(1)>',
    '"><script>alert(1)</script>',
    '\u202etxt.exe',
    '{{offer}} {{actor}} $& $1',
  ])('cannot be forged by an offer called %j', async (name) => {
    await atSignOff({ name })
    await deliverAll()
    expect(mailServer.received).toHaveLength(2)
    for (const { to, headers, text, html } of mailServer.received) {
      expect(to).toEqual(['avery@contoso.com'])
      expect(headers.has('bcc') || headers.has('x-evil')).toBe(false)
      expect(text).not.toMatch(/^(?:Bcc|X-Evil|Other)/m)
      expect(html).not.toMatch(/<(?:img|script)/)
      expect(text + html).not.toContain('\u202e')
    }
    if (name.startsWith('{{')) expect(mailServer.received[0]?.text).toContain(name)
  })

  test('is not sent to invalid addresses', async () => {
    await atSignOff({ to: 'avery@contoso.com\r\nRCPT TO:<victim@evil.example>' })
    await deliverAll()
    expect(mailServer.received).toEqual([])
    expect((await outbox())[0]?.error).toBe('There is no valid address.')
  })

  test('reaches the other addresses when one is refused, and the refusal is recorded', async () => {
    await atSignOff({ to: 'avery@contoso.com,gone@contoso.com' })
    const picky = await startMailServer(undefined, {
      onRcptTo: ({ address }, _, done) => done(address.startsWith('gone') ? new Error('No such mailbox') : undefined),
    })
    await deliverAll(senderOver(service.deps.db, smtp(`smtp://${picky.host}`, from)))
    await picky.close()
    expect(picky.received.map(({ to }) => to)).toEqual([['avery@contoso.com'], ['avery@contoso.com']])
    const error = 'Refused: gone@contoso.com: 550 No such mailbox'
    expect((await outbox())[0]).toMatchObject({ error, next_time: null })
    expect((await outbox())[0]?.sent_time).toBeTruthy()
  })

  test('that one of two addresses does not take yet is sent again to that one alone', async () => {
    await atSignOff({ to: 'avery@contoso.com,grey@contoso.com' })
    await service.deps.db.deleteFrom('notification').where('kind', '=', 'signOffNeeded').execute()
    let greylisted = 0
    const greylisting = await startMailServer(undefined, {
      onRcptTo: ({ address }, _, done) =>
        done(
          address.startsWith('grey') && ++greylisted <= 2
            ? Object.assign(new Error('Greylisted'), { responseCode: 450 })
            : undefined,
        ),
    })
    const sender = senderOver(service.deps.db, smtp(`smtp://${greylisting.host}`, from))
    await deliverAll(sender)
    const error = 'Not accepted yet: grey@contoso.com: 450 Greylisted'
    expect((await outbox())[0]).toMatchObject({ error, attempts: 1, next_time: expect.any(String) })
    for (let hours = 0; hours < 6; hours++) {
      service.clock.advance(hour)
      await deliverAll(sender)
    }
    await greylisting.close()
    expect(greylisting.received.map(({ to }) => to)).toEqual([['avery@contoso.com'], ['grey@contoso.com']])
    const [first, second] = greylisting.received.map(({ headers }) => headers)
    expect(second?.get('message-id')).toBe(first?.get('message-id'))
    expect(second?.get('to')).toBe('avery@contoso.com, grey@contoso.com')
    expect((await outbox())[0]).toMatchObject({ error: null, attempts: 3, next_time: null })
    expect((await outbox())[0]?.sent_time).toBeTruthy()
  })

  test('that every address refuses for good is not sent again', async () => {
    await atSignOff({ to: 'gone@contoso.com' })
    const strict = await startMailServer(undefined, { onRcptTo: (_, __, done) => done(new Error('No such mailbox')) })
    await deliverAll(senderOver(service.deps.db, smtp(`smtp://${strict.host}`, from)))
    await strict.close()
    const error = 'Refused: gone@contoso.com: 550 No such mailbox'
    expect((await outbox())[0]).toMatchObject({ error, attempts: 1, sent_time: null, next_time: null })
    expect(logged).toHaveLength(2)
  })

  test('that was sent while the database could not be written to is recorded later, and not sent again', async () => {
    await atSignOff()
    await service.deps.db.deleteFrom('notification').where('kind', '=', 'signOffNeeded').execute()
    let failing = false
    const db = service.deps.db.withPlugin({
      transformQuery: ({ node }) => {
        if (failing && node.kind === 'UpdateQueryNode') throw new Error('The database is away.')
        return node
      },
      transformResult: async ({ result }) => result,
    })
    const send = smtp(`smtp://${mailServer.host}`, from)
    const sender = senderOver(db, async (mail) => {
      failing = true
      return send(mail)
    })
    await expect(sender()).rejects.toThrow('The database is away.')
    service.clock.advance(hour)
    await expect(sender()).rejects.toThrow('The database is away.')
    failing = false
    await deliverAll(sender)
    expect(mailServer.received).toHaveLength(1)
    expect((await outbox())[0]).toMatchObject({ error: null, attempts: 1, next_time: null })
    expect((await outbox())[0]?.sent_time).toBeTruthy()
  })

  test('that cannot be sent never reveals the mail server’s password', async () => {
    await atSignOff()
    const strict = await startMailServer(undefined, {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _, done) => done(new Error(`Wrong: ${username} ${password}`)),
    })
    const url = `smtp://portal:s3cr%40t%2Fword@${strict.host}`
    await deliverAll(senderOver(service.deps.db, smtp(url, from)))
    await strict.close()
    const [row] = await outbox()
    expect(row?.error).toContain('Wrong: portal ***')
    expect(JSON.stringify(row)).not.toContain('s3cr@t')
    expect(() => readSettings({ SMTP_URL: 'smpt://portal:s3cret@mail' })).toThrow(/^SMTP_URL=smpt:\/\/…@mail must be/)
  })
})

describe('notifications', () => {
  const read = async (query = '', as?: 'camille' | 'minjun' | 'operator', from = service) => {
    const answer = await from.request(`/api/portal/notifications${query}`, as && { as })
    expect(answer.status).toBe(200)
    return Notifications.parse(await answer.json())
  }

  test('can be read as written, newest first, with their delivery state', async () => {
    const offer = await atSignOff({ to: 'avery@contoso.com,camille@contoso.com' })
    const { items, total } = await read(`?publisher=contoso&offer=${offer.offerId}`)
    expect(total).toBe(2)
    expect(items[0]).toMatchObject({
      kind: 'signOffNeeded',
      subject: 'Contoso Relay: your sign-off is needed',
      recipients: ['avery@contoso.com', 'camille@contoso.com'],
      language: 'en-US',
      state: 'waiting',
      attempts: 0,
    })
    expect(items[0]?.text).toContain('select Go Live')
    await deliverAll()
    expect((await read()).items.map(({ state, sentTime }) => [state, typeof sentTime])).toEqual([
      ['sent', 'string'],
      ['sent', 'string'],
    ])
  })

  test('are kept when no mail server is configured', async () => {
    const quiet = await startService()
    const offer = await quiet.anOffer()
    await quiet.publish(offer)
    await quiet.settle()
    const { items } = await read('', undefined, quiet)
    expect(items.map(({ state, nextTime }) => [state, nextTime])).toEqual([
      ['kept', undefined],
      ['kept', undefined],
    ])
    await quiet.close()
  })

  test('are visible to people who may see the offer', async () => {
    await publish(await service.anOffer({ publisherId: 'fabrikam', name: 'Twin' }))
    await service.settle()
    expect((await read('', 'camille')).total).toBe(0)
    expect((await read('?publisher=fabrikam', 'camille')).total).toBe(0)
    expect((await read('', 'minjun')).total).toBe(2)
    expect((await read('', 'operator')).total).toBe(2)
  })
})

test('the running service sends mails, and stops when it is closed', async () => {
  const settings = readSettings({
    SMTP_URL: `smtp://${mailServer.host}`,
    MAIL_FROM: from,
    PORT: '4999',
    DATA_DIR: directory,
    DATABASE_URL: process.env.TEST_DATABASE_URL && (await databaseAt(join(directory, 'dashboard.db'))),
    DEMO: '0',
    MARKETPLACE_PACE: '0.05',
  })
  const running = await openService(settings, log)
  const offer = await service.anOffer({ name: 'Contoso Relay', offerId: 'relay' })
  const request = { ...offer, actor: person('avery@contoso.com'), notificationEmails: 'avery@contoso.com' }
  await submit(running.deps, { ...request, language: 'en-US' })
  await vi.waitUntil(() => mailServer.received.length === 2, { timeout: 20_000 })
  await running.close()
  expect(mailServer.received[0]?.text).toContain('http://localhost:4999/publishers/contoso/offers/relay/status')
  expect(logged).toEqual([])
}, 30_000)
