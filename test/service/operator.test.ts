// @vitest-environment node
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { History, type HistoryEvent } from '../../src/contract/history.ts'
import { OfferList, OfferRow } from '../../src/contract/offerList.ts'
import { PendingDecisions } from '../../src/contract/operator.ts'
import { OfferStatus } from '../../src/contract/status.ts'
import { type OfferKey, type Service, startService } from '../support/service.ts'

const application = 'microsoft-azure-applications'
const link = 'https://solutiontemplates.visualstudio.com/marketplacesolutions/_git/contoso/pullrequest/1201'

let service: Service
beforeEach(async () => {
  service = await startService()
})
afterEach(() => service.close())

const address = ({ publisherId, offerId }: OfferKey, action: string) =>
  `/api/portal/marketplace/publishers/${publisherId}/offers/${offerId}/${action}`

const operate = (offer: OfferKey, action: string, body: unknown = {}, headers = {}) =>
  service.request(address(offer, action), { as: 'operator', method: 'POST', body: JSON.stringify(body), headers })

async function statusOf({ publisherId, offerId }: OfferKey) {
  const answer = await service.request(`/api/publishers/${publisherId}/offers/${offerId}/status?api-version=2017-10-31`)
  return OfferStatus.parse(await answer.json())
}

async function historyOf({ offerId }: OfferKey): Promise<HistoryEvent[]> {
  const answer = await service.request(`/api/portal/history?offer=${offerId}`)
  return History.parse(await answer.json()).items
}

/** An Azure application after its publisher's sign-off, which waits for Microsoft review. */
async function inReview(name = 'Contoso Kafka') {
  const offer = await service.anOffer({ type: application, name })
  await service.publish(offer)
  await service.settle()
  await service.goLive(offer)
  for (let steps = 0; steps < 20; steps++) {
    const { steps } = await statusOf(offer)
    if (steps.find(({ id }) => id === 'microsoft-review')?.status === 'waitingForApproval') return offer
    await service.step()
  }
  throw new Error('The offer never reached Microsoft review.')
}

