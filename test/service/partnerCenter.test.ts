// @vitest-environment node
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { eitherMarketplace } from '../../src/service/marketplace/either.ts'
import { unconnectedPartnerCenter } from '../../src/service/marketplace/partnerCenter/unconnected.ts'
import { factsOf } from '../../src/service/offers/act.ts'
import { publish } from '../../src/service/offers/publish.ts'
import { saveDraft } from '../../src/service/offers/saveDraft.ts'
import { statusAnswer } from '../../src/service/offers/statusAnswer.ts'
import { person } from '../../src/service/publishing/actor.ts'
import { remoteOfferStore } from '../../src/service/store/remoteOffers.ts'
import { publisherId, startRemoteService } from '../support/remoteService.ts'

const notes = { externalId: 'fabrikam-notes', type: 'softwareAsAService', alias: 'Fabrikam Notes' }
const id = notes.externalId

describe('offers of Partner Center', () => {
  test('appear with the state they have, without news of what was over before', async () => {
    await using service = await startRemoteService()
    service.fake.account.add({ ...notes, externalId: 'draft' })
    service.fake.account.add({ ...notes, externalId: 'live' }, 'live')
    service.fake.account.add({ ...notes, externalId: 'delisted' }, 'delisted')
    service.fake.account.add({ ...notes, externalId: 'failed' }, 'previewFailed')
    service.fake.account.add({ ...notes, externalId: 'waiting' }, 'liveAndPreviewReady')
    service.fake.account.add({ ...notes, externalId: 'unknown', type: 'managedService' }, 'live')
    expect(await service.discover()).toBe(5)
    expect(await service.discover()).toBe(0)
    await service.pass(2)
    const { items } = await (await service.request(`/api/portal/offers?publisher=${publisherId}`)).json()
    const seen = items.map(({ offerId, indicator }: Record<string, string>) => `${offerId}: ${indicator}`)
    expect(seen.sort()).toEqual([
      'delisted: delisted',
      'draft: none',
      'failed: failed',
      'live: live',
      'waiting: awaitingSignoff',
    ])
    expect(await service.history('live')).toEqual(['OfferCreated marketplace'])
    expect(await service.mails('live')).toEqual([])
    expect(await service.mails('failed')).toEqual([])
    const { steps } = await service.status('live')
    expect(steps.every(({ startedTime, endedTime }: Record<string, string>) => !startedTime && !endedTime)).toBe(true)
  })

  test.each([
    ['liveAndPreviewReady', 'awaitingSignoff', true],
    ['liveAndPreviewFailed', 'failed', true],
    ['live', 'live', true],
    ['delisted', 'delisted', false],
    ['delistedAndPreviewReady', 'awaitingSignoff', false],
    ['delistedAndPreviewFailed', 'failed', false],
  ] as const)(
    'discovered as %s read %s and show whether an older version is live',
    async (stage, indicator, isLive) => {
      await using service = await startRemoteService()
      service.fake.account.add(notes, stage)
      await service.discover()
      await service.pass(1)
      const { offer, liveLinks } = await service.status(id)
      expect([offer.indicator, offer.liveVersion, liveLinks.length]).toEqual(
        isLive ? [indicator, 1, 1] : [indicator, undefined, 0],
      )
      expect(await service.history(id)).not.toContain('OfferDelisted marketplace')
    },
  )

  test('link to the portal, where they are published', async () => {
    await using service = await startRemoteService()
    const { guid } = service.fake.account.add(notes, 'previewReady')
    await service.discover()
    await service.pass(1)
    const { messages, previewLinks, steps } = await service.status(id)
    expect(messages.map(({ code }: { code: string }) => code)).toEqual(['partnerCenterOffer'])
    expect(Date.parse(messages[0].timestamp)).toBeLessThanOrEqual(service.clock.now().getTime())
    expect(previewLinks[0].uri).toContain(`/offers/${guid}/overview`)
    expect(steps.map((step: { id: string }) => step.id)).toEqual(['remote-preview', 'publisher-signoff', 'live'])
  })

  test('are edited there, not here', async () => {
    await using service = await startRemoteService()
    service.fake.account.add(notes, 'live')
    await service.discover()
    const path = `/api/publishers/${publisherId}/offers/${id}?api-version=2017-10-31`
    const offer = await (await service.request(path)).json()
    const answer = await service.request(path, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'if-match': '*' },
      body: JSON.stringify(offer),
    })
    expect([answer.status, (await answer.json()).error.code]).toEqual([409, 'ActionNotAllowed'])
  })

  test('cannot be decided by the operator of the simulated marketplace', async () => {
    await using service = await startRemoteService()
    service.fake.account.add(notes, 'live')
    await service.discover()
    const order = { publisherId, offerId: id }
    const { operator } = service
    for (const carryOut of [operator.approve, operator.hold, operator.cancel, operator.delist])
      await expect(carryOut(order)).rejects.toMatchObject({ code: 'ActionNotAllowed' })
  })

  test('of types that the API cannot publish are shown, and every act is refused with the reason', async () => {
    await using service = await startRemoteService()
    service.fake.account.add({ ...notes, type: 'azureApplication' }, 'live')
    await service.discover()
    await service.pass(1)
    const { actions, messages } = await service.status(id)
    expect([actions.publish.reason, actions.goLive.reason, actions.cancel.reason]).toEqual(Array(3).fill('elsewhere'))
    expect(messages).toMatchObject([{ code: 'partnerCenterListed' }])
    await expect(service.publishRemote(id)).rejects.toMatchObject({ code: 'ActionNotAllowed' })
    expect(service.posts()).toBe(0)
    expect(service.logged).toEqual([])
  })
})

