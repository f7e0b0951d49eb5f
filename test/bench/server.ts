/** A listening service, or with `bare` the fastest possible Node server for an unchanged poll; prints its port. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { openService } from '../../src/service/boot.ts'
import { createApp } from '../../src/service/http/app.ts'
import { readSettings } from '../../src/service/settings.ts'

const tell = ({ port }: Pick<AddressInfo, 'port'>) => process.stdout.write(`${port}\n`)

if (process.argv[2] === 'bare') {
  const headers = { etag: 'W/"same"', 'cache-control': 'private, no-cache' }
  const server = createServer((_, response) => response.writeHead(304, headers).end())
  server.listen(0, '127.0.0.1', () => tell(server.address() as AddressInfo))
} else {
  const { deps } = await openService(readSettings(process.env), (error) => process.stderr.write(`${error.stack}\n`))
  // The token of such an account is its own name.
  const accounts = process.env.BENCH_ACCOUNTS?.split(',') ?? []
  const tokens = new Map([...deps.tokens, ...accounts.map((account) => [account, account] as const)])
  serve({ fetch: createApp({ ...deps, tokens }).fetch, port: 0, hostname: '127.0.0.1' }, tell)
}