describe('an operator', () => {
  test('finds the offers of all publishers that wait for a decision, longest waiting first', async () => {
    const first = await inReview()
    const second = await service.anOffer({ publisherId: 'fabrikam', type: application, name: 'Fabrikam Twin' })
    await service.publish(second)
    const answer = await service.request('/api/portal/marketplace/decisions', { as: 'operator' })
    expect(answer.headers.get('etag')).toBeTruthy()
    const { items, total } = PendingDecisions.parse(await answer.json())
    expect(total).toBe(1)
    expect(items[0]).toMatchObject({ ...first, name: 'Contoso Kafka', held: false, step: { code: 'microsoft-review' } })

    const all = await service.request('/api/portal/marketplace/offers?q=fabrikam', { as: 'operator' })
    expect(OfferList.parse(await all.json()).items).toMatchObject([second])
  })

  test('approves a review, and the publisher sees that Microsoft did and why', async () => {
    const offer = await inReview()
    const answer = await operate(offer, 'approve', { reason: 'Looks good.' })
    expect(answer.status).toBe(200)
    expect(OfferRow.parse(await answer.json())).toMatchObject({ indicator: 'inProgress', step: { code: 'live' } })
    expect((await historyOf(offer))[0]).toMatchObject({
      type: 'OfferStepApproved',
      actor: 'microsoft',
      details: { step: 'microsoft-review', reason: 'Looks good.' },
    })
  })

  test('rejects with issues, which appear in the step with their links and in history by title', async () => {
    const offer = await inReview()
    const issues = [
      { title: 'Output <b>exposes</b> a key', link },
      { title: 'Fixed API version', link },
    ]
    expect((await operate(offer, 'reject', { issues, reason: 'Two things.' })).status).toBe(200)
    const status = await statusOf(offer)
    expect(status.status).toBe('failed')
    const [message] = status.steps.find(({ status }) => status === 'rejected')!.messages
    expect(message?.messageHtml).toContain(`<a href="${link}">Output &lt;b&gt;exposes&lt;/b&gt; a key</a>`)
    expect((await historyOf(offer))[0]).toMatchObject({
      type: 'OfferStepRejected',
      actor: 'microsoft',
      details: { reason: 'Two things.', issues: ['Output <b>exposes</b> a key', 'Fixed API version'] },
    })
  })

  test.each([
    ['neither issue nor reason', {}],
    ['an empty reason', { reason: '  ' }],
    ['a script for an address', { issues: [{ title: 'x', link: 'javascript:alert(1)' }] }],
    ['an issue without a title', { issues: [{ title: '', link }] }],
    ['an endless reason', { reason: 'x'.repeat(501) }],
  ])('cannot reject with %s', async (_, body) => {
    const offer = await inReview()
    const answer = await operate(offer, 'reject', body)
    expect(answer.status).toBe(400)
    expect((await statusOf(offer)).status).toBe('running')
  })

  test('holds an offer so that nothing is granted by default, until it is released', async () => {
    const offer = await inReview()
    expect((await operate(offer, 'hold', { reason: 'Legal has a question.' })).status).toBe(200)
    service.clock.advance(365 * 24 * 3_600_000)
    await service.settle()
    expect((await statusOf(offer)).steps.find(({ id }) => id === 'microsoft-review')?.status).toBe('waitingForApproval')
    expect((await operate(offer, 'hold')).status).toBe(409)

    expect((await operate(offer, 'release', { reason: 'Answered.' })).status).toBe(200)
    await service.settle()
    expect((await statusOf(offer)).status).toBe('succeeded')
    const events = await historyOf(offer)
    expect(events.find(({ type }) => type === 'OfferHeld')).toMatchObject({
      actor: 'microsoft',
      details: { reason: 'Legal has a question.' },
    })
    expect(events.find(({ type }) => type === 'OfferReleased')).toMatchObject({ details: { reason: 'Answered.' } })
  })

  test('removes a live offer from the marketplace and lists it again', async () => {
    const offer = await inReview()
    expect((await operate(offer, 'delist')).status).toBe(409)
    await operate(offer, 'approve')
    await service.settle()
    expect(await (await operate(offer, 'delist', { reason: 'Asked for.' })).json()).toMatchObject({
      indicator: 'delisted',
    })
    expect(await (await operate(offer, 'relist')).json()).toMatchObject({ indicator: 'live' })
    const [relisted, delisted] = await historyOf(offer)
    expect(relisted).toMatchObject({ type: 'OfferRelisted', actor: 'microsoft' })
    expect(delisted).toMatchObject({ type: 'OfferDelisted', details: { reason: 'Asked for.' } })
  })

  test('delists an offer whose next version waits for its publisher, who still sees that it waits', async () => {
    const offer = await inReview()
    await service.settle()
    await service.publish(offer)
    await service.settle()
    const waits = { indicator: 'awaitingSignoff', step: { code: 'publisher-signoff' } }
    expect((await statusOf(offer)).offer).toMatchObject({ ...waits, liveVersion: 1 })
    const delisted = OfferRow.parse(await (await operate(offer, 'delist')).json())
    expect(delisted).toMatchObject(waits)
    expect(delisted).not.toHaveProperty('liveVersion')
    const approvals = await service.request('/api/portal/approvals')
    expect(OfferList.parse(await approvals.json()).items).toMatchObject([waits])
    await service.cancel(offer)
    expect((await statusOf(offer)).offer).toMatchObject({ indicator: 'delisted' })
  })

  test('cancels publishing at any step, and the publisher sees who did it and why', async () => {
    const offer = await service.anOffer()
    await service.publish(offer)
    expect((await operate(offer, 'cancel', { reason: 'We edit the title.' })).status).toBe(200)
    expect((await statusOf(offer)).cancellation).toMatchObject({ actor: 'microsoft', reason: 'We edit the title.' })
    expect((await operate(offer, 'cancel')).status).toBe(409)
  })

  test('changes nothing by repeating a request', async () => {
    const offer = await inReview()
    const again = { 'idempotency-key': 'decision-1' }
    expect((await operate(offer, 'approve', {}, again)).status).toBe(200)
    expect((await operate(offer, 'approve', {}, again)).status).toBe(200)
    expect((await operate(offer, 'approve')).status).toBe(409)
    expect((await historyOf(offer)).filter(({ type }) => type === 'OfferStepApproved')).toHaveLength(1)
    expect((await operate(offer, 'approve', {}, { 'idempotency-key': 'no spaces' })).status).toBe(400)
  })

  test('gets 404 for an unknown offer', async () => {
    expect((await operate({ publisherId: 'contoso', offerId: 'none' }, 'approve')).status).toBe(404)
    expect((await operate({ publisherId: 'nobody', offerId: 'none' }, 'hold')).status).toBe(404)
  })
})

test('a publisher, even an owner, cannot do any of this', async () => {
  const offer = await inReview()
  for (const action of ['approve', 'reject', 'delist', 'relist', 'hold', 'release', 'cancel']) {
    const answer = await service.request(address(offer, action), { method: 'POST', body: '{"reason":"mine"}' })
    expect([action, answer.status]).toEqual([action, 403])
  }
  expect((await service.request('/api/portal/marketplace/decisions')).status).toBe(403)
  expect((await service.browser()('/api/portal/marketplace/decisions')).status).toBe(401)
})