describe('what changes in the portal', () => {
  const codes = async (service: Awaited<ReturnType<typeof startRemoteService>>) => {
    const { messages } = await service.status(id)
    return messages.map(({ code }: { code: string }) => code)
  }

  test('a new name is adopted, and history shows it', async () => {
    await using service = await startRemoteService()
    const product = service.fake.account.add(notes, 'live')
    await service.discover()
    await service.pass(1)
    product.alias = 'Fabrikam Notebook'
    await service.discover()
    await service.discover()
    expect((await service.status(id)).offer).toMatchObject({ name: 'Fabrikam Notebook', indicator: 'live' })
    expect(await service.history(id)).toEqual(['OfferCreated marketplace', 'OfferSaved marketplace'])
  })

  test('an offer that is missing in three lists keeps its last status and says so, until it is listed again', async () => {
    await using service = await startRemoteService()
    const product = service.fake.account.add(notes, 'live')
    await service.discover()
    await service.pass(1)
    service.fake.account.products.splice(0)
    for (const seen of [false, false, true, true]) {
      await service.discover()
      await service.pass(30)
      expect((await codes(service)).includes('partnerCenterUnseen')).toBe(seen)
    }
    expect((await service.status(id)).offer.indicator).toBe('live')
    expect(service.logged).toEqual([])
    service.fake.account.products.push(product)
    await service.discover()
    expect(await codes(service)).toEqual(['partnerCenterOffer'])
  })

  test('an offer that was deleted and created again under its ID is followed again', async () => {
    await using service = await startRemoteService()
    service.fake.account.add(notes)
    await service.discover()
    service.fake.account.products.splice(0)
    service.fake.account.add(notes, 'previewReady')
    await service.discover()
    await service.pass(31)
    expect((await service.status(id)).offer.indicator).toBe('awaitingSignoff')
  })

  test('a draft that is ahead of what is live is mentioned until it is published', async () => {
    await using service = await startRemoteService({ durations: { publish: 600 } })
    const product = service.fake.account.add(notes, 'live')
    await service.discover()
    await service.pass(1)
    expect(await codes(service)).toEqual(['partnerCenterOffer'])
    const listing = product.trees.draft.find((one) => one.id.startsWith('listing/'))!
    listing.title = 'Fabrikam Notebook'
    await service.pass(31)
    expect(await codes(service)).toEqual(['partnerCenterOffer', 'partnerCenterDraftAhead'])
    await service.publishRemote(id)
    await service.pass(15)
    expect(await service.state(id)).toMatch(/^waiting/)
    expect(await codes(service)).toEqual(['partnerCenterOffer'])
  })

  test('no signature of a file, no token and no secret reaches the database, the log or an answer', async () => {
    await using service = await startRemoteService()
    const machine = { ...notes, type: 'azureVirtualMachine' }
    const product = service.fake.account.add(machine, 'live')
    await service.discover()
    service.fake.account.script(product, {
      fails: [{ code: 'badRequest', message: 'No access: https://x/a.vhd?se=2030&sig%3DbWluZQ and ?sig=YWxzbw&sv=1' }],
    })
    await service.publishRemote(id)
    await service.pass(140)
    service.fake.forgetTokens()
    service.fake.switches.tokenLifetime = -1
    await service.pass(60)
    expect(service.logged).not.toEqual([])
    const tables = [
      'remote_offer',
      'remote_push',
      'remote_account',
      'offer',
      'submission',
      'audit_event',
      'notification',
      'offer_version',
    ] as const
    const stored = await Promise.all(tables.map((table) => service.deps.db.selectFrom(table).selectAll().execute()))
    const answers = [await service.status(id), await service.history(id), await service.mails(id)]
    const text = JSON.stringify([stored, answers, service.logged.map(({ stack }) => stack)])
    expect(text).toContain('No access: https://x/a.vhd')
    expect(text).not.toMatch(/bWluZQ|YWxzbw|c2lnbmF0dXJl/)
    expect(text).not.toContain(service.fake.credentials.clientSecret)
    expect(text).not.toContain('eyJ')
  })
})

test('an offer goes from draft to live, with each step once in history and mails', async () => {
  await using service = await startRemoteService({ replicas: 2 })
  service.fake.account.add(notes)
  await service.discover()
  await service.pass(1)
  expect(await service.state(id)).toBe('neverPublished notStarted notStarted notStarted')
  await service.publishRemote(id)
  expect(await service.state(id)).toBe('running inProgress notStarted notStarted')
  await service.pass(10)
  expect(await service.state(id)).toBe('running inProgress notStarted notStarted')
  await service.pass(125)
  expect(await service.state(id)).toBe('waitingForPublisherReview complete waitingForPublisherReview notStarted')
  await service.goLiveRemote(id)
  expect(await service.state(id)).toBe('running complete complete inProgress')
  await service.pass(185)
  expect(await service.state(id)).toBe('succeeded complete complete complete')
  expect(await service.history(id)).toEqual([
    'OfferCreated marketplace',
    'OfferPublishRequested avery@contoso.com',
    'OfferStepCompleted marketplace',
    'OfferGoLiveRequested avery@contoso.com',
    'OfferWentLive marketplace',
  ])
  expect(await service.mails(id)).toEqual(['previewReady', 'signOffNeeded', 'live'])
  expect(service.posts()).toBe(2)
  expect(service.logged).toEqual([])
})

