import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { type Settings, SettingsError } from '../settings.ts'

/** Milliseconds that running requests have to finish when the service stops. */
const grace = 1_000

/** Bytes of the first line and all headers of a request; more is answered 431. */
const largestHeaders = 16_384

/** Opens the port. `close` finishes earlier requests, and does not wait for idle connections. */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  { HOST, PORT }: Pick<Settings, 'HOST' | 'PORT'>,
) {
  const server = createServer({ maxHeaderSize: largestHeaders }, getRequestListener(fetch, { hostname: HOST }))
  server.listen(PORT, HOST)
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new SettingsError(`PORT=${PORT} is taken. Choose another one.`)
    if (error.code === 'EACCES') throw new SettingsError(`PORT=${PORT} is not open to this user. Choose another one.`)
    throw new SettingsError(`HOST=${HOST} cannot be used: ${error.message}.`)
  })
  const { port } = server.address() as AddressInfo
  return {
    address: `http://${HOST === '127.0.0.1' ? 'localhost' : HOST.replace('::1', '[::1]')}:${port}`,
    async close() {
      const closed = once(server, 'close')
      server.close()
      const cut = setTimeout(() => server.closeAllConnections(), grace)
      await closed
      clearTimeout(cut)
    },
  }
}
