// @vitest-environment node
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { type ClientRequest, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { beforeAll, expect, test } from 'vitest'
import { databaseAt, giveBack } from '../support/database.ts'
import { startProgram } from '../support/program.ts'

/** The service does not start without its page. */
beforeAll(async () => {
  expect(await startProgram('.ci/buildPage.ts', {}).ended()).toMatchObject({ code: 0 })
}, 120_000)

/** A request that has reached the service and whose body ends later. */
async function begun(address: string, headers: Record<string, string>) {
  const sending = request(address, { method: 'POST', headers: { expect: '100-continue', ...headers } })
  await new Promise((resolve) => sending.once('continue', resolve).flushHeaders())
  sending.write('{')
  return sending
}
const answerTo = async (sending: ClientRequest) => {
  const answer = await new Promise<import('node:http').IncomingMessage>((resolve, reject) =>
    sending.once('response', resolve).once('error', reject),
  )
  return { status: answer.statusCode, connection: answer.headers.connection, body: await text(answer) }
}

test('a service that is asked to stop says so first, still answers, and finishes what has begun', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'stop-'))
  const DATABASE_URL = process.env.TEST_DATABASE_URL && (await databaseAt(join(directory, 'dashboard.db')))
  const service = startProgram('src/service/main.ts', {
    PORT: '0',
    METRICS_PORT: '0',
    DATA_DIR: directory,
    DRAIN_SECONDS: '3',
    LOG_FORMAT: 'json',
    ...(DATABASE_URL && { DATABASE_URL }),
  })
  const home = await service.writes(/dashboard is at (http:[^"]+)/)
  const metrics = await service.writes(/metrics are at (http:[^"]+)/)
  const authorization = `Bearer ${readFileSync(join(directory, 'api-token'), 'utf8').trim()}`
  expect((await fetch(`${home}/readyz`)).status).toBe(200)
  // Whoever reads its log may end before it.
  service.stopReading()
  const publish = `${home}/api/publishers/contoso/offers/contoso-time-server/publish?api-version=2017-10-31`
  const slow = await begun(publish, { authorization, 'content-type': 'application/json' })

  service.signal('SIGTERM')
  await expect.poll(async () => (await fetch(`${home}/readyz`)).status).toBe(503)
  const late = await fetch(`${home}/healthz`)
  expect([late.status, late.headers.get('connection')]).toEqual([200, 'close'])
  expect(await (await fetch(metrics)).text()).toContain('dashboard_database_up 1')
  expect((await fetch(`${home}/metrics`, { headers: { accept: '*/*' } })).headers.get('content-type')).not.toContain(
    'version=0.0.4',
  )
  slow.end('"metadata":{"notification-emails":"jdoe@contoso.com"}}')
  const { status, connection } = await answerTo(slow)
  expect([status, connection]).toEqual([202, 'close'])
  const { code, complaints } = await service.ended()
  expect([code, complaints]).toEqual([0, ''])
  await giveBack(directory)
  rmSync(directory, { recursive: true })
})
