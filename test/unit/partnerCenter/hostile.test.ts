// @vitest-environment node
import { expect, test } from 'vitest'
import { partnerCenterClient } from '../../../src/service/marketplace/partnerCenter/client.ts'
import { UnavailableError } from '../../../src/service/marketplace/partnerCenter/faults.ts'
import { startFake } from '../../support/partnerCenter/tester.ts'

type Fake = Awaited<ReturnType<typeof startFake>>

/** A client of what the test makes the addresses below `/hostile` answer. */
const clientOf = (fake: Fake, { login = '' } = {}) =>
  partnerCenterClient({
    baseUrl: `${fake.origin}/hostile`,
    loginUrl: `${fake.origin}${login}`,
    credentials: fake.credentials,
    now: fake.now,
  })

test.each([
  ['an HTML page', '<html><body>Sign in to the network</body></html>'],
  ['nothing', ''],
  ['a text', '"moved"'],
  ['an object that is no list', '{"message":"ok"}'],
  ['a list of another form', '{"value":{"0":{}}}'],
])('a successful answer that is %s counts as none, not as an empty list', async (_, text) => {
  await using fake = await startFake()
  fake.app.get('/hostile/*', (c) => c.body(text, 200, { 'content-type': 'application/json' }))
  const client = clientOf(fake)
  await expect(client.products()).rejects.toBeInstanceOf(UnavailableError)
  await expect(client.rows('7c0e')).rejects.toBeInstanceOf(UnavailableError)
})

test('an answer without end is given up', async () => {
  await using fake = await startFake()
  const chunk = new Uint8Array(1_000_000).fill(32)
  let sent = 0
  fake.app.get('/hostile/*', (c) => {
    const endless = new ReadableStream({
      pull(stream) {
        sent++
        stream.enqueue(chunk)
      },
    })
    return c.body(endless)
  })
  await expect(clientOf(fake).products()).rejects.toBeInstanceOf(UnavailableError)
  expect(sent).toBeLessThan(40)
})

test('a list without end stops with the budget', async () => {
  await using fake = await startFake()
  let page = 0
  fake.app.get('/hostile/product', (c) =>
    c.json({ value: [], '@nextLink': `${fake.origin}/hostile/product?page=${page++}` }),
  )
  await expect(clientOf(fake).products()).rejects.toBeInstanceOf(UnavailableError)
  expect(page).toBeLessThanOrEqual(60)
})

test('a redirect is not followed, so the token stays with Partner Center', async () => {
  await using fake = await startFake()
  await using other = await startFake()
  fake.app.get('/hostile/*', (c) => c.redirect(`${other.origin}/rp/product-ingestion/product`))
  await expect(clientOf(fake).products()).rejects.toThrow('302')
  expect(other.calls).toEqual([])
})

test.each(['//evil.example/product', '@evil.example/product', 'https://evil.example/product', 'file:///etc/passwd'])(
  'a list that continues at %s is not read on',
  async (next) => {
    await using fake = await startFake()
    fake.app.get('/hostile/product', (c) => c.json({ value: [], '@nextLink': next }))
    await expect(clientOf(fake).products()).rejects.toThrow(/continues at another service|answered 404/)
  },
)

test.each([
  ['no token', {}],
  ['a list', []],
  ['a token that would add a header', { access_token: 'c2VjcmV0\r\nx-other: 1', expires_in: 3_600 }],
])('a sign-in that answers %s fails without saying more', async (_, answer) => {
  await using fake = await startFake()
  fake.app.post('/login/*', (c) => c.json(answer))
  const failure = await clientOf(fake, { login: '/login' })
    .products()
    .catch((error) => error)
  expect(failure).toBeInstanceOf(UnavailableError)
  expect(String(failure.stack)).not.toContain('c2VjcmV0')
})

test.each([
  ['1e308', 60],
  ['99999999999', 3_600],
  ['-5', 60],
  ['Mon, 11 May 2026 13:02:00 GMT', 120],
  ['soon', 60],
])('with Retry-After %s the account waits %i seconds', async (retryAfter, seconds) => {
  await using fake = await startFake()
  fake.app.get('/hostile/*', (c) =>
    c.text('', 429, { 'retry-after': retryAfter, date: 'Mon, 11 May 2026 13:00:00 GMT' }),
  )
  const client = clientOf(fake)
  await expect(client.products()).rejects.toBeInstanceOf(UnavailableError)
  expect(((await client.freeAt()).getTime() - fake.now().getTime()) / 1_000).toBe(seconds)
})
