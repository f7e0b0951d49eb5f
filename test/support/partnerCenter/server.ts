import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import { microsoftHosts, throwAwayCertificates } from './certificates.ts'
import type { PartnerCenter } from './fake.ts'
import { ingestionPath } from './ingestion.ts'
import { olderPath } from './olderApi.ts'

type Listens = Pick<Server, 'listen' | 'address' | 'close' | 'closeAllConnections'>

async function listen(server: Listens, port: number) {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' && address ? address.port : port
}

const closing = (server: Listens) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

/** Serves the fake over HTTP on loopback; returns all settings that the dashboard needs to use it. */
export async function serve({ app, credentials }: PartnerCenter, port = 0) {
  const server = createServer(getRequestListener(app.fetch))
  const origin = `http://127.0.0.1:${await listen(server, port)}`
  return {
    origin,
    settings: {
      PARTNER_CENTER_TENANT_ID: credentials.tenantId,
      PARTNER_CENTER_CLIENT_ID: credentials.clientId,
      PARTNER_CENTER_CLIENT_SECRET: credentials.clientSecret,
      PARTNER_CENTER_URL: `${origin}${ingestionPath}`,
      PARTNER_CENTER_LOGIN_URL: origin,
      PARTNER_CENTER_V1: '1',
      PARTNER_CENTER_V1_URL: `${origin}${olderPath}`,
    },
    close: () => closing(server),
  }
}

/**
 * Serves the fake under Microsoft's own names to clients that use it as their HTTPS proxy and trust `authority`: every
 * tunnel ends here, whichever host the client asks for.
 */
export async function serveAsProxy({ app }: PartnerCenter, now: Date, port = 0) {
  const { authority, certificate, key } = throwAwayCertificates(now)
  const secure = createTlsServer({ cert: certificate, key }, getRequestListener(app.fetch))
  const securePort = await listen(secure, 0)
  const proxy = createServer((_, answer) => answer.writeHead(405).end())
  const tunnels = new Set<Duplex>()
  proxy.on('connect', ({ url = '' }, client) => {
    if (!microsoftHosts.includes(url.split(':')[0]!)) return client.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    const tunnel = connect(securePort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      tunnel.pipe(client).pipe(tunnel)
    })
    tunnels.add(client)
    tunnel.on('close', () => client.destroy()).on('error', () => client.destroy())
    client.on('close', () => tunnels.delete(client) && tunnel.destroy()).on('error', () => tunnel.destroy())
  })
  return {
    url: `http://127.0.0.1:${await listen(proxy, port)}`,
    authority,
    close: async () => {
      for (const tunnel of tunnels) tunnel.destroy()
      await Promise.all([closing(proxy), closing(secure)])
    },
  }
}
