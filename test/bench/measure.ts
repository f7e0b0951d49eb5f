import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import autocannon from 'autocannon'

export async function startServer(kind: 'service' | 'bare', environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'server.ts'), kind], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [port] = await once(child.stdout, 'data')
  return {
    origin: `http://127.0.0.1:${Number(String(port))}`,
    pid: child.pid!,
    async stop() {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

export type Ask = { path: string; method?: string; body?: string; expected?: number }
export type Answer = { milliseconds: number; body: string; etag: string | undefined }

/** Sends one request after another over one open connection, like a browser that polls. */
export const client = (origin: string, token: string) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  return ({ path, method = 'GET', body, expected = 200 }: Ask) =>
    new Promise<Answer>((resolve, reject) => {
      const begun = performance.now()
      const headers = { authorization: `Bearer ${token}` }
      const asked = request(`${origin}${path}`, { agent, method, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString()
          if (response.statusCode !== expected) reject(new Error(`${response.statusCode} for ${path}: ${text}`))
          resolve({ milliseconds: performance.now() - begun, body: text, etag: response.headers.etag })
        })
      })
      asked.on('error', reject)
      asked.end(body)
    })
}

/** The p50 and p99 of the requests in milliseconds, after a few requests to warm up. */
export async function latency(ask: (request: Ask) => Promise<Answer>, requests: Ask[]) {
  const times: number[] = []
  for (const [index, request] of requests.entries()) {
    const { milliseconds } = await ask(request)
    if (index >= 10) times.push(milliseconds)
  }
  times.sort((a, b) => a - b)
  const share = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))]!
  return { p50: share(0.5), p99: share(0.99) }
}

/** Answers per second over fifty connections, all of them 304. */
export async function unchanged(origin: string, path: string, headers: Record<string, string>, duration: number) {
  const result = await autocannon({ url: `${origin}${path}`, connections: 50, workers: 2, duration, headers })
  const others = Object.keys(result.statusCodeStats).filter((status) => status !== '304')
  if (others.length > 0) throw new Error(`Answers other than 304: ${others}`)
  return result.requests.average
}