test.each([
  { afterGoLive: 'duplicates' },
  { spelling: 'ID' },
  { jobEnd: 'never' },
  { configureStatus: 200 },
  { listLag: 600 },
  { pageSize: 1 },
  { jobDetail: 404 },
] as const)('an offer goes live when Partner Center behaves differently: %j', async (switches) => {
  await using service = await startRemoteService({ switches, durations: { publish: 600, goLive: 600 } })
  service.fake.account.add(notes, 'live')
  await service.discover()
  await service.pass(1)
  await service.publishRemote(id)
  await service.pass(31)
  expect(await service.state(id)).toBe('waitingForPublisherReview complete waitingForPublisherReview notStarted')
  await service.goLiveRemote(id)
  await service.pass(31)
  expect(await service.state(id)).toBe('succeeded complete complete complete')
  expect(service.posts()).toBe(2)
})

describe('the steps that the older API names', () => {
  const named = (steps: Record<string, string>[]) => steps.map(({ id, status }) => `${id} ${status}`)

  test.each(['two', 'one'] as const)('stand before and after sign-off, listed as %s workflows', async (workflows) => {
    await using service = await startRemoteService({ named: true, switches: { workflows } })
    service.fake.account.add(notes)
    await service.discover()
    await service.publishRemote(id)
    await service.pass(10)
    expect(named((await service.status(id)).steps)).toEqual([
      'remote-automated-validation inProgress',
      'remote-preview-creation notStarted',
      'publisher-signoff notStarted',
      'remote-live-certification notStarted',
      'live notStarted',
    ])
    await service.pass(80)
    expect(await service.state(id)).toBe('running complete inProgress notStarted notStarted notStarted')
    await service.pass(50)
    expect(await service.state(id)).toBe(
      'waitingForPublisherReview complete complete waitingForPublisherReview notStarted notStarted',
    )
    await service.goLiveRemote(id)
    expect(await service.state(id)).toBe('running complete complete complete inProgress notStarted')
    await service.pass(150)
    expect(await service.state(id)).toBe('running complete complete complete complete inProgress')
    expect((await service.status(id)).actions.cancel.reason).toBe('goingLive')
    await service.pass(40)
    expect(await service.state(id)).toBe('succeeded complete complete complete complete complete')
    expect((await service.history(id)).filter((line) => line.startsWith('OfferStepCompleted'))).toHaveLength(3)
    expect(await service.mails(id)).toEqual(['previewReady', 'signOffNeeded', 'live'])
    expect(service.logged).toEqual([])
  })

  test('stay and end with the rows when that API breaks halfway', async () => {
    await using service = await startRemoteService({ named: true })
    service.fake.account.add({ ...notes, type: 'azureVirtualMachine' })
    await service.discover()
    await service.publishRemote(id)
    await service.pass(70)
    expect(named((await service.status(id)).steps)).toEqual([
      'remote-automated-validation complete',
      'remote-certification inProgress',
      'remote-preview-creation notStarted',
      'publisher-signoff notStarted',
      'live notStarted',
    ])
    service.fake.switches.olderApi = 'broken'
    await service.pass(65)
    expect(await service.state(id)).toBe(
      'waitingForPublisherReview complete complete complete waitingForPublisherReview notStarted',
    )
    await service.goLiveRemote(id)
    await service.pass(185)
    expect(await service.state(id)).toBe('succeeded complete complete complete complete complete')
    expect(service.logged).toEqual([])
  })

  test('are shown after sign-off, though that API was not asked before', async () => {
    await using service = await startRemoteService({ named: true, switches: { olderApi: 'notFound' } })
    service.fake.account.add(notes, 'previewReady')
    await service.discover()
    await service.pass(1)
    await service.goLiveRemote(id)
    service.fake.switches.olderApi = 'works'
    await service.pass(10)
    expect(named((await service.status(id)).steps)).toEqual([
      'remote-preview complete',
      'publisher-signoff complete',
      'remote-live-certification inProgress',
      'live notStarted',
    ])
    service.fake.switches.olderApi = 'notFound'
    await service.pass(185)
    expect(await service.state(id)).toBe('succeeded complete complete complete complete')
  })

  test('after sign-off stop at the step that failed', async () => {
    await using service = await startRemoteService({ named: true })
    const product = service.fake.account.add(notes, 'previewReady')
    await service.discover()
    await service.pass(1)
    service.fake.account.script(product, { fails: 'certification' })
    await service.goLiveRemote(id)
    await service.pass(100)
    expect(await service.state(id)).toBe('running complete complete inProgress notStarted')
    await service.pass(90)
    expect(await service.state(id)).toMatch(/^failed complete complete (complete )?rejected( notStarted)?$/)
    expect(await service.mails(id)).toEqual(['previewReady', 'signOffNeeded', 'error'])
  })

  test('stop at the step that failed', async () => {
    await using service = await startRemoteService({ named: true })
    const product = service.fake.account.add(notes)
    await service.discover()
    service.fake.account.script(product, { fails: 'certification' })
    await service.publishRemote(id)
    await service.pass(70)
    await service.pass(60)
    expect(await service.state(id)).toMatch(/^failed complete (complete )?rejected (notStarted ?)+$/)
  })

  test.each(['broken', 'notFound'] as const)('are left out without a fault when that API is %s', async (older) => {
    await using service = await startRemoteService({ named: true, switches: { olderApi: older } })
    service.fake.account.add(notes)
    await service.discover()
    await service.publishRemote(id)
    await service.pass(130)
    expect(await service.state(id)).toBe('waitingForPublisherReview complete waitingForPublisherReview notStarted')
    expect((await service.status(id)).messages).toHaveLength(1)
    expect(service.logged).toEqual([])
  })
})

