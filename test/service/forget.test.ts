// @vitest-environment node
import { expect, test } from 'vitest'
import { forgetOld } from '../../src/service/store/forget.ts'
import { startService } from '../support/service.ts'

const session = 'http://localhost/api/portal/session'
const ours = { headers: { 'sec-fetch-site': 'same-origin' } }
const cookieOf = (answer: Response) => answer.headers.get('set-cookie')!.split(';')[0]!

test('switching the account ends the previous session', async () => {
  const { fetch } = await startService()
  const first = cookieOf(await fetch(new Request(session, ours)))
  const switched = await fetch(
    new Request(session, {
      method: 'POST',
      headers: { cookie: first, 'content-type': 'application/json', ...ours.headers },
      body: JSON.stringify({ accountId: 'minjun' }),
    }),
  )
  const offers = (cookie: string) => fetch(new Request('http://localhost/api/portal/offers', { headers: { cookie } }))
  expect((await offers(cookieOf(switched))).status).toBe(200)
  expect((await offers(first)).status).toBe(401)
})

test('old sessions and the answers kept for repeated requests are deleted', async () => {
  const { fetch, deps, request, anOffer, clock } = await startService()
  const cookie = cookieOf(await fetch(new Request(session, ours)))
  await anOffer({ name: 'Server' })
  const publish = () =>
    request('/api/publishers/contoso/offers/server/publish?api-version=2017-10-31', {
      method: 'POST',
      headers: { 'idempotency-key': 'once' },
      body: JSON.stringify({ metadata: { 'notification-emails': 'avery@contoso.com' } }),
    })
  await publish()
  const kept = async () =>
    Promise.all(
      (['session', 'idempotency'] as const).map(
        async (table) => (await deps.db.selectFrom(table).selectAll().execute()).length,
      ),
    )
  await forgetOld(deps.db, clock.now(), deps.sessionLife)
  expect(await kept()).toEqual([1, 1])
  clock.advance(91 * 86_400_000)
  await forgetOld(deps.db, clock.now(), deps.sessionLife)
  expect(await kept()).toEqual([0, 0])
  expect((await fetch(new Request('http://localhost/api/portal/offers', { headers: { cookie } }))).status).toBe(401)
})
