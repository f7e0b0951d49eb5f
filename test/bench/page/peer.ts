import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

const folder = join(import.meta.dirname, 'peer')
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

const steps = Array.from({ length: 8 }, (_, number) => ({
  id: number,
  stepName: `Step ${number + 1}`,
  status: 'complete',
  progressPercentage: 100,
}))
const offer = (id: number) => ({
  id,
  name: `Contoso Offer ${id}`,
  type: 'Virtual machine',
  publisher: id % 2 ? 'Contoso' : 'Fabrikam',
  status: ['Running', 'Failed', 'Succeeded'][id % 3],
  step: 'Certification',
  updatedAt: new Date(Date.now() - id * 60_000).toISOString(),
})

/** Serves the same list in react-admin, brotli-compressed; installed and built on demand, in a folder of its own. */
export async function startPeer(count: number) {
  const npm = (...words: string[]) => execFileSync('npm', words, { cwd: folder, stdio: 'ignore' })
  if (!existsSync(join(folder, 'node_modules'))) npm('install', '--no-audit', '--no-fund', '--no-package-lock')
  npm('exec', '--', 'vite', 'build')

  const compressed = new Map<string, Buffer>()
  const file = (path: string) => {
    const name = existsSync(join(folder, 'dist', path)) && extname(path) ? path : '/index.html'
    const body = compressed.get(name) ?? brotliCompressSync(readFileSync(join(folder, 'dist', name)))
    compressed.set(name, body)
    return { body, type: types[extname(name)] ?? 'application/octet-stream' }
  }
  const answer = (url: URL) => {
    const id = /^\/api\/offers\/(\d+)/.exec(url.pathname)?.[1]
    if (id) return { ...offer(Number(id)), steps }
    const [first = 0, last = 49]: number[] = JSON.parse(url.searchParams.get('range') ?? '[0,49]')
    return Array.from({ length: last - first + 1 }, (_, place) => offer(first + place))
  }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://peer')
    const isData = url.pathname.startsWith('/api/')
    const { body, type } = isData
      ? { body: brotliCompressSync(JSON.stringify(answer(url))), type: 'application/json' }
      : file(url.pathname)
    const cache = url.pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
    const headers = { 'content-type': type, 'content-encoding': 'br', 'cache-control': cache }
    response.writeHead(200, isData ? { ...headers, 'x-total-count': String(count) } : headers).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/#/offers`,
    stop: () => void server.close().closeAllConnections(),
  }
}