describe('a failed publish', () => {
  test('shows the findings of its job, with the part of the offer to correct', async () => {
    await using service = await startRemoteService()
    const product = service.fake.account.add(notes)
    await service.discover()
    service.fake.account.script(product, {
      fails: [
        {
          code: 'badRequest',
          message: 'Not valid',
          resourceId: `listing/${product.guid}/public/main/default/en-us`,
          details: [{ code: 'schemaValidationError', message: 'The title is too long. https://x/a.vhd?sig=c2VjcmV0' }],
        },
      ],
    })
    await service.publishRemote(id)
    await service.pass(130)
    expect(await service.state(id)).toBe('failed blocked notStarted notStarted')
    const [message] = (await service.status(id)).steps[0].messages
    expect(message).toMatchObject({ level: 'error', code: 'schemaValidationError', target: 'partnerCenter.listing' })
    expect(JSON.stringify(message)).not.toContain('c2VjcmV0')
    expect(await service.mails(id)).toEqual(['error'])
    await service.publishRemote(id)
    expect(await service.state(id)).toBe('running inProgress notStarted notStarted')
  })

  test('of certification reads as rejected, and leads to the report in the portal', async () => {
    await using service = await startRemoteService({ switches: { certificationDetails: 'texts' } })
    const product = service.fake.account.add(notes)
    await service.discover()
    service.fake.account.script(product, { fails: 'certification' })
    await service.publishRemote(id)
    await service.pass(130)
    expect(await service.state(id)).toBe('failed rejected notStarted notStarted')
    const [first] = (await service.status(id)).steps[0].messages
    expect(first).toMatchObject({
      code: 'partnerCenterCertification',
      values: { link: expect.stringContaining('partner.microsoft.com') },
    })
  })

  test('that was begun in the portal refers to the portal for the reasons', async () => {
    await using service = await startRemoteService()
    const product = service.fake.account.add(notes, 'live')
    await service.discover()
    await service.pass(1)
    service.fake.account.script(product, { fails: 'certification' })
    service.fake.account.publish(product)
    await service.pass(160)
    const { steps, status } = await service.status(id)
    expect([status, steps[0].messages[0].code]).toEqual(['failed', 'partnerCenterReasons'])
    expect(await service.history(id)).toContain('OfferPublishRequested marketplace')
  })

  test('is refused at once where Partner Center refuses at once', async () => {
    await using service = await startRemoteService()
    const product = service.fake.account.add(notes)
    await service.discover()
    service.fake.account.publish(product)
    await expect(service.publishRemote(id)).rejects.toMatchObject({ code: 'SubmissionRunning' })
    service.clock.advance(200_000)
    await expect(service.publishRemote(id)).rejects.toMatchObject({ code: 'SubmissionRunning' })
    await service.pass(1)
    expect(await service.state(id)).toBe('running inProgress notStarted notStarted')
  })
})

describe('when the answer to a publish is lost', () => {
  test('the page says so, and adopts what was begun without asking twice', async () => {
    await using service = await startRemoteService()
    service.fake.account.add(notes)
    await service.discover()
    service.fake.failNext(/^POST .*configure$/, { status: 502, applied: true })
    await service.publishRemote(id)
    expect((await service.status(id)).steps[0].messages[0]).toMatchObject({
      code: 'partnerCenterUnclear',
      level: 'warning',
    })
    await expect(service.publishRemote(id)).resolves.toBeTruthy()
    await service.pass(5)
    expect((await service.status(id)).steps[0].messages).toEqual([])
    await service.pass(125)
    expect(await service.state(id)).toBe('waitingForPublisherReview complete waitingForPublisherReview notStarted')
    expect(service.posts()).toBe(1)
  })

  test('because the service was killed, the publish is followed nevertheless, and repeating it sends nothing', async () => {
    await using service = await startRemoteService()
    service.fake.account.add(notes)
    await service.discover()
    const { deps, clock } = service
    const facts = await factsOf(deps.db, publisherId, id, clock.now())
    const submission = {
      id: randomUUID(),
      publisherId,
      offerId: id,
      offerTypeId: facts.offer.offer_type_id,
      offerVersion: 1,
      publishingVersion: 1,
      notificationEmails: 'jdoe@contoso.com',
      language: 'en-US' as const,
    }
    const by = {
      actor: person('avery@contoso.com'),
      key: `person avery@contoso.com ${publisherId}/fabrikam-notes one-key`,
    }
    await deps.marketplace.submit(facts, submission, by)
    // Nothing of it was recorded.
    expect(await service.state(id)).toMatch(/^neverPublished/)
    await service.publishRemote(id, 'one-key')
    await service.pass(5)
    expect(await service.state(id)).toBe('running inProgress notStarted notStarted')
    expect((await service.status(id)).operationId).toBe(submission.id)
    expect(service.posts()).toBe(1)
  })

  test('and nothing was begun, the publish fails after half an hour and may be repeated', async () => {
    await using service = await startRemoteService()
    service.fake.account.add(notes)
    await service.discover()
    service.fake.failNext(/^POST .*configure$/, {})
    await service.publishRemote(id)
    await service.pass(25)
    expect(await service.state(id)).toBe('running inProgress notStarted notStarted')
    await service.pass(20)
    const { status, steps } = await service.status(id)
    expect([status, steps[0].messages[0].code]).toEqual(['failed', 'partnerCenterNotBegun'])
    expect(service.posts()).toBe(1)
    await service.publishRemote(id)
    await service.pass(130)
    expect(await service.state(id)).toMatch(/^waitingForPublisherReview/)
  })

  test('and a Go Live was not begun, the offer waits for sign-off again', async () => {
    await using service = await startRemoteService()
    service.fake.account.add(notes, 'previewReady')
    await service.discover()
    await service.pass(1)
    service.fake.failNext(/^POST .*configure$/, { status: 503 })
    await service.goLiveRemote(id)
    expect(await service.state(id)).toBe('running complete complete inProgress')
    await service.pass(45)
    expect(await service.state(id)).toBe('waitingForPublisherReview complete waitingForPublisherReview notStarted')
    expect(service.posts()).toBe(1)
  })
})

