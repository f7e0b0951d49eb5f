import { once } from 'node:events'
import { request as askHttp, type IncomingMessage } from 'node:http'
import { request as askHttps, createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

type Certificates = { authority: string; certificate: string; key: string }

/** As .deploy/Caddyfile: ends TLS, and sends each request to the next of the upstreams that says that it is ready. */
export async function startTlsProxy({ certificate, key }: Certificates) {
  let upstreams: string[] = []
  let turn = 0
  /** The first that is ready, from the next in turn on. */
  async function nextReady(): Promise<string | undefined> {
    for (const _ of upstreams) {
      const upstream = upstreams[turn++ % upstreams.length]!
      const ready = await fetch(`${upstream}/readyz`).catch(() => undefined)
      // What has no such address is no replica of ours.
      if (ready && ready.status !== 503) return upstream
    }
    return undefined
  }
  const server = createServer({ cert: certificate, key }, async (incoming, answer) => {
    const upstream = await nextReady()
    if (!upstream) return void answer.writeHead(502).end()
    const forwarded = {
      'x-forwarded-for': incoming.socket.remoteAddress,
      'x-forwarded-proto': 'https',
      'x-forwarded-host': incoming.headers.host,
    }
    const { method, url = '/', headers } = incoming
    const onward = askHttp(new URL(url, upstream), { method, headers: { ...headers, ...forwarded } }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers)
      answered.pipe(answer)
    })
    onward.on('error', () => answer.writeHead(502).end())
    incoming.pipe(onward)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `https://localhost:${(server.address() as AddressInfo).port}`,
    sendTo(...addresses: string[]) {
      upstreams = addresses
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** `fetch` that trusts one more authority. */
export const fetchTrusting = (ca: string) => async (request: Request) => {
  const body = Buffer.from(await request.arrayBuffer())
  const headers = { ...Object.fromEntries(request.headers), 'content-length': String(body.length) }
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    askHttps(request.url, { method: request.method, headers, ca }, resolve).on('error', reject).end(body),
  )
  const got = new Headers()
  for (const [name, values = []] of Object.entries(answer.headersDistinct))
    for (const value of values) got.append(name, value)
  const status = answer.statusCode ?? 0
  const bytes = await buffer(answer)
  return new Response([204, 304].includes(status) ? null : new Uint8Array(bytes), { status, headers: got })
}
