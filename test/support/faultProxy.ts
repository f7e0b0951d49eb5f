import { once } from 'node:events'
import { request as ask, createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer | string }

/** One request that a browser sends to the service. */
export type Exchange = {
  method: string
  path: string
  /** Passes the request to the service and returns what it answers, uncompressed. */
  forward: () => Promise<Answer>
  send: (answer: Answer) => void
  /** Closes the connection with a TCP reset. */
  reset: () => void
}

/** What the proxy does with a request. Whoever does nothing leaves the browser waiting. */
export type Behaviour = (exchange: Exchange) => void | Promise<void>

export const pass: Behaviour = async ({ forward, send }) => send(await forward())

/** A proxy between browser and service whose behaviour a test chooses, request by request. */
export async function startFaultProxy(origin: string) {
  const asked: string[] = []
  const left = new Set<ServerResponse>()
  let behaviour = pass
  let change = Promise.withResolvers<void>()
  const server = createServer((request, response) => {
    const exchange = exchangeOf(origin, request, response)
    asked.push(`${exchange.method} ${exchange.path}`)
    response.once('close', () => left.delete(response))
    Promise.resolve(behaviour(exchange))
      .then(() => response.writableEnded || response.destroyed || left.add(response))
      .catch(exchange.reset)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** The requests until now, by method and path. */
    asked,
    /** Whether a browser waits for an answer that never comes. */
    isSilent: () => left.size > 0,
    behave: (next: Behaviour) => {
      behaviour = next
      change.resolve()
      change = Promise.withResolvers()
    },
    /** Until the proxy behaves in another way. */
    over: () => change.promise,
    close: () => closed(server),
  }
}

function exchangeOf(origin: string, request: IncomingMessage, response: ServerResponse): Exchange {
  const body = buffer(request)
  return {
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    async forward() {
      const { 'accept-encoding': _, ...headers } = request.headers
      const passed = ask(new URL(request.url ?? '/', origin), { method: request.method, headers })
      passed.end(await body)
      const [answer]: IncomingMessage[] = await once(passed, 'response')
      return { status: answer!.statusCode!, headers: answer!.headers, body: await buffer(answer!) }
    },
    send({ status, headers, body }) {
      const { 'transfer-encoding': _, 'content-length': __, connection: ___, ...others } = headers
      for (const [name, value] of Object.entries(others)) if (value !== undefined) response.setHeader(name, value)
      response.statusCode = status
      response.end(body)
    },
    reset: () => void request.socket.resetAndDestroy(),
  }
}

function closed(server: Server) {
  server.closeAllConnections()
  return new Promise<void>((done) => server.close(() => done()))
}