describe('a publish that is begun in the portal is not taken for', () => {
  test('one that was canceled here before its row was listed', async () => {
    await using service = await startRemoteService()
    const product = service.fake.account.add(notes, 'live')
    await service.discover()
    await service.publishRemote(id)
    await service.pass(1)
    const first = (await service.status(id)).operationId
    await service.cancelRemote(id)
    await service.pass(40)
    service.fake.account.publish(product)
    await service.pass(35)
    const { status, operationId } = await service.status(id)
    expect([status, operationId === first]).toEqual(['running', false])
  })

  test('one that failed here without a row', async () => {
    await using service = await startRemoteService({ switches: { refusals: 'inJob' } })
    const product = service.fake.account.add(notes, 'live')
    await service.discover()
    await service.pass(1)
    const job = service.fake.account.publish(product)
    await service.publishRemote(id)
    await service.pass(2)
    service.fake.account.cancel(job)
    await service.pass(40)
    const first = (await service.status(id)).operationId
    expect((await service.status(id)).status).toBe('failed')
    service.fake.account.publish(product)
    await service.pass(35)
    const { status, operationId } = await service.status(id)
    expect([status, operationId === first]).toEqual(['running', false])
  })

  test('a stop of the distribution that was asked for after a failed attempt', async () => {
    await using service = await startRemoteService()
    const product = service.fake.account.add(notes, 'liveAndPreviewFailed')
    await service.discover()
    await service.pass(1)
    await service.delist(id)
    await service.pass(90)
    expect((await service.status(id)).status).toBe('failed')
    service.fake.account.publish(product)
    await service.pass(40)
    expect((await service.status(id)).status).toBe('running')
    expect(service.logged).toEqual([])
  })
})

test('an act during a look is followed soon, not when the resting offer would have been', async () => {
  await using service = await startRemoteService()
  service.fake.account.add(notes, 'live')
  await service.discover()
  const offers = remoteOfferStore(service.deps.db)
  const address = { publisherId, offerId: id }
  const now = service.clock.now()
  const until = new Date(now.getTime() + 300_000)
  const nextTime = new Date(now.getTime() + 1_800_000)
  const before = (await offers.one(address))!
  expect(await offers.claim(before, until)).toBe(true)
  await offers.hasten(address, now)
  await offers.looked(before, { until, nextTime, moving: false, failed: false, now })
  expect((await offers.one(address))!.next_time).toBe(now.toISOString())
})

test.each(['vanishes', 'failed'] as const)(
  'a publish that is canceled reads canceled, though its row %s',
  async (canceledRow) => {
    await using service = await startRemoteService({ switches: { canceledRow } })
    service.fake.account.add(notes)
    await service.discover()
    await service.publishRemote(id)
    await service.pass(10)
    await service.cancelRemote(id)
    await service.pass(10)
    expect(await service.state(id)).toBe('canceled notStarted notStarted notStarted')
    expect((await service.history(id)).at(-1)).toBe('OfferPublishCanceled avery@contoso.com')
    await service.publishRemote(id)
    await service.pass(10)
    expect(await service.state(id)).toBe('running inProgress notStarted notStarted')
  },
)

test('a cancel without a clear answer says so, and the status shows the outcome', async () => {
  await using service = await startRemoteService()
  service.fake.account.add(notes)
  await service.discover()
  await service.publishRemote(id)
  await service.pass(5)
  service.fake.failNext(/cancel$/, { status: 502, applied: true })
  await expect(service.cancelRemote(id)).rejects.toMatchObject({
    code: 'Unavailable',
    message: expect.stringContaining('not known'),
  })
  await service.pass(2)
  expect(await service.state(id)).toMatch(/^canceled/)
  expect((await service.history(id)).at(-1)).toBe('OfferPublishCanceled avery@contoso.com')
})

