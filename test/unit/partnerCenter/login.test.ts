// @vitest-environment node
import { expect, test } from 'vitest'
import { sampleCredentials } from '../../support/partnerCenter/fake.ts'
import { TokenError, TokenOfOlderLogin } from '../../support/partnerCenter/schemas.ts'
import { startFake } from '../../support/partnerCenter/tester.ts'

type Fake = Awaited<ReturnType<typeof startFake>>
const { tenantId, clientId, clientSecret } = sampleCredentials
const credentials = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }

const signIn = (fake: Fake, path: string, form: Record<string, string>) =>
  fetch(`${fake.origin}/${tenantId}${path}`, {
    method: 'POST',
    body: new URLSearchParams({ ...credentials, ...form }),
  })

test('the former sign-in names a resource and answers numbers as texts', async () => {
  await using fake = await startFake()
  const answer = await signIn(fake, '/oauth2/token', { resource: 'https://graph.microsoft.com' })
  const { access_token, expires_on } = TokenOfOlderLogin.parse(await answer.json())
  expect(Number(expires_on)).toBe(Date.parse('2026-05-11T13:59:59Z') / 1_000)
  expect((await fake.ask('GET', '/product', undefined, access_token)).status).toBe(200)
})

test('clients find the address of the sign-in', async () => {
  await using fake = await startFake()
  const answer = await fetch(`${fake.origin}/${tenantId}/v2.0/.well-known/openid-configuration`)
  const { token_endpoint } = await answer.json()
  expect(token_endpoint).toBe(`${fake.origin}/${tenantId}/oauth2/v2.0/token`)
})

test('a wrong secret, app, grant or resource gets no token', async () => {
  await using fake = await startFake()
  const scope = 'https://graph.microsoft.com/.default'
  const wrong: Record<string, string>[] = [
    { scope, client_secret: 'expired' },
    { scope, client_id: 'another' },
    { scope, grant_type: 'password' },
    { scope: 'https://example.com/.default' },
  ]
  const failures = wrong.map(async (form) => {
    const answer = await signIn(fake, '/oauth2/v2.0/token', form)
    return [answer.status, TokenError.parse(await answer.json()).error]
  })
  expect(await Promise.all(failures)).toEqual([
    [401, 'invalid_client'],
    [400, 'unauthorized_client'],
    [400, 'unsupported_grant_type'],
    [400, 'invalid_resource'],
  ])
})

test('a token is refused when it expired, was made for the other API, or is unknown', async () => {
  await using fake = await startFake()
  const graph = await fake.token()
  const older = await fake.token('https://api.partner.microsoft.com')
  expect((await fake.ask('GET', '/product', undefined, older)).json.error.message).toContain('Invalid audience')
  expect((await fake.ask('GET', '/v1.0/ingestion/products', undefined, graph)).status).toBe(401)
  expect((await fake.ask('GET', '/product', undefined, 'unknown')).status).toBe(401)
  expect((await fake.ask('GET', '/product', undefined, graph)).status).toBe(200)
  fake.pass(3_600)
  expect((await fake.ask('GET', '/product', undefined, graph)).json.error.message).toContain('expired')
})
