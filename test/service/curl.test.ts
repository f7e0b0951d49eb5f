// @vitest-environment node
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleDefinition, withoutLeadDestination } from '../../src/service/demo/content.ts'
import { offerTypes } from '../../src/service/offerTypes/catalogue.ts'
import { startWorker } from '../../src/service/worker.ts'
import { type Service, startService } from '../support/service.ts'

const run = promisify(execFile)
const script = join(import.meta.dirname, 'publish.sh')
const folder = mkdtempSync(join(tmpdir(), 'curl-'))
let service: Service
let address: string
let stop: () => Promise<void>

beforeAll(async () => {
  await run('curl', ['--version']).catch(() => {
    throw new Error('This machine has no curl, so publishing with curl alone is NOT tested. Install curl.')
  })
  // Steps take some milliseconds of real time, and the real worker moves them.
  service = await startService({ pace: 0.02 })
  const stopWorker = startWorker(service.follow, 5, service.deps.log)
  const server = serve({ fetch: service.fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  const bound = server.address()
  if (!bound || typeof bound === 'string') throw new Error('The service listens on no port.')
  address = `http://127.0.0.1:${bound.port}`
  stop = async () => {
    server.close()
    await stopWorker()
    await service.close()
  }
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await stop?.()
})

/** The script's output, with the same text for every operation id. */
const transcript = async (offerId: string, content: unknown) => {
  const file = join(folder, `${offerId}.json`)
  writeFileSync(file, JSON.stringify(content))
  const { stdout } = await run('sh', [script, address, 'token-of-avery', 'contoso', offerId, file], { timeout: 60_000 })
  return stdout
    .replaceAll(/operations\/[0-9a-f-]{36}/g, 'operations/{id}')
    .trim()
    .split('\n')
}

test.each(offerTypes)('a new $displayText gets from nothing to Live with curl alone', async ({ id }) => {
  const offerId = `new-${id.replace(/^microsoft-/, '')}`.slice(0, 40)
  const offer = `/api/publishers/contoso/offers/${offerId}`
  const version = '?api-version=2017-10-31'
  const said = await transcript(offerId, {
    offerTypeId: id,
    definition: sampleDefinition(id, `New ${id}`.slice(0, 50)),
  })
  expect(said).toEqual([
    `PUT ${offer}${version}: 201`,
    expect.stringMatching(/^ETag: W\/"draft-\d+\.\d+"$/),
    `POST ${offer}/publish${version}: 202`,
    `GET ${offer}/operations/{id}${version}: says "status":"waitingForPublisherReview"`,
    `POST ${offer}/golive${version}: 202`,
    `GET ${offer}/operations/{id}${version}: says ^{"status":"complete"`,
    `GET ${offer}/slot/Production${version}: 200`,
  ])
})

test('the script does not report a failed offer as live', async () => {
  const type = 'microsoft-consulting-services'
  const definition = withoutLeadDestination(sampleDefinition(type, 'Without leads'))
  const failure: { stdout: string } = await transcript('without-leads', { offerTypeId: type, definition }).then(
    () => expect.unreachable(),
    (error) => error,
  )
  expect(failure.stdout).toContain('which is not "status":"waitingForPublisherReview"')
  expect(failure.stdout).toContain('leadConfigMissing')
})

test('an attacker’s host name that resolves to this machine is refused', async () => {
  const { stdout } = await run('curl', ['-sS', '-H', 'Host: dashboard.example', `${address}/api/openapi.json`])
  expect(JSON.parse(stdout)).toEqual({
    error: { code: 'Forbidden', message: expect.any(String), requestId: expect.any(String) },
  })
})

test('a body larger than 1 MB is refused, with and without Content-Length', async () => {
  const file = join(folder, 'large.json')
  writeFileSync(file, `{"offerTypeId":"${'x'.repeat(1024 * 1024)}"}`)
  const offer = `${address}/api/publishers/contoso/offers/large?api-version=2017-10-31`
  for (const how of [[], ['-H', 'Transfer-Encoding: chunked']]) {
    const sent = ['-X', 'PUT', '-H', 'Authorization: Bearer token-of-avery', '--data-binary', `@${file}`, ...how]
    const { stdout } = await run('curl', ['-sS', '-w', '\n%{http_code}', ...sent, offer])
    expect(stdout.split('\n').at(-1)).toBe('413')
    expect(stdout).toContain('ContentTooLarge')
  }
  expect((await service.request('/api/publishers/contoso/offers/large?api-version=2017-10-31')).status).toBe(404)
})
