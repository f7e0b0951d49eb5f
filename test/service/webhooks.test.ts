// @vitest-environment node
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  WebhookDeliveries,
  WebhookEvent,
  type WebhookPlan,
  Webhooks,
  WebhookWithSecret,
} from '../../src/contract/webhooks.ts'
import { compose } from '../../src/service/outbox/mail/compose.ts'
import { webhookSenders } from '../../src/service/outbox/webhooks/sender.ts'
import { publicLookup } from '../../src/service/publicAddresses.ts'
import { person } from '../../src/service/publishing/actor.ts'
import { event } from '../../src/service/publishing/transition.ts'
import { sealing } from '../../src/service/sealing.ts'
import { change } from '../../src/service/store/changes.ts'
import { forgetOld } from '../../src/service/store/forget.ts'
import { recordEvents } from '../../src/service/store/history.ts'
import { openStore } from '../../src/service/store/open.ts'
import { databaseAt } from '../support/database.ts'
import { type Service, startService } from '../support/service.ts'
import { isSigned, type Receiver, startReceiver } from '../support/webhookReceiver.ts'

const home = 'https://dashboard.contoso.com'
const hour = 3_600_000
const day = 24 * hour
const hooks = '/api/portal/publishers/contoso/webhooks'

let service: Service
let receiver: Receiver
let logged: string[]
beforeEach(async () => {
  logged = []
  service = await startService({ at: '2026-03-02T08:00:00Z' })
  receiver = await startReceiver()
})
afterEach(async () => {
  await receiver.close()
  await service.close()
})

type SenderOptions = Partial<Parameters<typeof webhookSenders>[0]>
const sendersOver = (options: SenderOptions = {}, lanes = 1) =>
  webhookSenders(
    {
      db: service.deps.db,
      now: service.clock.now,
      home,
      sealing: service.deps.webhooks.sealing!,
      privateAddresses: true,
      log: ({ message }) => void logged.push(message),
      ...options,
    },
    lanes,
  )
async function deliverAll(senders = sendersOver()) {
  await Promise.all(
    senders.map(async (send) => {
      while ((await send()) > 0);
    }),
  )
}

const call = async (method: string, path = '', body?: unknown, as: 'avery' | 'noor' = 'avery') =>
  service.request(hooks + path, { method, as, ...(body !== undefined && { body: JSON.stringify(body) }) })
const plan = (more: Partial<WebhookPlan> = {}) => ({ name: 'Build server', address: receiver.address, ...more })
const add = async (more: Partial<WebhookPlan> = {}) => {
  const answer = await call('POST', '', plan(more))
  expect(answer.status).toBe(201)
  return WebhookWithSecret.parse(await answer.json())
}
const listed = async () => Webhooks.parse(await (await call('GET')).json()).items
const deliveriesOf = async (id: string) =>
  WebhookDeliveries.parse(await (await call('GET', `/${id}/deliveries`)).json()).items
const history = async () => (await (await service.request('/api/portal/history')).json()).items
const happen = (type: 'OfferHeld' | 'OfferReleased' | 'OfferWentLive' = 'OfferHeld', publisherId = 'contoso') =>
  change(service.deps.db, publisherId, (open) =>
    recordEvents(open, {}, [event(type, person('avery@contoso.com'), service.clock.now(), {})]),
  )
const typesReceived = () => receiver.received.map(({ body }) => JSON.parse(body).type)

