// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { partnerCenterClient } from '../../../src/service/marketplace/partnerCenter/client.ts'
import {
  AccessError,
  RefusedError,
  UnavailableError,
  UnclearError,
} from '../../../src/service/marketplace/partnerCenter/faults.ts'
import type { Switches } from '../../support/partnerCenter/switches.ts'
import { startFake } from '../../support/partnerCenter/tester.ts'

const app = { externalId: 'fabrikam-notes', type: 'softwareAsAService', alias: 'Fabrikam Notes' }

async function start(switches: Partial<Switches> = {}, more: { callsPerMinute?: number } = {}) {
  const fake = await startFake({ switches: { versionRequired: true, ...switches } })
  const client = partnerCenterClient({
    baseUrl: `${fake.origin}/rp/product-ingestion`,
    loginUrl: fake.origin,
    credentials: fake.credentials,
    now: fake.now,
    callsPerMinute: 1_000,
    ...more,
  })
  const logins = () => fake.calls.filter(({ path }) => path.endsWith('/token')).length
  return { ...fake, client, logins }
}

test('lists are read page by page, whatever the spelling and the size of a page', async () => {
  await using fake = await start({ pageSize: 1, spelling: 'ID' })
  for (const externalId of ['fabrikam-1', 'fabrikam-2', 'fabrikam-3']) fake.account.add({ ...app, externalId }, 'live')
  const products = await fake.client.products()
  expect(products.map(({ externalId }) => externalId)).toEqual(['fabrikam-1', 'fabrikam-2', 'fabrikam-3'])
  const rows = await fake.client.rows(products[0]!.guid)
  expect(rows).toEqual([expect.objectContaining({ target: 'live', status: 'completed', result: 'succeeded' })])
  expect(BigInt(rows[0]!.n)).toBeGreaterThan(2n ** 53n)
})

test('one token serves for fifty minutes', async () => {
  await using fake = await start()
  await fake.client.products()
  fake.pass(49 * 60)
  await fake.client.products()
  expect(fake.logins()).toBe(1)
  fake.pass(2 * 60)
  await fake.client.products()
  expect(fake.logins()).toBe(2)
})

test('a token that is refused is renewed once; when the new one is refused too, a person has to act', async () => {
  await using fake = await start()
  await fake.client.products()
  fake.forgetTokens()
  expect(await fake.client.products()).toEqual([])
  expect(fake.logins()).toBe(2)
  fake.switches.tokenLifetime = -1
  fake.forgetTokens()
  await expect(fake.client.products()).rejects.toBeInstanceOf(AccessError)
  expect(fake.logins()).toBe(3)
})

test('a wrong secret and an app without a role give Microsoft’s reason', async () => {
  await using fake = await start()
  const wrong = partnerCenterClient({
    baseUrl: `${fake.origin}/rp/product-ingestion`,
    loginUrl: fake.origin,
    credentials: { ...fake.credentials, clientSecret: 'expired' },
    now: fake.now,
  })
  await expect(wrong.products()).rejects.toThrow(/AADSTS7000215/)
  fake.switches.role = 'notAdded'
  await expect(fake.client.products()).rejects.toBeInstanceOf(AccessError)
})

test('a publish answers with its job, and 400 with what is wrong', async () => {
  await using fake = await start({ configureStatus: 200, spelling: 'ID' })
  const { guid } = fake.account.add(app)
  const job = await fake.client.publish({ guid })
  expect(job).toMatchObject({ status: 'notStarted', result: 'pending' })
  const refused = await fake.client.pushLive({ guid, n: '0' }).catch((error) => error)
  expect(refused).toBeInstanceOf(RefusedError)
  expect([refused.status, refused.message]).toEqual([
    400,
    "Expected a submission id that isn't null or 0 since target type is Live",
  ])
  fake.pass(300)
  expect(await fake.client.job(job.id)).toMatchObject({ status: 'running' })
  expect(await fake.client.cancel(job.id)).toMatchObject({ status: 'completed', result: 'cancelled' })
})

describe('a publish whose outcome is not clear is never sent again', () => {
  test.each([
    ['502 after it was applied', { status: 502, applied: true }, 1],
    ['503 before it was applied', { status: 503 }, 0],
    ['a cut connection', { applied: true }, 1],
  ] as const)('%s', async (_, trouble, applied) => {
    await using fake = await start()
    const { guid } = fake.account.add(app)
    await fake.client.products()
    fake.failNext(/^POST .*configure$/, trouble)
    await expect(fake.client.publish({ guid })).rejects.toBeInstanceOf(UnclearError)
    expect(fake.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('configure'))).toHaveLength(1)
    fake.pass(300)
    expect(await fake.client.rows(guid).catch(() => fake.account.rows(fake.account.products[0]!))).toHaveLength(applied)
  })

  test('but a publish that was refused before it was sent is clear', async () => {
    await using fake = await start()
    const { guid } = fake.account.add(app)
    await fake.client.products()
    fake.failNext(/^POST .*configure$/, { status: 429, retryAfter: 20 })
    await expect(fake.client.publish({ guid })).rejects.toBeInstanceOf(UnavailableError)
    await expect(fake.client.publish({ guid })).rejects.toBeInstanceOf(UnavailableError)
    expect(fake.calls.filter(({ path }) => path.endsWith('configure'))).toHaveLength(1)
  })
})

describe('the whole account waits', () => {
  test('as long as Partner Center says', async () => {
    await using fake = await start()
    fake.failNext(/^GET .*product$/, { status: 429, retryAfter: 40 })
    await expect(fake.client.products()).rejects.toBeInstanceOf(UnavailableError)
    expect(await fake.client.freeAt()).toEqual(new Date('2026-05-11T13:00:40Z'))
    const calls = fake.calls.length
    await expect(fake.client.rows('any')).rejects.toBeInstanceOf(UnavailableError)
    expect(fake.calls).toHaveLength(calls)
    fake.pass(41)
    expect(await fake.client.products()).toEqual([])
  })

  test('a minute, then two, four and so on where it gives no time', async () => {
    await using fake = await start()
    const waits = []
    for (let time = 0; time < 6; time++) {
      fake.failNext(/^GET .*product$/, { status: 503 })
      await expect(fake.client.products()).rejects.toBeInstanceOf(UnavailableError)
      const seconds = ((await fake.client.freeAt()).getTime() - fake.now().getTime()) / 1_000
      waits.push(seconds / 60)
      fake.pass(seconds + 1)
    }
    expect(waits).toEqual([1, 2, 4, 8, 15, 15])
  })

  test('when its calls of this minute are spent, and keeps some for what people ask', async () => {
    await using fake = await start({}, { callsPerMinute: 12 })
    const { guid } = fake.account.add(app)
    await fake.client.products()
    await fake.client.products()
    await expect(fake.client.products()).rejects.toBeInstanceOf(UnavailableError)
    await fake.client.publish({ guid })
    fake.pass(61)
    await fake.client.products()
  })
})

test('the next page of a list is never read from another service', async () => {
  await using fake = await start({ pageSize: 1 })
  await using other = await startFake()
  fake.app.get('/elsewhere/product', (c) =>
    c.json({ value: [], '@nextLink': `${other.origin}/rp/product-ingestion/product` }),
  )
  const client = partnerCenterClient({
    baseUrl: `${fake.origin}/elsewhere`,
    loginUrl: fake.origin,
    credentials: fake.credentials,
    now: fake.now,
  })
  await expect(client.products()).rejects.toBeInstanceOf(UnavailableError)
  expect(other.calls).toEqual([])
})