describe('npm run marketplace', () => {
  let directory: string
  let environment: Record<string, string>
  let stop: () => Promise<unknown>
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'operator-'))
    writeFileSync(join(directory, 'operator-token'), 'token-of-operator\n')
    const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
      const listening = serve({ fetch: service.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(listening))
    })
    const at = server.address()
    environment = { PORT: String(typeof at === 'object' && at?.port), DATA_DIR: directory }
    stop = () => new Promise((resolve) => server.close(resolve))
  })
  afterEach(async () => {
    await stop()
    rmSync(directory, { recursive: true })
  })

  const type = (...args: string[]) =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      execFile(
        process.execPath,
        ['src/service/marketplace/simulated/cli/command.ts', ...args],
        { env: { ...process.env, ...environment } },
        (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
      )
    })

  test('lists what waits, and rejects it with every issue', async () => {
    const offer = await inReview()
    const listed = await type('list')
    expect(listed).toMatchObject({ code: 0, err: '' })
    expect(listed.out).toContain('contoso contoso-kafka')
    expect(listed.out).toContain('Contoso Kafka: Microsoft review since')

    const issues = ['--issue', `Key = secret=${link}`, '--issue', `API version=${link}`]
    const refused = await type('reject', 'contoso', 'contoso-kafka', ...issues, '--reason', 'Please mend.')
    expect(refused).toMatchObject({ code: 0, err: '' })
    expect(refused.out).toContain('Rejected: Contoso Kafka')
    expect((await historyOf(offer))[0]).toMatchObject({
      type: 'OfferStepRejected',
      actor: 'microsoft',
      details: { issues: ['Key = secret', 'API version'], reason: 'Please mend.' },
    })
  })

  test('approves, holds, releases, delists, relists and cancels', async () => {
    const offer = await inReview()
    const [publisher, id] = [offer.publisherId, offer.offerId]
    for (const action of ['hold', 'release', 'approve'])
      expect(await type(action, publisher, id)).toMatchObject({ code: 0, err: '' })
    await service.settle()
    for (const action of ['delist', 'relist'])
      expect(await type(action, publisher, id, '--reason', 'Asked.')).toMatchObject({ code: 0, err: '' })
    expect((await type('list', '--all')).out).toContain('Contoso Kafka: It is now live')
    const other = await service.anOffer({ name: 'Contoso Relay' })
    await service.publish(other)
    expect((await type('cancel', 'contoso', 'contoso-relay')).out).toContain('Canceled: Contoso Relay')
  })

  test('prints the service’s message when an action is not possible', async () => {
    await service.anOffer({ name: 'Contoso Relay' })
    expect(await type('approve', 'contoso', 'contoso-relay')).toEqual({
      code: 1,
      out: '',
      err: 'The offer is at no step that waits for approval.\n',
    })
    expect((await type('approve', 'contoso', 'nothing')).err).toBe('Offer contoso/nothing does not exist.\n')
  })

  test.each([
    [['--help'], 0, 'Usage: npm run marketplace -- <command>'],
    [['reject', '--help'], 0, '--issue "<title>=<address>"'],
  ])('prints its help: %j', async (args, code, words) => {
    const { out, ...said } = await type(...args)
    expect(said).toEqual({ code, err: '' })
    expect(out).toContain(words)
  })

  test.each([
    [[], 'Say what to do.'],
    [['publish', 'a', 'b'], 'There is no command publish.'],
    [['approve', 'contoso'], "approve takes a publisher's ID and an offer's ID."],
    [['reject', 'contoso', 'x'], 'reject needs --issue or --reason.'],
    [['reject', 'contoso', 'x', '--issue', 'no address'], 'is not of the form "title=https://address"'],
    [['approve', 'contoso', 'x', '--issue', `a=${link}`], 'approve takes no --issue.'],
    [['list', '--page', 'two'], 'page:'],
    [['list', '--nonsense'], "Unknown option '--nonsense'."],
  ])('answers wrong input with a sentence and exit code 2: %j', async (args, sentence) => {
    const { code, out, err } = await type(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(sentence)
    expect(err).not.toContain('    at ')
  })

  test('says when no service runs, or has never run here', async () => {
    environment.PORT = '1'
    expect(await type('list')).toMatchObject({
      code: 1,
      err: 'No service answers at http://127.0.0.1:1. Start it with npm start, or set PORT and HOST.\n',
    })
    environment.DATA_DIR = join(directory, 'elsewhere')
    expect((await type('list')).err).toMatch(/^There is no operator's token in .*Start the service once/)
    environment.PORT = 'many'
    expect(await type('list')).toMatchObject({ code: 2, err: 'PORT=many must be a port number.\n' })
  })
})