describe('an event', () => {
  test('reaches the webhook as a signed CloudEvent, with the facts that History has', async () => {
    const { secret } = await add()
    await service.publish(await service.anOffer({ name: 'Contoso Relay' }))
    await deliverAll()
    const [first, ...more] = receiver.received
    expect(more).toEqual([])
    expect(first!.headers).toMatchObject({
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'webhook-timestamp': String(Date.parse('2026-03-02T08:00:00Z') / 1000),
    })
    expect(isSigned(first!, secret)).toBe(true)
    expect(isSigned({ ...first!, body: `${first!.body} ` }, secret)).toBe(false)
    const told = JSON.parse(first!.body)
    expect(WebhookEvent.parse(told)).toEqual(told)
    expect(told).toMatchObject({
      specversion: '1.0',
      id: first!.headers['webhook-id'],
      source: `${home}/publishers/contoso`,
      type: 'OfferPublishRequested',
      subject: 'offers/contoso-relay',
      time: '2026-03-02T08:00:00.000Z',
      datacontenttype: 'application/json',
    })
    const [{ actor, actorKind, details, offerId, offerName, offerTypeId, publisherId }] = await history()
    expect(told.data).toEqual({
      ...{ actor, actorKind, details, offerId, offerName, offerTypeId, publisherId },
      statusPage: `${home}/publishers/contoso/offers/contoso-relay/status`,
    })
  })

  test('goes to the webhooks of its publisher that want it', async () => {
    const wanted = await add({ types: ['OfferWentLive'] })
    const every = await add({ name: 'Everything' })
    const none = await add({ name: 'Disabled', enabled: false })
    await happen('OfferHeld')
    await happen('OfferWentLive')
    await happen('OfferWentLive', 'fabrikam')
    await deliverAll()
    const types = async (id: string) => (await deliveriesOf(id)).map(({ type }) => type)
    expect(await types(wanted.id)).toEqual(['OfferWentLive'])
    expect(await types(every.id)).toEqual(['OfferWentLive', 'OfferHeld', 'WebhookAdded'])
    expect(await types(none.id)).toEqual([])
    const [one, other] = receiver.received.filter(({ body }) => body.includes('OfferWentLive'))
    expect(other!.headers['webhook-id']).toBe(one!.headers['webhook-id'])
  })

  test('is queued in the transaction of its change: when that fails, nothing is sent', async () => {
    await add()
    const failing = change(service.deps.db, 'contoso', async (open) => {
      await recordEvents(open, {}, [event('OfferHeld', person('a'), service.clock.now(), {})])
      throw new Error('The change fails.')
    })
    await expect(failing).rejects.toThrow('The change fails.')
    await deliverAll()
    expect(receiver.received).toEqual([])
  })

  test('is sent once by two replicas with several lanes each', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'webhooks-'))
    const place = join(directory, 'dashboard.db')
    await service.close()
    service = await startService({ place, at: '2026-03-02T08:00:00Z' })
    for (let webhooks = 0; webhooks < 3; webhooks++) await add({ name: `W${webhooks}`, types: ['OfferHeld'] })
    for (let events = 0; events < 10; events++) await happen()
    const other = await openStore(await databaseAt(place))
    await Promise.all([deliverAll(sendersOver({}, 3)), deliverAll(sendersOver({ db: other.db }, 3))])
    await deliverAll()
    await other.close()
    expect(receiver.received).toHaveLength(30)
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(10)
    const rows = await service.deps.db.selectFrom('webhook_delivery').selectAll().execute()
    expect(rows.every(({ attempts, sent_time }) => attempts === 1 && sent_time)).toBe(true)
    rmSync(directory, { recursive: true })
  })
})