describe('a list of submissions that lags behind a cancel', () => {
  test('does not revive the publish', async () => {
    await using service = await startRemoteService({ switches: { listLag: 600 } })
    service.fake.account.add(notes)
    await service.discover()
    await service.publishRemote(id)
    await service.pass(20)
    await service.cancelRemote(id)
    for (let look = 0; look < 4; look++) {
      await service.pass(3)
      expect(await service.state(id)).toBe('canceled notStarted notStarted notStarted')
    }
    expect((await service.history(id)).filter((line) => line.startsWith('OfferPublishCanceled'))).toHaveLength(1)
    await service.publishRemote(id)
    await service.pass(20)
    expect(await service.state(id)).toBe('running inProgress notStarted notStarted')
  })

  test('does not revive one that was canceled before its row was listed', async () => {
    await using service = await startRemoteService({
      switches: { canceledRow: 'failed' },
      durations: { rowDelay: 900 },
    })
    service.fake.account.add(notes, 'live')
    await service.discover()
    await service.publishRemote(id)
    await service.pass(5)
    await service.cancelRemote(id)
    await service.pass(120)
    expect(await service.state(id)).toBe('canceled notStarted notStarted notStarted')
    expect(await service.mails(id)).toEqual(['canceled'])
  })

  test('is believed in the end: a publish that goes on after its cancel was confirmed is shown', async () => {
    await using service = await startRemoteService()
    const product = service.fake.account.add(notes)
    await service.discover()
    await service.publishRemote(id)
    await service.pass(10)
    service.fake.account.cancel = (job) => ({ ...job, status: 'completed', result: 'cancelled' })
    await service.cancelRemote(id)
    await service.pass(20)
    expect(await service.state(id)).toMatch(/^canceled/)
    await service.pass(60)
    expect(await service.state(id)).toMatch(/^running/)
    expect(service.fake.account.rows(product)).toHaveLength(1)
  })
})

describe('through the older API, a publish that was begun in the portal', () => {
  async function begunInThePortal(switches: Parameters<typeof startRemoteService>[0] = {}) {
    const service = await startRemoteService({ named: true, ...switches })
    const product = service.fake.account.add(notes, 'live')
    await service.discover()
    await service.pass(1)
    service.fake.account.publish(product)
    await service.pass(40)
    return { ...service, product }
  }
  const deletes = ({ fake }: Awaited<ReturnType<typeof startRemoteService>>) =>
    fake.calls.filter(({ method }) => method === 'DELETE').length

  test.each([{ canceledRow: 'vanishes' }, { canceledRow: 'failed' }, { listLag: 600 }] as const)(
    'is canceled, with the name of the person who asked for it: %j',
    async (switches) => {
      await using service = await begunInThePortal({ switches })
      expect((await service.status(id)).actions.cancel).toEqual({ allowed: true })
      await service.cancelRemote(id)
      expect(await service.state(id)).toMatch(/^canceled( notStarted)+$/)
      await service.pass(60)
      expect(await service.state(id)).toMatch(/^canceled( notStarted)+$/)
      expect((await service.status(id)).offer.liveVersion).toBe(1)
      expect((await service.history(id)).at(-1)).toBe('OfferPublishCanceled avery@contoso.com')
      expect(await service.mails(id)).toEqual(['canceled'])
      expect(deletes(service)).toBe(1)
    },
  )

  test('is not canceled once its preview is ready', async () => {
    await using service = await begunInThePortal()
    await service.pass(90)
    expect((await service.status(id)).actions.cancel).toMatchObject({ allowed: false, reason: 'previewReady' })
    await expect(service.cancelRemote(id)).rejects.toMatchObject({ code: 'ActionNotAllowed' })
    expect(deletes(service)).toBe(0)
  })

  test('that became a preview in the meantime stays, and nothing is sent', async () => {
    await using service = await begunInThePortal()
    service.clock.advance(120 * 60_000)
    await expect(service.cancelRemote(id)).rejects.toMatchObject({ code: 'ActionNotAllowed' })
    expect(deletes(service)).toBe(0)
  })

  test('stays where that API refuses, with its words', async () => {
    await using service = await begunInThePortal()
    service.fake.switches.olderApi = 'broken'
    await expect(service.cancelRemote(id)).rejects.toMatchObject({
      code: 'ValidationFailed',
      message: expect.stringContaining('ICH50400'),
    })
    await service.pass(2)
    expect(await service.state(id)).toMatch(/^running/)
  })

  test.each([{ status: 502, applied: true }, { applied: true }] as const)(
    'is known to be canceled only later when the answer is lost: %j',
    async (trouble) => {
      await using service = await begunInThePortal()
      service.fake.failNext(/^DELETE/, trouble)
      await expect(service.cancelRemote(id)).rejects.toMatchObject({
        code: 'Unavailable',
        message: expect.stringContaining('not known'),
      })
      await service.pass(15)
      expect(await service.state(id)).toMatch(/^canceled/)
      expect((await service.history(id)).at(-1)).toBe('OfferPublishCanceled avery@contoso.com')
      expect(deletes(service)).toBe(1)
    },
  )

  test('is canceled once, though it moved between the call and its record', async () => {
    await using service = await begunInThePortal()
    const facts = await factsOf(service.deps.db, publisherId, id, service.clock.now())
    const asked = { ...facts, latest: facts.latest! }
    const by = { actor: person('avery@contoso.com'), key: 'the-same-act' }
    const first = await service.deps.marketplace.withdraw(asked, by)
    const second = await service.deps.marketplace.withdraw(asked, by)
    expect([first.submission.state, second.submission.state]).toEqual(['canceled', 'canceled'])
    expect(deletes(service)).toBe(1)
  })
})

