import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { type Settings, SettingsError } from '../settings.ts'

/** Milliseconds that running requests have to finish when the service stops. */
const grace = 10_000

/** Bytes of the first line and all headers of a request; more is answered 431. */
const largestHeaders = 16_384

/** Opens the port. `close` finishes earlier requests, and does not wait for idle connections. */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  { HOST, PORT }: Pick<Settings, 'HOST' | 'PORT'>,
  setting: 'PORT' | 'METRICS_PORT' = 'PORT',
) {
  const server = createServer({ maxHeaderSize: largestHeaders }, getRequestListener(fetch, { hostname: HOST }))
  server.listen(PORT, HOST)
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new SettingsError(`${setting}=${PORT} is taken. Choose another one.`)
    if (error.code === 'EACCES')
      throw new SettingsError(`${setting}=${PORT} is not open to this user. Choose another one.`)
    throw new SettingsError(`${setting.replace('PORT', 'HOST')}=${HOST} cannot be used: ${error.message}.`)
  })
  const { port } = server.address() as AddressInfo
  return {
    address: `http://${HOST === '127.0.0.1' ? 'localhost' : HOST.replace('::1', '[::1]')}:${port}`,
    async close(patience = grace) {
      const closed = once(server, 'close')
      server.close()
      const cut = setTimeout(() => server.closeAllConnections(), patience)
      await closed
      clearTimeout(cut)
    },
  }
}