describe('an attempt', () => {
  const toReceiver = async (answer: Parameters<typeof startReceiver>[0], options: SenderOptions = {}) => {
    await receiver.close()
    receiver = await startReceiver(answer)
    const { id } = await add({ types: ['OfferHeld'] })
    await happen()
    await deliverAll(sendersOver(options))
    const [delivery] = await deliveriesOf(id)
    return { id, delivery: delivery! }
  }

  test.each([200, 299])('succeeds with the answer %i', async (status) => {
    const { delivery } = await toReceiver((_, response) => response.writeHead(status).end('Thank you'))
    expect(delivery).toMatchObject({ state: 'delivered', attempts: 1, answer: { status, text: 'Thank you' } })
    expect(delivery.fault).toBeUndefined()
  })

  test.each([302, 410, 500])('fails with the answer %i, which is listed', async (status) => {
    const location = 'http://127.0.0.1:1/elsewhere'
    const { id, delivery } = await toReceiver((_, response) => response.writeHead(status, { location }).end('No'))
    expect(delivery).toMatchObject({
      state: 'waiting',
      attempts: 1,
      fault: 'status',
      nextTime: '2026-03-02T08:00:30.000Z',
      answer: { status, text: 'No' },
    })
    expect((await listed()).find((one) => one.id === id)).toMatchObject({ failures: 1, enabled: true })
    expect(receiver.received).toHaveLength(1)
  })

  test('fails when there is no answer in time, or only half of one', async () => {
    const { delivery } = await toReceiver(() => {}, { timeout: 50 })
    expect(delivery).toMatchObject({ state: 'waiting', fault: 'timeout' })
    expect(delivery.answer).toBeUndefined()
    await service.deps.db.deleteFrom('webhook_delivery').execute()
    const half = await toReceiver((_, response) => response.writeHead(200).write('…'), { timeout: 50 })
    expect(half.delivery).toMatchObject({ state: 'waiting', fault: 'timeout' })
  })

  test('fails when nobody listens, or the name is unknown', async () => {
    await receiver.close()
    const { id } = await add({ types: ['OfferHeld'] })
    const unknown = await add({ address: 'https://nowhere.invalid/', types: ['OfferHeld'] })
    await happen()
    const lookup = publicLookup(() => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' })))
    await deliverAll()
    expect((await deliveriesOf(id))[0]).toMatchObject({ fault: 'connection' })
    await call('POST', `/${unknown.id}/test`, {})
    await deliverAll(sendersOver({ lookup, privateAddresses: false }))
    expect((await deliveriesOf(unknown.id))[0]).toMatchObject({ fault: 'unknownHost' })
    receiver = await startReceiver()
  })

  test('keeps the first part of a long answer, without what cannot be shown', async () => {
    const { delivery } = await toReceiver((_, response) => {
      response.writeHead(200)
      response.end(`a\0b\u0007${'ö'.repeat(200_000)}`)
    })
    expect(delivery.answer?.text).toBe(`ab${'ö'.repeat(998)}`)
  })

  test('of one slow receiver keeps events from no other', async () => {
    const slow = await startReceiver(() => {})
    await add({ name: 'Slow', address: slow.address, types: ['OfferHeld'] })
    for (let events = 0; events < 25; events++) await happen()
    await add({ types: ['OfferHeld'] })
    await happen()
    const senders = sendersOver({ timeout: 5_000 }, 2)
    const running = Promise.all(senders.map((send) => send()))
    await vi.waitUntil(() => slow.received.length === 1)
    await deliverAll([senders[1]!])
    expect(typesReceived()).toEqual(['OfferHeld'])
    expect(slow.received).toHaveLength(1)
    await slow.close()
    await running
  })
})

describe('an event that is not accepted', () => {
  test('is tried again at growing intervals until it is, with the same id and body', async () => {
    let accepts = false
    await receiver.close()
    receiver = await startReceiver((_, response) => response.writeHead(accepts ? 204 : 500).end())
    const { id, secret } = await add({ types: ['OfferHeld'] })
    await happen()
    const senders = sendersOver()
    const times: number[] = []
    for (let halfMinutes = 0; halfMinutes < 20; halfMinutes++) {
      accepts = halfMinutes > 12
      const before = receiver.received.length
      await deliverAll(senders)
      if (receiver.received.length > before) times.push(halfMinutes * 30)
      service.clock.advance(30_000)
    }
    expect(times).toEqual([0, 30, 90, 210, 450])
    expect(new Set(receiver.received.map(({ body, headers }) => headers['webhook-id'] + body)).size).toBe(1)
    expect(receiver.received.every((one) => isSigned(one, secret))).toBe(true)
    expect((await deliveriesOf(id))[0]).toMatchObject({ state: 'delivered', attempts: 5 })
    expect((await listed())[0]).toMatchObject({ failures: 0, succeededTime: expect.any(String) })
  })

  test('lets later events wait too, so that a receiver in trouble is asked seldom', async () => {
    await receiver.close()
    receiver = await startReceiver((_, response) => response.writeHead(503).end())
    await add({ types: ['OfferHeld'] })
    for (let events = 0; events < 5; events++) await happen()
    const senders = sendersOver()
    await deliverAll(senders)
    expect(receiver.received).toHaveLength(1)
    for (let minutes = 0; minutes < 120; minutes++) {
      service.clock.advance(60_000)
      await deliverAll(senders)
    }
    expect(receiver.received.length).toBeLessThan(10)
  })

  test('for three days disables the webhook: History says so, and its owners get a mail in their language', async () => {
    await receiver.close()
    receiver = await startReceiver((_, response) => response.writeHead(500).end())
    await service.deps.db.updateTable('account').set({ mail_language: 'fr-FR' }).where('id', '=', 'avery').execute()
    const { id } = await add({ types: ['OfferHeld', 'OfferReleased'] })
    await happen()
    const senders = sendersOver()
    for (let hours = 0; hours < 71; hours++) {
      await deliverAll(senders)
      service.clock.advance(hour)
    }
    expect((await listed())[0]).toMatchObject({ enabled: true })
    await happen('OfferReleased')
    for (let hours = 0; hours < 4; hours++) {
      await deliverAll(senders)
      service.clock.advance(hour)
    }
    expect((await listed())[0]).toMatchObject({ enabled: false, disabled: { reason: 'failing' } })
    expect((await history())[0]).toMatchObject({
      type: 'WebhookDisabled',
      actorKind: 'system',
      offerId: '',
      details: { webhook: 'Build server', host: new URL(receiver.address).host, webhookFailing: true },
    })
    expect((await deliveriesOf(id)).map(({ state, nextTime }) => [state, nextTime])).toEqual([
      ['failed', undefined],
      ['failed', undefined],
    ])
    const before = receiver.received.length
    await happen()
    await deliverAll(senders)
    expect(receiver.received).toHaveLength(before)
    const mails = (await service.deps.db.selectFrom('notification').selectAll().execute()).map((row) =>
      compose(row, home),
    )
    expect(mails.map(({ language, recipients }) => [language, recipients])).toEqual([['fr-FR', ['avery@contoso.com']]])
    expect(mails[0]!.subject).toBe('Le webhook «\u00a0Build server\u00a0» a été désactivé')
    expect(mails[0]!.text).toContain(`Destinataire\u00a0: ${new URL(receiver.address).host}\n`)
    expect(mails[0]!.text).toContain(`${home}/publishers/contoso/webhooks`)
  })

  test('disables no webhook that accepts others', async () => {
    await receiver.close()
    receiver = await startReceiver((_, response) => {
      const refused = receiver.received.at(-1)!.body.includes('OfferHeld')
      response.writeHead(refused ? 400 : 204).end()
    })
    const { id } = await add({ types: ['OfferHeld', 'OfferReleased'] })
    await happen('OfferHeld')
    const senders = sendersOver()
    for (let hours = 0; hours < 80; hours++) {
      if (hours === 30) await happen('OfferReleased')
      await deliverAll(senders)
      service.clock.advance(hour)
    }
    expect((await deliveriesOf(id)).map(({ state }) => state)).toEqual(['delivered', 'failed'])
    expect((await listed())[0]).toMatchObject({ enabled: true })
    expect(logged).toEqual([expect.stringMatching(/^An event for webhook \S+ of contoso failed: status$/)])
  })
})

describe('an address', () => {
  test('is refused that is not public, not encrypted or not an address', async () => {
    const strict = await startService({
      deps: ({ webhooks }) => ({ webhooks: { ...webhooks, privateAddresses: false } }),
    })
    const send = (method: string, path: string, address: string) =>
      strict.request(hooks + path, { method, body: JSON.stringify(plan({ address })) })
    const good = await send('POST', '', 'https://example.com/hook?key=1')
    expect(good.status).toBe(201)
    const { id } = await good.json()
    for (const address of [
      'http://example.com/',
      'https://127.0.0.1/',
      'https://2130706433/',
      'https://[::1]/',
      'https://[::ffff:10.0.0.1]/',
      'https://169.254.169.254/latest/meta-data',
      'https://10.0.0.1/',
      'https://localhost/',
      'https://api.localhost./',
      'https://user:word@example.com/',
      'https://example.com/#part',
      'ftp://example.com/',
      'nothing',
      `https://example.com/${'x'.repeat(1_000)}`,
    ])
      expect([
        address,
        (await send('POST', '', address)).status,
        (await send('PUT', `/${id}`, address)).status,
      ]).toEqual([address, 400, 400])
    await strict.close()
  })

  test('whose name leads into a private network is not called, now or when the name leads there later', async () => {
    const { id } = await add({
      address: receiver.address.replace('http:', 'https:').replace('127.0.0.1', 'rebound.example'),
    })
    const asked: string[] = []
    const lookup = publicLookup(async (host) => {
      asked.push(host)
      return [{ address: '127.0.0.1', family: 4 }]
    })
    await call('POST', `/${id}/test`, {})
    await deliverAll(sendersOver({ lookup, privateAddresses: false }))
    expect((await deliveriesOf(id))[0]).toMatchObject({ state: 'failed', fault: 'privateAddress' })
    expect([asked, receiver.received]).toEqual([['rebound.example'], []])
  })

  test('of a private network that was allowed earlier is not called any more', async () => {
    const { id } = await add()
    await call('POST', `/${id}/test`, {})
    await deliverAll(sendersOver({ privateAddresses: false }))
    expect((await deliveriesOf(id))[0]).toMatchObject({ fault: 'privateAddress' })
    expect(receiver.received).toEqual([])
  })
})

describe('the secret of a webhook', () => {
  test('is shown once, and is neither in the database nor in History or the log', async () => {
    const { secret, ...told } = await add()
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(await listed()).toEqual([told])
    await happen()
    await deliverAll()
    const { db } = service.deps
    const rows = [
      await db.selectFrom('webhook').selectAll().execute(),
      await db.selectFrom('webhook_delivery').selectAll().execute(),
      await history(),
      logged,
    ]
    expect(JSON.stringify(rows)).not.toContain(secret.slice(6))
    expect(receiver.received[0]!.body).not.toContain(secret.slice(6))
  })

  test('can be replaced: for a day, the earlier one signs too', async () => {
    const { id, secret } = await add({ types: ['OfferHeld'] })
    const answer = WebhookWithSecret.parse(await (await call('POST', `/${id}/secret`, {})).json())
    expect(answer.secret).not.toBe(secret)
    expect(answer.earlierSecretUntil).toBe('2026-03-03T08:00:00.000Z')
    await happen()
    await deliverAll()
    service.clock.advance(day)
    await happen()
    await deliverAll()
    const [first, second] = receiver.received
    expect([isSigned(first!, secret), isSigned(first!, answer.secret)]).toEqual([true, true])
    expect([isSigned(second!, secret), isSigned(second!, answer.secret)]).toEqual([false, true])
    expect((await listed())[0]?.earlierSecretUntil).toBeUndefined()
  })

  test('cannot be read with another key: nothing is sent unsigned', async () => {
    const { id } = await add()
    await call('POST', `/${id}/test`, {})
    await deliverAll(sendersOver({ sealing: sealing('another key') }))
    expect((await deliveriesOf(id))[0]).toMatchObject({ state: 'failed', fault: 'secret' })
    expect(receiver.received).toEqual([])
  })

  test('cannot be kept without a key: the webhook is refused, and the list says why', async () => {
    const keyless = await startService({ deps: () => ({ webhooks: { privateAddresses: true } }) })
    const answer = await keyless.request(hooks, { method: 'POST', body: JSON.stringify(plan()) })
    expect(answer.status).toBe(409)
    expect(Webhooks.parse(await (await keyless.request(hooks)).json())).toEqual({ items: [], available: false })
    await keyless.close()
  })
})

describe('an owner', () => {
  test('tests a webhook: the event is tried once, even while the webhook is disabled', async () => {
    await receiver.close()
    receiver = await startReceiver((_, response) => response.writeHead(500).end())
    const { id, secret } = await add({ enabled: false })
    const answer = await call('POST', `/${id}/test`, {})
    expect([answer.status, await answer.json()]).toMatchObject([200, { type: 'WebhookTest', state: 'waiting' }])
    await deliverAll()
    service.clock.advance(day)
    await deliverAll()
    expect(typesReceived()).toEqual(['WebhookTest'])
    expect(isSigned(receiver.received[0]!, secret)).toBe(true)
    expect((await deliveriesOf(id))[0]).toMatchObject({ state: 'failed', attempts: 1, fault: 'status' })
    expect(logged).toEqual([])
  })

  test('sends a delivery again, with the same id and body', async () => {
    const { id } = await add({ types: ['OfferHeld'] })
    await happen()
    await deliverAll()
    service.clock.advance(10 * day)
    const [{ id: delivery } = { id: 0 }] = await deliveriesOf(id)
    expect((await call('POST', `/${id}/deliveries/${delivery}/resend`, {})).status).toBe(200)
    expect((await deliveriesOf(id))[0]).toMatchObject({ state: 'waiting' })
    await deliverAll()
    const [first, second] = receiver.received
    expect(second!.body).toBe(first!.body)
    expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id'])
    expect(second!.headers['webhook-timestamp']).not.toBe(first!.headers['webhook-timestamp'])
    expect(await deliveriesOf(id)).toMatchObject([{ state: 'delivered', attempts: 2 }])
    for (const unknown of ['4711', '1.5', '99999999999999999999'])
      expect((await call('POST', `/${id}/deliveries/${unknown}/resend`, {})).status).toBe(404)
  })

  test('changes, disables, enables and deletes a webhook, which History tells without the whole address', async () => {
    const { id } = await add({ address: `${receiver.address}?key=s3cret` })
    const change = (more: object) => call('PUT', `/${id}`, plan(more))
    expect(await (await change({ name: 'Renamed' })).json()).toMatchObject({
      name: 'Renamed',
      address: receiver.address,
    })
    await happen()
    await change({ name: 'Renamed', enabled: false })
    expect((await listed())[0]).toMatchObject({ enabled: false, disabled: { reason: 'person' } })
    await change({ name: 'Renamed', enabled: true })
    await deliverAll()
    expect(typesReceived()).toEqual(['WebhookEnabled'])
    expect((await call('DELETE', `/${id}`)).status).toBe(204)
    expect([await listed(), (await call('DELETE', `/${id}`)).status]).toEqual([[], 404])
    await happen()
    await deliverAll()
    expect(receiver.received).toHaveLength(1)
    const events = (await history()).filter(({ type }: { type: string }) => type.startsWith('Webhook'))
    expect(events.map(({ type }: { type: string }) => type)).toEqual([
      'WebhookDeleted',
      'WebhookEnabled',
      'WebhookDisabled',
      'WebhookChanged',
      'WebhookAdded',
    ])
    expect(events[4]).toMatchObject({ actor: 'avery@contoso.com', details: { webhook: 'Build server' } })
    expect(JSON.stringify(events)).not.toContain('s3cret')
    const csv = await (await service.request('/api/portal/history.csv')).text()
    expect(csv).toContain(`Renamed (${new URL(receiver.address).host})`)
  })

  test('cannot have more than twenty, nor one without a name or with unknown events', async () => {
    for (let count = 0; count < 20; count++) await add({ name: `W${count}` })
    expect((await call('POST', '', plan())).status).toBe(409)
    const [first] = await listed()
    for (const wrong of [{ name: ' ' }, { name: 'x'.repeat(81) }, { types: [] }, { types: ['Nothing'] }])
      expect((await call('PUT', `/${first!.id}`, { ...plan(), ...wrong })).status).toBe(400)
  })

  test('of another publisher reaches none of it', async () => {
    const { id } = await add()
    await call('POST', `/${id}/test`, {})
    const [delivery] = await deliveriesOf(id)
    const theirs = (path: string, method = 'POST') =>
      service.request(`/api/portal/publishers/fabrikam/webhooks/${id}${path}`, {
        method,
        ...(method !== 'GET' && { body: JSON.stringify(plan()) }),
        as: 'minjun',
      })
    const tries = [
      theirs('', 'PUT'),
      theirs('', 'DELETE'),
      theirs('/secret'),
      theirs('/test'),
      theirs('/deliveries', 'GET'),
      theirs(`/deliveries/${delivery!.id}/resend`),
    ]
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(statuses.every((status) => status === 404 || status === 403)).toBe(true)
    expect(await listed()).toHaveLength(1)
  })
})

test('what was sent is forgotten after thirty days', async () => {
  const { id } = await add({ types: ['OfferHeld'] })
  await happen()
  await deliverAll()
  const forget = () => forgetOld(service.deps.db, service.clock.now(), { idle: 1e12, absolute: 1e12 })
  service.clock.advance(29 * day)
  await forget()
  expect(await deliveriesOf(id)).toHaveLength(1)
  service.clock.advance(2 * day)
  await forget()
  expect(await deliveriesOf(id)).toEqual([])
})