test('a publish that was begun in the portal is followed, canceled there, and reads canceled', async () => {
  await using service = await startRemoteService()
  const product = service.fake.account.add(notes)
  await service.discover()
  await service.pass(1)
  const job = service.fake.account.publish(product)
  await service.pass(40)
  expect(await service.state(id)).toBe('running inProgress notStarted notStarted')
  expect((await service.status(id)).actions.cancel).toMatchObject({ allowed: false, reason: 'elsewhere' })
  await expect(service.cancelRemote(id)).rejects.toMatchObject({ code: 'ActionNotAllowed' })
  service.fake.account.cancel(job)
  await service.pass(15)
  expect(await service.state(id)).toBe('canceled canceled notStarted notStarted')
})

test('Go Live is refused when another preview took the place of the one that was seen', async () => {
  await using service = await startRemoteService({ durations: { publish: 300 } })
  const product = service.fake.account.add(notes, 'previewReady')
  await service.discover()
  await service.pass(1)
  service.fake.account.publish(product)
  service.clock.advance(600_000)
  await expect(service.goLiveRemote(id)).rejects.toMatchObject({ code: 'PreconditionFailed' })
  expect(service.posts()).toBe(0)
  await service.pass(40)
  await service.goLiveRemote(id)
  expect(service.posts()).toBe(1)
})

describe('an offer whose publisher stops its distribution', () => {
  const codes = async (service: Awaited<ReturnType<typeof startRemoteService>>) => {
    const { messages } = await service.status(id)
    return messages.map(({ code }: { code: string }) => code).slice(1)
  }
  const askedToStop = async (options: Parameters<typeof startRemoteService>[0] = {}) => {
    const service = await startRemoteService(options)
    const product = service.fake.account.add(notes, 'live')
    await service.discover()
    await service.pass(1)
    const stop = (headers = {}) =>
      service.request(`/api/portal/publishers/${publisherId}/offers/${id}/delist`, { method: 'POST', headers })
    return { ...service, product, stop }
  }

  test('reads delisted once Partner Center says so, and comes back when it is published again', async () => {
    await using service = await askedToStop()
    expect((await service.status(id)).actions.delist).toEqual({ allowed: true })
    expect((await service.stop({ 'idempotency-key': 'once' })).status).toBe(202)
    expect((await service.stop({ 'idempotency-key': 'once' })).status).toBe(202)
    expect((await service.status(id)).actions.delist).toEqual({ allowed: false, reason: 'delisting' })
    expect((await service.stop()).status).toBe(409)
    await service.pass(10)
    expect([(await service.status(id)).offer.indicator, await codes(service)]).toEqual([
      'live',
      ['partnerCenterStopping'],
    ])
    await service.pass(90)
    expect([(await service.status(id)).offer.indicator, await codes(service)]).toEqual(['delisted', []])
    expect((await service.status(id)).actions.delist).toBeUndefined()
    expect((await service.history(id)).at(-1)).toBe('OfferDelisted avery@contoso.com')
    expect(service.posts()).toBe(1)
    await service.publishRemote(id)
    await service.pass(150)
    await service.goLiveRemote(id)
    await service.pass(200)
    expect((await service.status(id)).offer.indicator).toBe('live')
  })

  test('stays live where Partner Center fails to, and the page says so', async () => {
    await using service = await askedToStop()
    service.fake.account.script(service.product, { fails: [{ code: 'badRequest', message: 'Not now' }] })
    expect((await service.stop()).status).toBe(202)
    await service.pass(100)
    expect(await codes(service)).toContain('partnerCenterNotStopped')
    expect((await service.status(id)).actions.delist).toEqual({ allowed: true })
  })

  test('says that it is not known when the answer is lost, and asks once', async () => {
    await using service = await askedToStop()
    service.fake.failNext(/^POST .*configure$/, { status: 502, applied: true })
    expect((await service.stop()).status).toBe(202)
    expect(await codes(service)).toEqual(['partnerCenterUnclear'])
    await service.pass(120)
    expect((await service.status(id)).offer.indicator).toBe('delisted')
    expect(service.posts()).toBe(1)
  })

  test('is refused while a version is being published, for a draft, a reader and the simulated marketplace', async () => {
    await using service = await askedToStop()
    await service.publishRemote(id)
    expect((await service.status(id)).actions.delist).toEqual({ allowed: false, reason: 'running' })
    expect((await service.stop()).status).toBe(409)
    const { publisherId: contoso, offerId } = await service.anOffer()
    const path = `/api/portal/publishers/${contoso}/offers/${offerId}/delist`
    expect((await service.request(path, { method: 'POST' })).status).toBe(409)
    expect((await service.request(path, { method: 'POST', as: 'minjun' })).status).toBe(403)
    expect(service.posts()).toBe(1)
  })
})

