import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPageIfStale } from '../../../.ci/buildPage.ts'
import type { OfferList } from '../../../src/contract/offerList.ts'
import { fill } from '../fill.ts'

const root = join(import.meta.dirname, '../../..')

/** The whole service as `npm start` runs it, with so many offers of which none moves by itself. */
export async function startService(count: number) {
  await buildPageIfStale()
  const folder = await mkdtemp(join(tmpdir(), 'bench-page-'))
  await fill(join(folder, 'dashboard.db'), count)
  const port = await freePort()
  const service = spawn(process.execPath, [join(root, 'src/service/main.ts')], {
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      DATA_DIR: folder,
      DEMO: '0',
      MARKETPLACE_PACE: '86400',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const address = `http://127.0.0.1:${port}`
  while (!(await fetch(`${address}/readyz`).catch(() => undefined))?.ok)
    await new Promise((resolve) => setTimeout(resolve, 100))

  const token = async (name: string) => ({
    authorization: `Bearer ${(await readFile(join(folder, name), 'utf8')).trim()}`,
  })
  const tool = await token('api-token')
  const operator = await token('operator-token')
  const post = async (path: string, headers: Record<string, string>, body = '{}') => {
    const { ok, status } = await fetch(`${address}/api/${path}`, { method: 'POST', headers, body })
    if (!ok) throw new Error(`${status} for ${path}`)
  }
  const some = async (status: string, page: number) => {
    const answer = await fetch(`${address}/api/portal/offers?status=${status}&page=${page}`, { headers: tool })
    const { items }: OfferList = await answer.json()
    return items.map(({ publisherId, offerId }) => `publishers/${publisherId}/offers/${offerId}`)
  }
  const live = [...(await some('live', 1)), ...(await some('live', 2)), ...(await some('live', 3))]
  const [moving = ''] = await some('inProgress', 1)
  let changes = 0
  return {
    address,
    /** The address of an offer that is being published. */
    offer: `${address}/${moving}`,
    /** Changes that offer, and publishes another, which then is the first of the list. */
    async change() {
      await post(`portal/marketplace/${moving}/${changes % 2 ? 'release' : 'hold'}`, operator)
      const metadata = { 'notification-emails': 'avery@contoso.com' }
      await post(`${live[changes % live.length]}/publish?api-version=2017-10-31`, tool, JSON.stringify({ metadata }))
      changes++
    },
    async stop() {
      service.kill()
      await once(service, 'exit')
      await rm(folder, { recursive: true })
    },
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}
