// @vitest-environment node
import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen } from '../../src/service/http/listen.ts'
import { type Service, startService } from '../support/service.ts'

let service: Service
let server: Awaited<ReturnType<typeof listen>>
const log: string[] = []
beforeAll(async () => {
  service = await startService({ deps: () => ({ log: ({ message }) => void log.push(message) }) })
  server = await listen(service.fetch, { HOST: '127.0.0.1', PORT: 0 })
})
afterAll(async () => {
  await server.close()
  await service.close()
})

const path = '/api/publishers/contoso/offers/server?api-version=2017-10-31'
const opened = async (...headers: string[]) => {
  const socket = connect(Number(new URL(server.address).port), '127.0.0.1')
  await once(socket, 'connect')
  const head = [`PUT ${path} HTTP/1.1`, 'Host: localhost', 'Authorization: Bearer token-of-avery', ...headers]
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  return socket
}

test.each([
  ['says its length', (length: number) => [`Content-Length: ${length}`], (bytes: string) => bytes],
  [
    'does not say its length',
    () => ['Transfer-Encoding: chunked'],
    (bytes: string) => `${bytes.length.toString(16)}\r\n${bytes}\r\n`,
  ],
])('a slow upload of too large a body that %s gets the reason of the refusal', async (_, headers, framed) => {
  const [parts, part] = [8, 'x'.repeat(512 * 1024)]
  const socket = await opened(...headers(parts * part.length), 'Connection: close')
  for (let sent = 0; sent < parts; sent++) {
    socket.write(framed(part))
    await setTimeout(150)
  }
  if (headers(0)[0]!.startsWith('Transfer')) socket.write('0\r\n\r\n')
  // Like most clients, it reads the answer after sending everything.
  expect(await text(socket)).toMatch(/^HTTP\/1.1 413 [\s\S]*ContentTooLarge/)
})

test('a client that disconnects while sending is not logged as a fault', async () => {
  for (const size of [100, 2_000_000]) {
    const socket = await opened(`Content-Length: ${size}`)
    socket.write('{"definition')
    await setTimeout(50)
    socket.destroy()
    await setTimeout(50)
  }
  expect(log).toEqual([])
  expect((await service.request('/api/portal/session')).status).toBe(200)
})