describe('while Partner Center does not answer', () => {
  test('the last known state stays, and the page says since when', async () => {
    await using service = await startRemoteService()
    service.fake.account.add(notes, 'live')
    await service.discover()
    await service.pass(1)
    service.fake.setWeather(() => ({ status: 502 }))
    await service.pass(60)
    const { status, messages } = await service.status(id)
    expect(status).toBe('succeeded')
    expect(messages.map(({ code }: { code: string }) => code)).toEqual(['partnerCenterOffer', 'partnerCenterSilent'])
    const [first] = service.fake.calls.filter(({ status }) => status === 502)
    expect(messages[1].values.since).toBe(new Date(first!.time).toISOString())
    expect((await service.request('/readyz')).status).toBe(200)
    service.fake.setWeather(() => undefined)
    await service.pass(40)
    expect((await service.status(id)).messages).toHaveLength(1)
  })

  test('every offer says so after a few calls, though only some were asked for', async () => {
    await using service = await startRemoteService()
    for (const externalId of ['asked', 'resting']) service.fake.account.add({ ...notes, externalId }, 'live')
    await service.discover()
    await service.pass(1)
    service.fake.setWeather(() => ({ status: 503 }))
    await service.pass(50)
    for (const offerId of ['asked', 'resting'])
      expect((await service.status(offerId)).messages[1]).toMatchObject({ code: 'partnerCenterSilent' })
    const refused = service.fake.calls.filter(({ status }) => status === 503)
    expect(refused.length).toBeLessThan(8)
  })

  test('because the app lost its access, the page says so, and the account is called rarely', async () => {
    await using service = await startRemoteService()
    service.fake.account.add(notes, 'live')
    await service.discover()
    await service.pass(1)
    service.fake.switches.tokenLifetime = -1
    service.fake.forgetTokens()
    await service.pass(120)
    const { status, messages } = await service.status(id)
    expect([status, messages[1].code]).toEqual(['succeeded', 'partnerCenterNoAccess'])
    expect(service.logged.length).toBeLessThan(12)
    service.fake.switches.tokenLifetime = 3_599
    await service.pass(60)
    expect((await service.status(id)).messages).toHaveLength(1)
  })

  test.each([1, 3])('the calls of a whole account stay within its budget, with %i replicas', async (replicas) => {
    await using service = await startRemoteService({ switches: { callsPerMinute: 50 }, replicas })
    for (let count = 0; count < 60; count++)
      service.fake.account.add({ ...notes, externalId: `offer-${count}` }, 'live')
    await service.discover()
    await service.pass(40)
    const asked = service.fake.calls.filter(({ path }) => !path.endsWith('/token'))
    const minutes = Map.groupBy(asked, ({ time }) => Math.floor(time / 60_000))
    expect(Math.max(...[...minutes.values()].map((calls) => calls.length))).toBeLessThanOrEqual(50)
    expect(service.fake.calls.filter(({ status }) => status === 429)).toEqual([])
    expect(service.fake.busiest()).toBeLessThanOrEqual(2)
    expect(await service.state('offer-59')).toMatch(/^succeeded/)
  })
})

test('an offer of the simulated marketplace stands beside one of Partner Center', async () => {
  await using service = await startRemoteService()
  service.fake.account.add(notes, 'live')
  await service.discover()
  const offer = await service.anOffer({ name: 'Contoso Relay' })
  await service.publish(offer)
  await service.settle()
  await service.pass(1)
  expect(await service.state(offer.offerId, offer.publisherId)).toMatch(/^waitingForPublisherReview complete/)
  expect(await service.state(id)).toMatch(/^succeeded/)
  expect((await service.status(offer.offerId, offer.publisherId)).messages).toEqual([])
  const { items } = await (await service.request('/api/portal/offers')).json()
  const marked = items.map(({ offerId, marketplace }: Record<string, string>) => [offerId, marketplace])
  expect(new Map(marked)).toEqual(
    new Map([
      [offer.offerId, undefined],
      [id, 'partnerCenter'],
    ]),
  )
  expect(await (await service.request('/api/portal/session')).json()).toMatchObject({ simulated: false })
})

test('a publisher whose offers are in Partner Center gets no simulated ones, connected or not', async () => {
  await using service = await startRemoteService()
  service.fake.account.add(notes)
  await service.discover()
  const contoso = await service.anOffer()
  const offer = await (
    await service.request(`/api/publishers/${contoso.publisherId}/offers/${contoso.offerId}?api-version=2017-10-31`)
  ).json()
  const path = `/api/publishers/${publisherId}/offers/another?api-version=2017-10-31`
  const { publisherId: _, id: __, ...draft } = offer
  const put = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(draft) }
  const refused = await service.request(path, put)
  expect([refused.status, (await refused.json()).error]).toEqual([
    409,
    expect.objectContaining({
      code: 'ActionNotAllowed',
      message: expect.stringContaining('created in Partner Center'),
    }),
  ])
  const { db } = service.deps
  const alone = { ...service.deps, marketplace: eitherMarketplace(service.simulated, unconnectedPartnerCenter(db)) }
  const request = { publisherId, offerId: 'another', actor: person('avery@contoso.com'), draft }
  await expect(saveDraft(alone, request)).rejects.toMatchObject({ code: 'ActionNotAllowed' })
})

test('offers of Partner Center rest, and are not simulated, when the service starts without its account', async () => {
  await using service = await startRemoteService()
  service.fake.account.add(notes, 'live')
  await service.discover()
  await service.pass(1)
  const { db } = service.deps
  const marketplace = eitherMarketplace(service.simulated, unconnectedPartnerCenter(db))
  const alone = { ...service.deps, marketplace, simulated: true }
  const address = { publisherId, offerId: id }
  const request = { ...address, actor: person('avery@contoso.com'), notificationEmails: '', language: 'en-US' as const }
  await expect(publish(alone, request)).rejects.toMatchObject({ code: 'ActionNotAllowed' })
  const answer = await statusAnswer(alone, address, 'owner')
  expect(answer.offer).toMatchObject({ indicator: 'live', marketplace: 'partnerCenter' })
  expect(answer.messages).toMatchObject([{ code: 'partnerCenterUnconnected' }])
  expect(answer.actions?.publish).toMatchObject({ allowed: false, reason: 'elsewhere' })
  expect(service.posts()).toBe(0)
})
